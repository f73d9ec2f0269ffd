using Beleg.Ledger;
using Beleg.Metrics;
using Beleg.Model;
using Beleg.Primitives;
using Beleg.Reports.Growth;
using Beleg.Statistics;
using Beleg.Warehouse;
using NodaTime;

namespace Beleg.Reports.ProofPacks;

/// <summary>Drafts a month's proof from the metric engine's results, all of one snapshot of the facts. Computes no figure of its own.</summary>
public sealed class ProofReader(MetricEngine engine, WorkspaceWarehouse warehouse, ProofSettings settings)
{
    private const int TrendMonths = 6;

    // Six are more than any page shows, and every number then has the same plain spelling in all languages.
    private const int Decimals = 6;

    private readonly MetricCatalogue catalogue = MetricCatalogue.Default;

    /// <summary>The proof as it would be published now.</summary>
    /// <param name="month">The month.</param>
    /// <param name="earlier">Proofs published before of this month and the one before it, to say what changed since; the latest of each.</param>
    /// <param name="books">What was agreed and said.</param>
    /// <param name="cancellation">Ends the running statement.</param>
    /// <exception cref="WarehouseUnavailableException">The facts are being rebuilt.</exception>
    public Task<ProofSnapshot> DraftAsync(YearMonth month, IReadOnlyList<ProofSnapshot> earlier, ProofBooks books, CancellationToken cancellation) =>
        engine.ReadAsync(warehouse, facts => Draft(facts, month, earlier, books), cancellation);

    private ProofSnapshot Draft(FactReader facts, YearMonth month, IReadOnlyList<ProofSnapshot> earlier, ProofBooks books)
    {
        var period = Period.Month(month);
        var now = Results(facts, period);
        var before = Results(facts, period.Previous());
        var all = Ask(facts, period, ProofLayout.Credited, r => r with { Basis = EvidenceBasis.All });
        ProofFigure[] figures = [.. ProofLayout.Figures
            .Select(f => Figure(f.Metric, f.Segment, f.Group, now, before, all))
            .Where(f => f.Value is not null || !ProofLayout.Optional.Contains(f.Metric))];
        var assumptions = now.Values.SelectMany(r => r.Assumptions).DistinctBy(a => a.Id).Select(Assumption).ToArray();
        // The proof belongs to every tier; what it says of other reports, only where the client gets those.
        var scope = BookedScope.Read(facts, period.To.PlusDays(-1));
        var same = earlier.LastOrDefault(p => p.Month == month);
        var draft = new ProofSnapshot
        {
            Software = settings.Software,
            Workspace = settings.Workspace,
            Brand = settings.Brand,
            Month = month,
            Revision = (same?.Revision ?? 0) + 1,
            Channels = Channels(facts, period),
            Currency = settings.Metrics.Currency,
            Zone = settings.Zone,
            RevenueBasis = settings.RevenueBasis,
            Model = settings.Model,
            LookBackDays = settings.Metrics.Windows.Days,
            LookBackWindows = settings.Metrics.Windows.ToString(),
            CutOff = all.CutOff,
            Final = figures.All(f => !f.Provisional),
            Figures = figures,
            Trend = Trend(facts, period),
            Evidence = Grades(facts, period),
            Reconciliation = ReconciliationReader.Read(facts, period, AttributionChoice.Find(settings.Model) ?? AttributionChoice.Default),
            Assumptions = assumptions,
            Findings = scope.Has(ReportSection.Findings) ? ProofGrounds.Findings(facts, settings.Metrics, period, books.Said) : [],
            Limits = ProofGrounds.Limits(period, Ask(facts, period, Quality.QualityReader.Metrics, r => r with { Basis = EvidenceBasis.All })),
            Outlook = !scope.Has(ReportSection.Forecast) ? null : ProofGrounds.Outlook(period, settings.Metrics.Currency, Metric("net_value"), (days, grain) => NetValue(facts, days, grain)),
            Plans = scope.Has(ReportSection.Experiments) ? ProofGrounds.Plans(period, DateTimeZoneProviders.Tzdb[settings.Zone], books.Experiments) : [],
            Trials = scope.Has(ReportSection.Experiments) ? ProofGrounds.Trials(facts, settings.Metrics, period, books.Experiments) : [],
            Wins = [],
            Risks = [],
            Restated = [.. Restated(earlier, month, before, figures)],
        };
        return ProofPoints.Draft(draft, scope.Has(ReportSection.Experiments));
    }

