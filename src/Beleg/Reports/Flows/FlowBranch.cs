namespace Beleg.Reports.Flows;

/// <summary>How often a branch was chosen.</summary>
/// <param name="Version">Version of the flow.</param>
/// <param name="Step">The step it leaves.</param>
/// <param name="Branch">The branch.</param>
/// <param name="Chosen">Visits in which it was chosen.</param>
/// <param name="Of">Visits of the step in which any branch was chosen.</param>
public sealed record FlowBranch(string? Version, string Step, string Branch, long Chosen, long Of)
{
    /// <summary>Its part of the choices, 0 to 1.</summary>
    public decimal Share => (decimal)Chosen / Of;
}
