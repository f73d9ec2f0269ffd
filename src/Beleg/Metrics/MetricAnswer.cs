using NodaTime;

namespace Beleg.Metrics;

/// <summary>The answer to a request: all from one snapshot of the facts.</summary>
public sealed record MetricAnswer
{
    /// <summary>What was asked.</summary>
    public required MetricRequest Request { get; init; }

    /// <summary>The period compared with; null where none was asked for.</summary>
    public Period? Compared { get; init; }

    /// <summary>Time of the workspace's last event; null where there is none yet.</summary>
    public Instant? CutOff { get; init; }

    /// <summary>The workspace's choices the figures rest on.</summary>
    public required MetricSettings Settings { get; init; }

    /// <summary>The results, in the order asked for.</summary>
    public required IReadOnlyList<MetricResult> Results { get; init; }

    /// <summary>Where the shop's money went; null where no revenue was asked for, or only a part of it.</summary>
    public RevenueFooter? Footer { get; init; }

    /// <summary>The result of one metric.</summary>
    /// <exception cref="KeyNotFoundException">It was not asked for.</exception>
    public MetricResult this[string id] => Results.FirstOrDefault(r => r.Metric.Id == id) ?? throw new KeyNotFoundException(id);
}
