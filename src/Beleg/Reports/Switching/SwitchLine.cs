namespace Beleg.Reports.Switching;

/// <summary>An amount before and after.</summary>
/// <param name="Name">What it is of: the name of a total, a channel or a flow; null for what has none.</param>
/// <param name="Before">As things are.</param>
/// <param name="After">As they would be.</param>
public sealed record SwitchLine(string? Name, decimal Before, decimal After)
{
    /// <summary>What the switch adds or takes.</summary>
    public decimal Change => After - Before;
}
