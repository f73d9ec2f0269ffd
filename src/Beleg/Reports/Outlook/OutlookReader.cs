using Beleg.Metrics;
using Beleg.Primitives;
using Beleg.Warehouse;
using NodaTime;

namespace Beleg.Reports.Outlook;

/// <summary>Asks a metric for its past and looks ahead. The past is the metric engine's own figures.</summary>
public static class OutlookReader
{
    /// <summary>The longest look ahead.</summary>
    public const int MostMonths = 24;

    // Of what the programme is worth, the parts that add up.
    private static readonly string[] Programme = ["net_value", "generated_value", "avoided_support_cost", "revenue_value", "time_saved_value", "deflected_contacts"];

    /// <summary>Whether a metric adds up over time, so that its sum ahead means something.</summary>
    public static bool CanLookAhead(Metric metric) => metric is { IsDue: true, Unit: MetricUnit.Money or MetricUnit.Count }
        && (metric.Formula is { Denominator: null } || Programme.Contains(metric.Id));

    /// <summary>How many whole steps of a past it takes to look ahead.</summary>
    public static int LeastSteps(Grain grain) => LookAhead.Least(grain);

    /// <summary>The day from which on there is an outlook, if every step after the first that is known has a value; null where nothing is known.</summary>
    public static LocalDate? BeginsOn(OutlookReport report) => report.Past.Count == 0 ? null : LookAhead.Step(report.Past[0].From, LeastSteps(report.Grain), report.Grain);

    /// <summary>The forecast of a metric from the end of the last whole month with data.</summary>
    /// <param name="engine">The metric engine.</param>
    /// <param name="warehouse">The workspace's facts.</param>
    /// <param name="settings">The workspace's choices.</param>
    /// <param name="metric">One for which <see cref="CanLookAhead"/> holds.</param>
    /// <param name="past">Whole months with data.</param>
    /// <param name="months">How far ahead, 1 to <see cref="MostMonths"/>; never further than was seen.</param>
    /// <param name="extension">A factor on the scope, such as 1.3 for a channel more; null for the scope as it is.</param>
    /// <param name="cancellation">Ends the running statement.</param>
    /// <exception cref="UserErrorException">The metric cannot be forecast, or a number is out of range.</exception>
    /// <exception cref="WarehouseUnavailableException">The facts are being rebuilt.</exception>
    public static async Task<OutlookReport> ReadAsync(
        MetricEngine engine, WorkspaceWarehouse warehouse, MetricSettings settings, Metric metric, Period past, int months, decimal? extension, CancellationToken cancellation)
    {
        if (!CanLookAhead(metric))
            throw new UserErrorException($"{metric.Id} does not add up over time; name a metric of money or counts, such as attributed_revenue.");
        if (months is < 1 or > MostMonths)
            throw new UserErrorException($"months: from 1 to {MostMonths}.");
        if (extension is < 0 or > 100)
            throw new UserErrorException("extension: a factor from 0 to 100, such as 1.3.");
        var grain = LookAhead.GrainOf(past);
        var answer = await engine.QueryAsync(warehouse, new MetricRequest { Metrics = [metric], Period = past, Grain = grain, Intervals = false }, settings, cancellation).ConfigureAwait(false);
        OutlookPoint[] points = [.. answer[metric.Id].Rows.Where(r => r.Group.Count == 0 && past.Contains(r.Period.From)).OrderBy(r => r.Period.From)
            .Select(r => new OutlookPoint(r.Period.From, r.Figure.Value ?? 0))];
        return Compose(metric, settings.Currency, grain, Whole(points, past, grain), past.To, months, extension);
    }

    /// <summary>The forecast of a past. Pure.</summary>
    internal static OutlookReport Compose(Metric metric, string currency, Grain grain, IReadOnlyList<OutlookPoint> past, LocalDate from, int months, decimal? extension)
    {
        var look = LookAhead.Of([.. past.Select(p => (p.From, p.Value))], LookAhead.Steps(from, months, grain), grain);
        OutlookPoint[] ahead = [.. look.Ahead.Select(Point)];
        var sum = look.Sum is { } all ? Point(all) : null;
        var chosen = look.Chosen;
        var extended = extension is { } factor ? sum?.Times(factor) : null;
        return new OutlookReport
        {
            Metric = metric.Id,
            Name = metric.Name,
            Unit = metric.Unit,
            Currency = currency,
            Grain = grain,
            Past = past,
            Ahead = ahead,
            Method = chosen?.Forecast.Method,
            Tests = [.. (chosen?.Tests ?? []).Select(t => new OutlookTest(t.Method, (decimal)t.MeanAbsoluteError, t.Coverage80, t.Coverage95, t.Forecasts))],
            Sum = sum,
            Extended = extended,
            Sentence = OutlookText.Sentence(metric, currency, sum, extended, ahead.Length, grain),
        };
    }

    private static OutlookPoint Point(AheadStep step) => new(step.From, step.Mean, step.Low80, step.High80, step.Low95, step.High95);

    // A step without a row had nothing; a week cut by either end is no whole one.
    internal static OutlookPoint[] Whole(OutlookPoint[] points, Period past, Grain grain)
    {
        var found = points.ToDictionary(p => Period.StartOf(p.From, grain), p => p.Value);
        var steps = LookAhead.Whole(past, grain).Select(step => new OutlookPoint(step.From, found.GetValueOrDefault(step.From))).ToList();
        var begun = steps.FindIndex(s => s.Value != 0);
        return begun < 0 ? [] : [.. steps.Skip(begun)];
    }
}
