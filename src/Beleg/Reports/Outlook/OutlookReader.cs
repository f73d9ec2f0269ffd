using Beleg.Metrics;
using Beleg.Primitives;
using Beleg.Statistics.Forecasts;
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

    private const int FewMonths = 18;
    private const int FewWeeks = 16;

    /// <summary>Whether a metric adds up over time, so that its sum ahead means something.</summary>
    public static bool CanLookAhead(Metric metric) => metric is { IsDue: true, Unit: MetricUnit.Money or MetricUnit.Count }
        && (metric.Formula is { Denominator: null } || Programme.Contains(metric.Id));

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
        var grain = GrainOf(past);
        var answer = await engine.QueryAsync(warehouse, new MetricRequest { Metrics = [metric], Period = past, Grain = grain, Intervals = false }, settings, cancellation).ConfigureAwait(false);
        OutlookPoint[] points = [.. answer[metric.Id].Rows.Where(r => r.Group.Count == 0 && past.Contains(r.Period.From)).OrderBy(r => r.Period.From)
            .Select(r => new OutlookPoint(r.Period.From, r.Figure.Value ?? 0))];
        return Compose(metric, settings.Currency, grain, Whole(points, past, grain), past.To, months, extension);
    }

    /// <summary>The forecast of a past. Pure.</summary>
    internal static OutlookReport Compose(Metric metric, string currency, Grain grain, IReadOnlyList<OutlookPoint> past, LocalDate from, int months, decimal? extension)
    {
        var steps = Math.Min(Steps(from, months, grain), past.Count);
        double[] values = [.. past.Select(p => (double)p.Value)];
        var chosen = steps == 0 ? null : ChosenForecast.Of(values, Season(grain, past.Count), steps);
        var never = values.Length > 0 && values.All(v => v >= 0);
        OutlookPoint[] ahead = chosen is null ? [] : [.. chosen.Forecast.Points.Select((p, i) => Point(Step(past[^1].From, i + 1, grain), p, never))];
        var sum = ahead.Length == 0 ? null : ahead.Aggregate((all, p) =>
            new OutlookPoint(all.From, all.Value + p.Value, all.Low80 + p.Low80, all.High80 + p.High80, all.Low95 + p.Low95, all.High95 + p.High95));
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

    // Something that was never below 0 is not expected there.
    private static OutlookPoint Point(LocalDate from, ForecastPoint point, bool never)
    {
        decimal At(double value) => Math.Round((decimal)Math.Clamp(never ? Math.Max(0, value) : value, -1e15, 1e15), 2);
        return new OutlookPoint(from, At(point.Mean), At(point.Low80), At(point.High80), At(point.Low95), At(point.High95));
    }

    private static Grain GrainOf(Period past) =>
        past.Days >= FewMonths * 30 ? Grain.Month : past.Days >= FewWeeks * 7 ? Grain.Week : Grain.Day;

    private static int Season(Grain grain, int count) => grain switch
    {
        Grain.Month => 12,
        Grain.Week => count >= 104 ? 52 : 1,
        _ => 7,
    };

    private static int Steps(LocalDate from, int months, Grain grain)
    {
        var days = NodaTime.Period.DaysBetween(from, from.PlusMonths(months));
        return grain switch { Grain.Month => months, Grain.Week => (days + 6) / 7, _ => days };
    }

    private static LocalDate Step(LocalDate from, int steps, Grain grain) => grain switch
    {
        Grain.Month => from.PlusMonths(steps),
        Grain.Week => from.PlusWeeks(steps),
        _ => from.PlusDays(steps),
    };

    // A step without a row had nothing; a week cut by either end is no whole one.
    private static OutlookPoint[] Whole(OutlookPoint[] points, Period past, Grain grain)
    {
        var found = points.ToDictionary(p => Period.StartOf(p.From, grain), p => p.Value);
        var first = Period.StartOf(past.From, grain);
        if (first < past.From)
            first = Step(first, 1, grain);
        var steps = new List<OutlookPoint>();
        for (var at = first; Step(at, 1, grain) <= past.To; at = Step(at, 1, grain))
            steps.Add(new OutlookPoint(at, found.GetValueOrDefault(at)));
        var begun = steps.FindIndex(s => s.Value != 0);
        return begun < 0 ? [] : [.. steps.Skip(begun)];
    }
}
