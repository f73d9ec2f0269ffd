using Beleg.Model;

namespace Beleg.Reports.Switching;

/// <summary>One order whose credit moves.</summary>
/// <param name="Shop">The shop.</param>
/// <param name="OrderId">The shop's id of the order: its receipt.</param>
/// <param name="Before">Attributed to the chat now.</param>
/// <param name="After">Attributed to the chat then.</param>
/// <param name="TouchesBefore">Touches within their windows now.</param>
/// <param name="TouchesAfter">Touches within their windows then.</param>
/// <param name="GradeBefore">Evidence now.</param>
/// <param name="GradeAfter">Evidence then.</param>
public sealed record SwitchOrder(string Shop, string OrderId, decimal Before, decimal After, int TouchesBefore, int TouchesAfter, Evidence GradeBefore, Evidence GradeAfter);
