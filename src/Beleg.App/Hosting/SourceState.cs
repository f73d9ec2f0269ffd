namespace Beleg.App.Hosting;

/// <summary>How a source does. A source that was silent for long is not called well, and not called broken either: only its owner knows.</summary>
public enum SourceState
{
    /// <summary>Nothing ever came from it.</summary>
    Never,

    /// <summary>Something came within the last day.</summary>
    Receiving,

    /// <summary>Nothing came for longer than that.</summary>
    Quiet,

    /// <summary>Something it sent was turned away within the last hour.</summary>
    TurningAway,
}
