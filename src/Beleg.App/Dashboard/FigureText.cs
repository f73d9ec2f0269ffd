using Beleg.App.Dashboard.Language;
using Beleg.App.Dashboard.Parts;
using Beleg.Metrics;
using Beleg.Primitives;
using Beleg.Reports;

namespace Beleg.App.Dashboard;

/// <summary>Writes a metric's figure, its change and what weakens it, in the reader's language.</summary>
/// <param name="tongue">Language.</param>
/// <param name="currency">The workspace's.</param>
public sealed class FigureText(Tongue tongue, Currency currency)
{
    /// <summary>Per cent of money over money.</summary>
    private const string Return = "roi_pct";

    /// <summary>A value in its unit; a dash where there is none.</summary>
    public string Value(MetricUnit unit, decimal? value) => value is not { } known ? Print.None : unit switch
    {
        MetricUnit.Share => Print.Share(tongue, known),
        MetricUnit.Count => Print.Count(tongue, (long)decimal.Round(known)),
        MetricUnit.Money => Print.Money(tongue, known, currency),
        MetricUnit.DurationMs => Print.Span(tongue, known),
        MetricUnit.Percent => Print.Share(tongue, known / 100),
        MetricUnit.Months => tongue.Say(Texts.MonthsUnit, known.ToString("0.00", tongue.Culture)),
        MetricUnit.Score => known.ToString("0.0#", tongue.Culture),
        _ => known.ToString("0.00", tongue.Culture),
    };

    /// <summary>The change in words: percentage points for shares, points for scores, else per cent of the value before.</summary>
    public string? Change(MetricUnit unit, FigureChange? change)
    {
        if (change?.Change is not { } difference)
            return null;
        return unit switch
        {
            MetricUnit.Share => tongue.Say(Texts.PercentagePoints, Signed(difference * 100, "0.0")),
            MetricUnit.Percent => tongue.Say(Texts.PercentagePoints, Signed(difference, "0.0")),
            MetricUnit.Score => tongue.Say(Texts.Points, Signed(difference, "0.0#")),
            // Above ten times the value before nobody can picture per cent; the amount itself can be.
            _ when Math.Abs(change.ChangeShare ?? 0) >= 10 => UnitText.Change(unit, difference, currency, tongue.Writes),
            _ when change.ChangeShare is { } share => Signed(share * 100, "0.0") + (tongue == Tongue.German ? "\u00a0%" : "%"),
            _ => null,
        };
    }

    /// <summary>good or bad where the metric has a direction and moved.</summary>
    public static string ChangeKind(GoodDirection good, FigureChange? change) => (good, Math.Sign(change?.Change ?? 0)) switch
    {
        (GoodDirection.Up, 1) or (GoodDirection.Down, -1) => "good",
        (GoodDirection.Up, -1) or (GoodDirection.Down, 1) => "bad",
        _ => "",
    };

    /// <summary>A result as a tile.</summary>
    public TileModel Tile(MetricResult result, IReadOnlyList<double?>? trend = null)
    {
        var (metric, figure) = (result.Metric, result.Total);
        return new TileModel
        {
            MetricId = metric.Id,
            Path = metric.Id,
            Name = metric.Name.In(tongue.Code),
            Figure = Value(metric.Unit, figure.Value),
            Exact = figure.Value,
            Parts = Parts(metric, figure),
            Change = Change(metric.Unit, figure.Compare),
            ExactChange = figure.Compare?.Change,
            ChangeKind = ChangeKind(metric.Good, figure.Compare),
            ExactBefore = figure.Compare?.Value,
            Before = figure.Compare is { } before ? Value(metric.Unit, before.Value) : null,
            Interval = Interval(metric.Unit, figure),
            MarkedInterval = figure.Interval is { } ends && Says(metric.Unit, ends) ? new(FigureMark.Of(metric.Id + ".interval.low", ends.Low, Value(metric.Unit, ends.Low)).Value + " – " + FigureMark.Of(metric.Id + ".interval.high", ends.High, Value(metric.Unit, ends.High)).Value) : null,
            Flags = [.. Flags(result)],
            Trend = trend ?? [],
        };
    }

