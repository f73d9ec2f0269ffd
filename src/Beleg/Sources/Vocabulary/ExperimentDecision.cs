namespace Beleg.Sources;

/// <summary>What was decided after an experiment.</summary>
public enum ExperimentDecision : byte
{
    /// <summary>One of its new arms becomes what everybody gets.</summary>
    Ship = 0,
    /// <summary>What was before stays.</summary>
    Keep = 1,
    /// <summary>The question stays open.</summary>
    Open = 2,
}
