namespace Beleg.Sources;

/// <summary>A contact saw a variation.</summary>
public sealed record ExperimentPayload : Payload
{
    /// <summary>The experiment.</summary>
    public required string ExperimentId { get; init; }

    /// <summary>The variation.</summary>
    public required string VariationId { get; init; }

    internal override void Write(EventWriter w)
    {
        w.Text(ExperimentId);
        w.Text(VariationId);
    }

    internal static ExperimentPayload Read(ref EventReader r) => new()
    {
        ExperimentId = r.Text()!,
        VariationId = r.Text()!,
    };
}