    /// <summary>
    /// A result as pages lead with it: the cautious value, the base and the high one beside it, and the change between the cautious values of
    /// both periods, as a proof has it.
    /// </summary>
    /// <param name="result">The period's result.</param>
    /// <param name="before">The result of the period compared with; null where there is none.</param>
    /// <param name="trend">The last periods, oldest first.</param>
    public TileModel Cautious(MetricResult result, MetricResult? before = null, IReadOnlyList<double?>? trend = null)
    {
        var (now, unit) = (result.Total, result.Metric.Unit);
        var lead = now.Cautious;
        var tile = Tile(result with { Total = now with { Value = lead, Low = null, High = null, Forecast = lead is null ? now.Forecast : null, Compare = before is null ? null : FigureChange.Of(lead, before.Total.Cautious) } }, trend);
        if (unit == MetricUnit.Months)
            tile = Payback(tile, now, before?.Total);
        var path = result.Metric.Id;
        return tile with
        {
            Range = now is { Low: null, High: null } || (now.Low == now.High && now.Low == now.Value) || now.Value is null ? null : FigureMark.Say(
                tongue, Texts.BaseHigh, FigureMark.Of(path + ".base", now.Value, Value(unit, now.Value)), FigureMark.Of(path + ".high", now.High, Value(unit, now.High))),
        };
    }

    /// <summary>
    /// Why a payback has no value, in words: whoever reads a dash asks whether nobody knows, or whether it never pays. Without a cost there is nothing
    /// to pay back, and it stays a dash.
    /// </summary>
    /// <param name="tile">The payback, as <see cref="Cautious"/> writes it.</param>
    /// <param name="payback">Its result.</param>
    /// <param name="cost">What the programme cost in the period; null or 0 where nothing is known of a cost.</param>
    public TileModel Unpaid(TileModel tile, MetricResult payback, decimal? cost) => payback.Total switch
    {
        { Cautious: not null } or { Forecast: not null, Value: null } => tile,
        { Value: not null } => tile with { Figure = tongue[Texts.NotYetShort], Parts = tongue[Texts.PaybackNotCautious], Before = null },
        _ when cost is > 0 => tile with { Figure = tongue[Texts.NotYetShort], Parts = tongue[Texts.PaybackNotSo], Before = null },
        _ => tile with { Parts = tongue[Texts.PaybackNothing], Before = null },
    };

    /// <summary>Both ends of a figure's interval; null where it has none, or where they are written alike and would say nothing.</summary>
    public string? Interval(MetricUnit unit, Figure figure) => figure.Interval is { } interval && Says(unit, interval) ? Value(unit, interval.Low) + " – " + Value(unit, interval.High) : null;

    private bool Says(MetricUnit unit, FigureInterval interval) => Value(unit, interval.Low) != Value(unit, interval.High);

    // A month before in which it had not paid for itself yet is no gap in the data.
    private TileModel Payback(TileModel tile, Figure now, Figure? before) => now switch
    {
        { Cautious: null, Forecast: { } ahead, Value: null } => tile with { Figure = tongue[Texts.NotYetShort], Parts = tongue.Say(Texts.ExpectedAfter, Value(MetricUnit.Months, ahead)), Before = null },
        { Cautious: not null } when before is { Cautious: null } => tile with { Before = before is { Value: null, Forecast: null } ? null : tongue[Texts.NotYetBefore] },
        _ => tile,
    };

    private string? Parts(Metric metric, Figure figure)
    {
        if (figure is { Value: null, Forecast: { } ahead })
            return tongue.Say(Texts.NotYet, Value(metric.Unit, ahead));
        if (figure.Low is { } low && figure.High is { } high && low != high)
            return tongue.Say(Texts.LowHigh, Value(metric.Unit, low), Value(metric.Unit, high));
        if (figure.Denominator is not { } whole || figure.Numerator is not { } part || metric.Unit == MetricUnit.Count)
            return null;
        // A division by nothing is nothing to show; what is missing is.
        if (whole == 0 && metric.Unit != MetricUnit.Share)
            return metric.Id == Return ? tongue[Texts.NoCostYet] : null;
        return metric.Unit == MetricUnit.Share
            ? tongue.Say(Texts.PartsOf, Print.Number(tongue, part, 2), Print.Number(tongue, whole, 2))
            : tongue.Say(Texts.PartsOver, metric.Unit == MetricUnit.Money || metric.Id == Return ? Print.Money(tongue, part, currency) : Print.Number(tongue, part, 2),
                metric.Id == Return ? Print.Money(tongue, whole, currency) : Print.Number(tongue, whole, 2));
    }

    private IEnumerable<string> Flags(MetricResult result)
    {
        if (result.Total.Value is null)
            yield break;
        if (result.Total.LowSample)
            yield return tongue[Texts.FewCases];
        if (result.Total.Provisional)
            yield return result.Total.OpenShare is { } open and > 0 ? tongue.Say(Texts.Provisional, Print.Share(tongue, open)) : tongue[Texts.ProvisionalAll];
    }

    private string Signed(decimal value, string format)
    {
        var text = Math.Abs(value).ToString(format, tongue.Culture);
        return value > 0 ? "+" + text : value < 0 ? "−" + text : "±" + text;
    }
}
