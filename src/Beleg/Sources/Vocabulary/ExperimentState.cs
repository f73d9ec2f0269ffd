namespace Beleg.Sources;

/// <summary>How far an experiment is. It goes from one to the next and never back.</summary>
public enum ExperimentState : byte
{
    /// <summary>Planned: everything may still change, nobody takes part.</summary>
    Draft = 0,
    /// <summary>Contacts are drawn into its arms; what was agreed stands.</summary>
    Running = 1,
    /// <summary>Nobody is drawn any more; it waits for a decision.</summary>
    Stopped = 2,
    /// <summary>Somebody decided what is done from now on.</summary>
    Decided = 3,
}
