using NodaTime;

namespace Beleg.Sources;

/// <summary>What the programme is to bring: one metric, from where to where, by when. The same id again is its next version.</summary>
public sealed record HypothesisPayload : Payload
{
    /// <summary>Its id.</summary>
    public required string HypothesisId { get; init; }

    /// <summary>What is expected, in one sentence.</summary>
    public string? Statement { get; init; }

    /// <summary>The same in German; null where nobody wrote it twice.</summary>
    public string? StatementDe { get; init; }

    /// <summary>The metric it is judged by.</summary>
    public required string MetricId { get; init; }

    /// <summary>Where the metric stood, in its unit.</summary>
    public decimal? Baseline { get; init; }

    /// <summary>Where it should stand.</summary>
    public decimal? Target { get; init; }

    /// <summary>The day of the baseline.</summary>
    public LocalDate? From { get; init; }

    /// <summary>The day by which the target should be reached.</summary>
    public LocalDate? Due { get; init; }

    /// <summary>Who answers for it.</summary>
    public string? Owner { get; init; }

    /// <summary>Given up or done with: it is no longer watched.</summary>
    public bool Closed { get; init; }

    internal override void Write(EventWriter w)
    {
        w.Text(HypothesisId);
        w.Text(Statement);
        w.Text(StatementDe);
        w.Text(MetricId);
        w.MaybeDecimal(Baseline);
        w.MaybeDecimal(Target);
        w.MaybeDate(From);
        w.MaybeDate(Due);
        w.Text(Owner);
        w.Bool(Closed);
    }

    internal static HypothesisPayload Read(ref EventReader r) => new()
    {
        HypothesisId = r.Text()!,
        Statement = r.Text(),
        StatementDe = r.Text(),
        MetricId = r.Text()!,
        Baseline = r.MaybeDecimal(),
        Target = r.MaybeDecimal(),
        From = r.MaybeDate(),
        Due = r.MaybeDate(),
        Owner = r.Text(),
        Closed = r.Bool(),
    };
}
