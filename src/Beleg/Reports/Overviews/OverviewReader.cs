using Beleg.Metrics;
using Beleg.Primitives;
using Beleg.Reports.Why;
using Beleg.Warehouse;
using NodaTime;

namespace Beleg.Reports.Overviews;

/// <summary>Reads the first page's figures from the metric engine, all of one snapshot of the facts. Computes none of its own.</summary>
public sealed class OverviewReader(MetricEngine engine, WorkspaceWarehouse warehouse, MetricSettings settings)
{
    private const int TrendMonths = 12;

    /// <summary>A programme that has not paid for itself in three years will not.</summary>
    private const int PaybackMonths = 36;

    private static readonly string[] financial = ["net_value", "roi_pct", "generated_value", .. WhyNotes.Components];

    private static readonly string[] figures =
    [
        .. financial, "revenue_per_chat", "conversion_rate", "automated_conversations", "entry_starts", "first_message_open_rate", "ctr", "step_dropoff", "opener_dropoff",
        "dm_to_lead", "dm_to_sale", "aov", "attributed_revenue", "first_response_time_automated", "first_response_time_human", "self_serve_rate", "verified_containment_rate",
        "handoff_rate", "time_to_resolution",
    ];

    /// <summary>The metrics of the page, payback among them.</summary>
    public static IReadOnlyList<string> Figures { get; } = [.. figures, "payback_months"];

    private static readonly string[] withEvidence = ["revenue_per_chat", "attributed_revenue"];
    private static readonly string[] trends = ["net_value", "revenue_per_chat", "automated_conversations", "first_message_open_rate", "opener_dropoff", "dm_to_sale", "self_serve_rate", "handoff_rate", "attributed_revenue"];
    private static readonly string[] surest = ["attributed_revenue"];
    private static readonly string[] split = [.. WhyNotes.Split, "attributed_revenue"];

    /// <summary>The page's figures.</summary>
    /// <exception cref="WarehouseUnavailableException">The facts are being rebuilt.</exception>
    public Task<Overview> ReadAsync(OverviewRequest request, CancellationToken cancellation) =>
        engine.ReadAsync(warehouse, facts => Read(facts, request), cancellation);

    /// <summary>The days a payback is about: not those of a page, but all since the programme began, up to its end.</summary>
    public static Period SinceStart(Period period) =>
        new(LocalDate.Min(period.From, Period.StartOf(period.To.PlusDays(-1), Grain.Month).PlusMonths(1 - PaybackMonths)), period.To);

    private Overview Read(FactReader facts, OverviewRequest request)
    {
        Dictionary<string, MetricResult> Ask(IEnumerable<string> ids, Period period, Func<MetricRequest, MetricRequest>? with = null) => Answer(facts, request, ids, period, with);
        Dictionary<string, IReadOnlyDictionary<string, MetricResult>> By(Period? period) => period is not { } days ? []
            : WhyNotes.Dimensions.ToDictionary(d => d, d => (IReadOnlyDictionary<string, MetricResult>)Ask(split, days, r => r with { By = [d], Intervals = false }), StringComparer.Ordinal);

        Dictionary<string, MetricResult> All(Period period, bool intervals)
        {
            var all = Ask(figures, period, r => r with { Intervals = intervals });
            all["payback_months"] = Ask(["payback_months"], SinceStart(period))["payback_months"];
            return all;
        }

        var now = All(request.Period, intervals: true);
        var before = request.Compared is { } compared ? All(compared, intervals: false) : null;
        var (nowBy, beforeBy) = (By(request.Period), By(request.Compared));
        var last = Period.StartOf(request.Period.To.PlusDays(-1), Grain.Month);
        var months = new Period(LocalDate.Max(last.PlusMonths(1 - TrendMonths), request.Earliest ?? LocalDate.MinIsoValue), last.PlusMonths(1));
        var whys = new WhyFigures(now, before, nowBy, beforeBy);
        return new Overview
        {
            Request = request,
            Now = now,
            Before = before,
            AllEvidence = Ask(withEvidence, request.Period, r => r with { Basis = EvidenceBasis.All, Intervals = false }),
            Trend = Ask(trends, months, r => r with { Grain = Grain.Month, Intervals = false, Totals = false }),
            ByEvidence = Ask(surest, request.Period, r => r with { By = ["evidence"], Basis = EvidenceBasis.All, Intervals = false })[surest[0]],
            NowBy = nowBy,
            BeforeBy = beforeBy,
            Whys = Enum.GetValues<WhySubject>().ToDictionary(subject => subject, subject => WhyNotes.Of(subject, whys, Currency.Find(settings.Currency))),
            CutOff = facts.CutOff,
            Whole = figures.Append("payback_months").Where(id => request.Filters.Any(filter => !Metric(id).Dimensions.Contains(filter.Dimension))).ToHashSet(StringComparer.Ordinal),
        };
    }

    // A metric is narrowed by the filters it knows; what it does not know cannot be asked of it, and the page says so.
    private Dictionary<string, MetricResult> Answer(FactReader facts, OverviewRequest request, IEnumerable<string> ids, Period period, Func<MetricRequest, MetricRequest>? with)
    {
        var results = new Dictionary<string, MetricResult>(StringComparer.Ordinal);
        foreach (var same in ids.Select(Metric).GroupBy(metric => string.Join(',', request.Filters.Select(f => f.Dimension).Where(metric.Dimensions.Contains))))
        {
            var asked = new MetricRequest
            {
                Metrics = [.. same],
                Period = period,
                Filters = [.. request.Filters.Where(filter => same.First().Dimensions.Contains(filter.Dimension))],
                Model = request.Model,
                Basis = EvidenceBasis.Conservative,
            };
            foreach (var result in new Answering(facts, with is null ? asked : with(asked), settings).Answer().Results)
                results[result.Metric.Id] = result;
        }

        return results;
    }

    private static Metric Metric(string id) => MetricCatalogue.Default.Find(id) ?? throw new InvalidOperationException($"The catalogue has no {id}.");
}
