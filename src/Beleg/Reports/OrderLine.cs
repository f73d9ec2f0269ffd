using Beleg.Model;
using NodaTime;

namespace Beleg.Reports;

/// <summary>One order in a list.</summary>
/// <param name="Shop">The shop.</param>
/// <param name="OrderId">The shop's id of it.</param>
/// <param name="PlacedAt">When it was placed.</param>
/// <param name="State">Whether it counts.</param>
/// <param name="Evidence">Strongest found.</param>
/// <param name="NetMinor">Net in the workspace's currency.</param>
/// <param name="AttributedMinor">Of that, credited to the chat under the default model.</param>
public sealed record OrderLine(string Shop, string OrderId, Instant PlacedAt, OrderState State, Evidence Evidence, long NetMinor, long AttributedMinor);
