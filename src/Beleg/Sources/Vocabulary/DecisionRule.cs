namespace Beleg.Sources;

/// <summary>When an experiment may be read for its verdict.</summary>
public enum DecisionRule : byte
{
    /// <summary>At any look: wider intervals that hold all the time.</summary>
    AlwaysValid = 0,
    /// <summary>Once, when every arm has the contacts that were planned: narrower intervals.</summary>
    Fixed = 1,
}
