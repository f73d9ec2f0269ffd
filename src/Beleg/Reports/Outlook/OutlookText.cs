using System.Globalization;
using System.Text;
using Beleg.Metrics;
using Beleg.Primitives;

namespace Beleg.Reports.Outlook;

/// <summary>Says what the time ahead is worth.</summary>
public static class OutlookText
{
    /// <summary>For a terminal. Pure.</summary>
    public static string Render(OutlookReport report, ReportLanguage l)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{report.Name.In(l.Code)} · {report.Method ?? ReportLanguage.None}");
        text.AppendLine(report.Sentence.In(l.Code));
        List<string[]> rows = [["", l.Pick("expected", "erwartet"), l.Percent(80, 0), l.Percent(95, 0)]];
        foreach (var point in report.Ahead)
            rows.Add([l.Day(point.From), Value(point.Value, report, l), Range(point.Low80, point.High80, report, l), Range(point.Low95, point.High95, report, l)]);
        if (report.Ahead.Count > 0)
            PlainText.Table(text, rows);
        foreach (var test in report.Tests)
        {
            text.AppendLine(l.Culture,
                $"  {test.Method}: {l.Pick("mean error", "mittlerer Fehler")} {Value(test.MeanAbsoluteError, report, l)}, {l.Pick("inside 80% / 95%", "innerhalb 80\u00a0% / 95\u00a0%")}: {l.Share((decimal)test.Inside80, 0)} / {l.Share((decimal)test.Inside95, 0)}, {test.Forecasts} {l.Pick("back-tests", "Rückproben")}");
        }

        return text.ToString();
    }

    internal static Words Sentence(Metric metric, string currency, OutlookPoint? sum, OutlookPoint? extended, int steps, Grain grain) => ReportLanguage.Say(l =>
    {
        if (sum is null)
            return l.Pick("There is too little history to look ahead.", "Die Vorgeschichte reicht für einen Ausblick nicht.");
        string Say(decimal? amount) => Value(amount ?? 0, metric.Unit, currency, l);
        var span = Span(steps, grain, l);
        var scope = extended is null ? "" : l.Pick(
            $" With the scope extended: {Say(extended.Value)}, or {Say(extended.Low80)} to {Say(extended.High80)}.",
            $" Mit erweitertem Umfang: {Say(extended.Value)}, oder {Say(extended.Low80)} bis {Say(extended.High80)}.");
        var range = l.Pick(
            $"{Say(sum.Low80)} to {Say(sum.High80)} (80%; {Say(sum.Low95)} to {Say(sum.High95)} at 95%)",
            $"{Say(sum.Low80)} bis {Say(sum.High80)} (80\u00a0%; {Say(sum.Low95)} bis {Say(sum.High95)} bei 95\u00a0%)");
        return metric.Unit == MetricUnit.Money
            ? l.Pick($"The next {span} are worth {Say(sum.Value)}, or {range}, scope as it is.{scope}", $"Die nächsten {span} sind {Say(sum.Value)} wert, oder {range}, Umfang wie jetzt.{scope}")
            : l.Pick($"Expected in the next {span}: {Say(sum.Value)}, or {range}, scope as it is.{scope}", $"Erwartet für die nächsten {span}: {Say(sum.Value)}, oder {range}, Umfang wie jetzt.{scope}");
    });

    /// <summary>A value in the metric's unit; money whole, since cents of what is expected would claim more than anybody knows.</summary>
    public static string Value(decimal value, OutlookReport report, ReportLanguage l) => Value(value, report.Unit, report.Currency, l);

    private static string Value(decimal value, MetricUnit unit, string currency, ReportLanguage l) =>
        unit == MetricUnit.Money ? l.MoneyAhead(value, Currency.Find(currency)) : l.Count(Math.Round(value));

    private static string Range(decimal? low, decimal? high, OutlookReport report, ReportLanguage l) =>
        low is { } from && high is { } to ? $"{Value(from, report, l)} – {Value(to, report, l)}" : ReportLanguage.None;

    private static string Span(int steps, Grain grain, ReportLanguage l) => grain switch
    {
        Grain.Month => l.Pick($"{steps} months", $"{steps} Monate"),
        Grain.Week => l.Pick($"{steps} weeks", $"{steps} Wochen"),
        _ => l.Pick($"{steps} days", $"{steps} Tage"),
    };
}
