using Beleg.Primitives;
using NodaTime;

namespace Beleg.Metrics;

/// <summary>What a composed query is to answer, apart from the measures.</summary>
internal sealed record Composition
{
    public required Period Period { get; init; }

    public Grain? Grain { get; init; }

    public IReadOnlyList<string> By { get; init; } = [];

    public IReadOnlyList<MetricFilter> Filters { get; init; } = [];

    /// <summary>Column of the credit fact that holds the chosen model's money.</summary>
    public required AttributionChoice Model { get; init; }

    /// <summary>What the chosen model learned; null where it follows a rule.</summary>
    public LearnedWeights? Weights { get; init; }

    /// <summary>The credits it gives; null where the model follows a rule, or the statement is to say how it gives them.</summary>
    public LearnedColumns? Learned { get; init; }

    public EvidenceBasis Evidence { get; init; }

    /// <summary>The workspace's last event.</summary>
    public required Instant CutOff { get; init; }

    /// <summary>Which channels report what.</summary>
    public ChannelReceipts Receipts { get; init; } = ChannelReceipts.Always;

    public required MetricSettings Settings { get; init; }

    /// <summary>Whether it is to be said how sure the figures are, which costs more than finding them.</summary>
    public bool Intervals { get; init; } = true;

    /// <summary>What follows FROM for a scan: credits get a column of their own where the model learns.</summary>
    /// <param name="scan">The scan.</param>
    /// <param name="time">The day column by which rows are placed.</param>
    /// <param name="parameters">Of the statement.</param>
    public string From(FactScan scan, string time, SqlParameters parameters) => Weights is null || scan.Name != "credit" ? scan.From
        : From($"{time} >= {parameters.Take("from", ParameterType.Date, Period.From)} AND {time} < {parameters.Take("to", ParameterType.Date, Period.To)}") + " AS credit";

    private string From(string concerned) => Learned?.From(Period, concerned) ?? LearnedCredit.From(Weights!, concerned);
}
