namespace Beleg.Sources;

/// <summary>Why a flow ended.</summary>
public enum FlowExitReason : byte
{
    /// <summary>It came to its end.</summary>
    Done = 0,
    /// <summary>Time ran out.</summary>
    Expired = 1,
    /// <summary>Something else took over.</summary>
    Interrupted = 2,
    /// <summary>It failed.</summary>
    Error = 3,
}