    /// <summary>The month's results by metric and segment, money on the conservative basis.</summary>
    private Dictionary<string, MetricResult> Results(FactReader facts, Period period)
    {
        var results = new Dictionary<string, MetricResult>(StringComparer.Ordinal);
        foreach (var part in ProofLayout.Figures.GroupBy(f => f.Segment))
        {
            IReadOnlyList<MetricFilter> filters = part.Key?.Split('=') is [var dimension, var value] ? [new MetricFilter(dimension, [value])] : [];
            foreach (var result in Ask(facts, period, [.. part.Select(f => f.Metric)], r => r with { Filters = filters }).Results)
                results[PathOf(result.Metric.Id, part.Key)] = result;
        }

        // As on every page: what was put in before the month is paid back in it, too.
        results["payback_months"] = Ask(facts, Overviews.OverviewReader.SinceStart(period), ["payback_months"], r => r)["payback_months"];

        return results;
    }

    private static string PathOf(string metric, string? segment) => segment is null ? metric : $"{metric}:{segment}";

    private MetricAnswer Ask(FactReader facts, Period period, IReadOnlyList<string> metrics, Func<MetricRequest, MetricRequest> with) => new Answering(
        facts,
        with(new MetricRequest { Metrics = [.. metrics.Select(Metric)], Period = period, Model = settings.Model, Basis = EvidenceBasis.Conservative }),
        settings.Metrics).Answer();

    private Metric Metric(string id) => catalogue.Find(id) ?? throw new InvalidOperationException($"The catalogue has no {id}.");

    private static ProofFigure Figure(string id, string? segment, string group, Dictionary<string, MetricResult> now, Dictionary<string, MetricResult> before, MetricAnswer all)
    {
        var path = PathOf(id, segment);
        var (result, metric, figure) = (now[path], now[path].Metric, now[path].Total);
        var (value, previous) = (Lead(result), Lead(before[path]));
        return new ProofFigure
        {
            Metric = id,
            Segment = segment,
            Version = metric.Version,
            Name = ProofLayout.ShortNames.GetValueOrDefault(path, metric.Name),
            Group = group,
            Unit = metric.Unit,
            Good = metric.Good,
            Value = value,
            Numerator = Plain(figure.Numerator),
            Denominator = Plain(figure.Denominator),
            Previous = previous,
            Change = value - previous,
            ChangeShare = previous is null or 0 ? null : Plain((value - previous) / Math.Abs(previous.Value)),
            // A proof states the scenarios of what rests on assumptions; an interval beside them tells how sure a measurement is.
            Interval = figure.Interval is { Method: not (IntervalMethod.Simulation or IntervalMethod.Forecast) } i ? new ProofRange(Plain(i.Low)!.Value, Plain(i.High)!.Value) : null,
            Scenarios = HasScenarios(result) ? new ProofScenarios(Plain(figure.Low), Plain(figure.Value), Plain(figure.High)) : null,
            AllEvidence = ProofLayout.Credited.Contains(id) ? Plain(all[id].Total.Value) : null,
            Forecast = Plain(figure.Forecast),
            LowSample = figure.LowSample,
            Provisional = figure.Provisional,
            Gaps = result.Gaps,
        };
    }

    /// <summary>The value a report leads with: the cautious one where there are scenarios.</summary>
    private static decimal? Lead(MetricResult result) => Plain(result.Total.Cautious);

