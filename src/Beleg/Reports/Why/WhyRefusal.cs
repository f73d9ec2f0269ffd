namespace Beleg.Reports.Why;

/// <summary>Why no sentence is drafted.</summary>
public enum WhyRefusal
{
    /// <summary>Nothing to compare with: no period was chosen, or the figure has no value in one of them.</summary>
    NothingBefore,
    /// <summary>Fewer cases than the metric asks for, in either period.</summary>
    FewCases,
}
