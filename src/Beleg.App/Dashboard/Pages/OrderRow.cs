using Beleg.App.Dashboard.Language;
using NodaTime;

namespace Beleg.App.Dashboard.Pages;

/// <summary>One order in the list.</summary>
public sealed record OrderRow(string Shop, string OrderId, Instant PlacedAt, Phrase State, bool IsCounted, string? Grade, string Net, string Credited);
