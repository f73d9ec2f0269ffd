namespace Beleg.Reports.Findings;

/// <summary>How far a finding may be believed.</summary>
public enum FindingConfidence
{
    /// <summary>The whole 95 % interval lies beyond the rule's threshold.</summary>
    Strong,

    /// <summary>The figure lies beyond it, the interval reaches back over it.</summary>
    Fair,

    /// <summary>The figure is sound; that it costs anything is the rule's experience, not this workspace's data.</summary>
    Weak,
}
