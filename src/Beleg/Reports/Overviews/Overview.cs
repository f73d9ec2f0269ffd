using Beleg.Metrics;
using Beleg.Reports.Why;
using NodaTime;

namespace Beleg.Reports.Overviews;

/// <summary>Everything the first page shows, from one snapshot of the facts, on the conservative basis.</summary>
public sealed record Overview
{
    /// <summary>What was asked.</summary>
    public required OverviewRequest Request { get; init; }

    /// <summary>The period's results by metric.</summary>
    public required IReadOnlyDictionary<string, MetricResult> Now { get; init; }

    /// <summary>Those of the period compared with; null where none was chosen.</summary>
    public required IReadOnlyDictionary<string, MetricResult>? Before { get; init; }

    /// <summary>Revenue per chat and attributed revenue with every grade of evidence.</summary>
    public required IReadOnlyDictionary<string, MetricResult> AllEvidence { get; init; }

    /// <summary>Months up to the period's end, by metric.</summary>
    public required IReadOnlyDictionary<string, MetricResult> Trend { get; init; }

    /// <summary>Attributed revenue by grade of evidence.</summary>
    public required MetricResult ByEvidence { get; init; }

    /// <summary>Results by flow, entry point and channel of the period and the one before.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyDictionary<string, MetricResult>> NowBy { get; init; }

    /// <summary>The same of the period compared with; empty where none was chosen.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyDictionary<string, MetricResult>> BeforeBy { get; init; }

    /// <summary>A note for the headline and each tile.</summary>
    public required IReadOnlyDictionary<WhySubject, WhyNote> Whys { get; init; }

    /// <summary>Time of the last event; null where there is none.</summary>
    public Instant? CutOff { get; init; }

    /// <summary>Metrics that the filters could not narrow: they are about the whole workspace.</summary>
    public required IReadOnlySet<string> Whole { get; init; }
}
