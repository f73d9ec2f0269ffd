namespace Beleg.Sources;

/// <summary>Who answers for a metric in this workspace, and what it should come to. Replaces what was agreed before.</summary>
public sealed record AgreementPayload : Payload
{
    /// <summary>The metric.</summary>
    public required string MetricId { get; init; }

    /// <summary>Who answers for it; the catalogue's owner where absent.</summary>
    public string? Owner { get; init; }

    /// <summary>What it should come to, in the metric's unit; none where absent.</summary>
    public decimal? Target { get; init; }

    internal override void Write(EventWriter w)
    {
        w.Text(MetricId);
        w.Text(Owner);
        w.MaybeDecimal(Target);
    }

    internal static AgreementPayload Read(ref EventReader r) => new()
    {
        MetricId = r.Text()!,
        Owner = r.Text(),
        Target = r.MaybeDecimal(),
    };
}