    private static bool HasScenarios(MetricResult result) => result.Total.Low is not null || result.Total.High is not null || result.Assumptions.Count > 0;

    /// <summary>Without digits nobody counts, and without the zeros that say nothing: equal values are equal texts.</summary>
    private static decimal? Plain(decimal? value) => value is { } known ? decimal.Round(known, Decimals) / 1.0000000000000000000000000000m : null;

    private string[] Channels(FactReader facts, Period period) =>
        [.. Ask(facts, period, ["automated_conversations"], r => r with { By = ["channel"] })["automated_conversations"].Rows
            .Where(r => r.Figure.Value > 0).OrderByDescending(r => r.Figure.Value).ThenBy(r => r.Group[0].Value, StringComparer.Ordinal).Select(r => r.Group[0].Value ?? "other")];

    private ProofGrade[] Grades(FactReader facts, Period period)
    {
        var rows = Ask(facts, period, ["attributed_revenue"], r => r with { By = ["evidence"], Basis = EvidenceBasis.All })["attributed_revenue"].Rows;
        Evidence[] grades = [Evidence.A, Evidence.B, Evidence.C, Evidence.D, Evidence.E];
        var values = grades.Select(g => Plain(rows.Where(r => r.Group[0].Value == ReportLanguage.Label(g)).Sum(r => r.Figure.Value)) ?? 0).ToArray();
        var sum = values.Sum();
        return [.. grades.Zip(values, (g, v) => new ProofGrade(g, v, sum <= 0 || v < 0 ? null : Plain(v / sum)))];
    }

    private ProofMonth[] Trend(FactReader facts, Period period)
    {
        var months = Enumerable.Range(0, TrendMonths).Select(i => Period.Month(period.From.ToYearMonth().PlusMonths(i - TrendMonths + 1)));
        return [.. months.Select(m => new ProofMonth(m.From.ToYearMonth(), Lead(Ask(facts, m, ["net_value"], r => r with { Intervals = false })["net_value"]))).SkipWhile(m => m.Value is null or 0)];
    }

    private Outlook.OutlookPoint[] NetValue(FactReader facts, Period days, Grain grain) =>
    [
        .. Ask(facts, days, ["net_value"], r => r with { Grain = grain, Intervals = false, Totals = false })["net_value"].Rows
            .Where(row => row.Group.Count == 0 && days.Contains(row.Period.From)).OrderBy(row => row.Period.From).Select(row => new Outlook.OutlookPoint(row.Period.From, row.Figure.Cautious ?? 0)),
    ];

    private static IEnumerable<ProofRestatement> Restated(IReadOnlyList<ProofSnapshot> earlier, YearMonth month, Dictionary<string, MetricResult> before, ProofFigure[] figures)
    {
        foreach (var published in earlier.Where(p => p.Month == month || p.Month == month.PlusMonths(-1)).OrderBy(p => p.Month).ThenBy(p => p.Revision))
        {
            foreach (var figure in published.Figures)
            {
                var today = published.Month == month ? Array.Find(figures, f => f.Path == figure.Path)?.Value : before.TryGetValue(figure.Path, out var result) ? Lead(result) : null;
                if (today != figure.Value)
                    yield return new ProofRestatement(published.Month, figure.Metric, figure.Name, figure.Unit, figure.Value, today);
            }
        }
    }

    private static ProofAssumption Assumption(Assumption a) => new()
    {
        Id = a.Id,
        Name = ProofLayout.NameOf(a.Id),
        // Somebody may have written the unit in words of their own.
        Unit = AssumptionDefinition.All.FirstOrDefault(d => d.Id == a.Id)?.Unit ?? a.Unit,
        Value = Plain(a.Value)!.Value,
        Low = Plain(a.Low)!.Value,
        High = Plain(a.High)!.Value,
        Version = a.Version,
        Unset = a.IsUnset,
        Owner = a.Owner,
        Approver = a.Approver,
        ValidFrom = a.ValidFrom,
    };
}
