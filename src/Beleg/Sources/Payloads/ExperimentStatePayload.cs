namespace Beleg.Sources;

/// <summary>An experiment was started, stopped or decided.</summary>
public sealed record ExperimentStatePayload : Payload
{
    /// <summary>The experiment.</summary>
    public required string ExperimentId { get; init; }

    /// <summary>What it became.</summary>
    public required ExperimentState State { get; init; }

    /// <summary>What was decided; null before.</summary>
    public ExperimentDecision? Decision { get; init; }

    /// <summary>The arm that everybody gets from now on; null where none was chosen.</summary>
    public string? Arm { get; init; }

    internal override void Write(EventWriter w)
    {
        w.Text(ExperimentId);
        w.Byte((byte)State);
        w.MaybeInt((long?)Decision);
        w.Text(Arm);
    }

    internal static ExperimentStatePayload Read(ref EventReader r) => new()
    {
        ExperimentId = r.Text()!,
        State = (ExperimentState)r.Byte(),
        Decision = (ExperimentDecision?)r.MaybeInt(),
        Arm = r.Text(),
    };
}
