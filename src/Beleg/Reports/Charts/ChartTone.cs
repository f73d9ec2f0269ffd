namespace Beleg.Reports.Charts;

/// <summary>What a colour means; which colour it is the design tokens say, in light, dark and print.</summary>
public enum ChartTone
{
    /// <summary>What the chart is about.</summary>
    Accent,
    /// <summary>A second thing beside it.</summary>
    Second,
    /// <summary>A third.</summary>
    Third,
    /// <summary>A fourth.</summary>
    Fourth,
    /// <summary>What stands behind: the period before, a target, the rest.</summary>
    Muted,
    /// <summary>A change to the good.</summary>
    Good,
    /// <summary>A change to the bad.</summary>
    Bad,
    /// <summary>Evidence A.</summary>
    GradeA,
    /// <summary>Evidence B.</summary>
    GradeB,
    /// <summary>Evidence C.</summary>
    GradeC,
    /// <summary>Evidence D.</summary>
    GradeD,
    /// <summary>Evidence E.</summary>
    GradeE,
}
