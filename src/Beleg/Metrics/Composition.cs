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

    public EvidenceBasis Evidence { get; init; }

    /// <summary>The workspace's last event.</summary>
    public required Instant CutOff { get; init; }

    /// <summary>Which channels report what.</summary>
    public ChannelReceipts Receipts { get; init; } = ChannelReceipts.Always;

    public required MetricSettings Settings { get; init; }

    /// <summary>Whether it is to be said how sure the figures are, which costs more than finding them.</summary>
    public bool Intervals { get; init; } = true;
}
