using NodaTime;

namespace Beleg.Sources;

/// <summary>An experiment as it is agreed before its start. While it is a draft the same id again replaces it; after that it changes nothing.</summary>
public sealed record ExperimentPlanPayload : Payload
{
    /// <summary>Its name in events and the seed of its assignment.</summary>
    public required string ExperimentId { get; init; }

    /// <summary>What is believed, in a sentence.</summary>
    public required string Statement { get; init; }

    /// <summary>The same in German; null where nobody wrote it twice.</summary>
    public string? StatementDe { get; init; }

    /// <summary>The metric that decides.</summary>
    public required string MetricId { get; init; }

    /// <summary>The arms' ids; the first is what was before, or the contacts who are left alone.</summary>
    public required IReadOnlyList<string> Arms { get; init; }

    /// <summary>The part of those who take part that each arm is meant to get; adds up to 1.</summary>
    public required IReadOnlyList<decimal> Weights { get; init; }

    /// <summary>The part of all contacts that takes part, above 0 and up to 1.</summary>
    public decimal Coverage { get; init; } = 1;

    /// <summary>Whether the first arm is a hold-out: contacts whom the flow or campaign leaves alone.</summary>
    public bool HoldOut { get; init; }

    /// <summary>The flow it is about; null where another thing is.</summary>
    public string? AboutFlow { get; init; }

    /// <summary>The campaign it is about.</summary>
    public string? AboutCampaign { get; init; }

    /// <summary>Metrics that must not get worse.</summary>
    public IReadOnlyList<string> Guardrails { get; init; } = [];

    /// <summary>The least relative effect that matters: .05 for 5 %.</summary>
    public decimal LeastEffect { get; init; } = .05m;

    /// <summary>When it is read.</summary>
    public DecisionRule Rule { get; init; }

    /// <summary>Where the metric stood when it was planned, a contact, in its unit.</summary>
    public decimal? Baseline { get; init; }

    /// <summary>Contacts that the smallest arm needs before a verdict.</summary>
    public long? Contacts { get; init; }

    /// <summary>First day planned.</summary>
    public LocalDate? Starts { get; init; }

    /// <summary>Day after the last one planned.</summary>
    public LocalDate? Ends { get; init; }

    /// <summary>What the least effect is expected to bring in a month, in major units of the workspace's currency.</summary>
    public decimal? ExpectedGain { get; init; }

    /// <summary>What the change costs once, in major units.</summary>
    public decimal? Effort { get; init; }

    /// <summary>Who answers for it.</summary>
    public string? Owner { get; init; }

    /// <summary>The finding it was made of, as rule and subject; null where of none.</summary>
    public string? Finding { get; init; }

    /// <summary>The experiment it is a new version of; null where of none.</summary>
    public string? Supersedes { get; init; }

    internal override void Write(EventWriter w)
    {
        w.Text(ExperimentId);
        w.Text(Statement);
        w.Text(StatementDe);
        w.Text(MetricId);
        w.Texts(Arms);
        w.Int(Weights.Count);
        foreach (var weight in Weights)
            w.MaybeDecimal(weight);
        w.MaybeDecimal(Coverage);
        w.Bool(HoldOut);
        w.Text(AboutFlow);
        w.Text(AboutCampaign);
        w.Texts(Guardrails);
        w.MaybeDecimal(LeastEffect);
        w.Byte((byte)Rule);
        w.MaybeDecimal(Baseline);
        w.MaybeInt(Contacts);
        w.MaybeDate(Starts);
        w.MaybeDate(Ends);
        w.MaybeDecimal(ExpectedGain);
        w.MaybeDecimal(Effort);
        w.Text(Owner);
        w.Text(Finding);
        w.Text(Supersedes);
    }

    internal static ExperimentPlanPayload Read(ref EventReader r) => new()
    {
        ExperimentId = r.Text()!,
        Statement = r.Text()!,
        StatementDe = r.Text(),
        MetricId = r.Text()!,
        Arms = r.Texts(),
        Weights = Numbers(ref r),
        Coverage = r.MaybeDecimal() ?? 1,
        HoldOut = r.Bool(),
        AboutFlow = r.Text(),
        AboutCampaign = r.Text(),
        Guardrails = r.Texts(),
        LeastEffect = r.MaybeDecimal() ?? .05m,
        Rule = (DecisionRule)r.Byte(),
        Baseline = r.MaybeDecimal(),
        Contacts = r.MaybeInt(),
        Starts = r.MaybeDate(),
        Ends = r.MaybeDate(),
        ExpectedGain = r.MaybeDecimal(),
        Effort = r.MaybeDecimal(),
        Owner = r.Text(),
        Finding = r.Text(),
        Supersedes = r.Text(),
    };

    private static decimal[] Numbers(ref EventReader r)
    {
        var numbers = new decimal[r.Int()];
        for (var i = 0; i < numbers.Length; i++)
            numbers[i] = r.MaybeDecimal() ?? 0;
        return numbers;
    }
}
