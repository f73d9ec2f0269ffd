namespace Beleg.Statistics.Experiments;

/// <summary>What to do after an experiment.</summary>
public enum VerdictKind
{
    /// <summary>Nothing is said: the experiment is not healthy.</summary>
    Refused,

    /// <summary>A person has to decide, or to wait.</summary>
    Review,

    /// <summary>Change to the second arm.</summary>
    Ship,

    /// <summary>Go back to the first arm.</summary>
    RollBack,
}
