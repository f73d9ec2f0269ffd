using Beleg.Model;

namespace Beleg.Reports.Switching;

/// <summary>Orders of one grade of evidence before and after.</summary>
/// <param name="Grade">A to E, or none.</param>
/// <param name="OrdersBefore">Orders now.</param>
/// <param name="OrdersAfter">Orders then.</param>
/// <param name="Before">Attributed to the chat now.</param>
/// <param name="After">Attributed to the chat then.</param>
public sealed record SwitchGrade(Evidence Grade, long OrdersBefore, long OrdersAfter, decimal Before, decimal After);
