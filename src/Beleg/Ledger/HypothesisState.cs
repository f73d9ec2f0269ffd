namespace Beleg.Ledger;

/// <summary>Where a hypothesis stands.</summary>
public enum HypothesisState
{
    /// <summary>The metric has no value yet.</summary>
    NoValue,

    /// <summary>As far as a straight line from baseline to target would be on that day, or further.</summary>
    OnTrack,

    /// <summary>Not as far.</summary>
    Behind,

    /// <summary>The target is reached.</summary>
    Reached,

    /// <summary>The day has come and the target is not reached.</summary>
    Missed,
}
