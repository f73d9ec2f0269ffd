using System.Globalization;
using System.Text;
using Beleg.Metrics;
using Beleg.Primitives;

namespace Beleg.Reports.Experiments;

/// <summary>An experiment for a terminal.</summary>
public static class ExperimentText
{
    /// <summary>Writes it out. Pure.</summary>
    public static string Render(ExperimentReport report, ReportLanguage l)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{PlainText.Safe(report.Experiment)} · {report.Name.In(l.Code)}{(report.Since is { } day ? $" · {l.Pick("since", "seit")} {l.Day(day)}" : "")}");
        List<string[]> rows = [["", l.Pick("contacts", "Kontakte"), l.Pick("value", "Wert"), l.Pick("opted out", "abgemeldet"), l.Pick("lift", "Zuwachs"), l.Pick("valid at any look", "gültig bei jedem Blick"), l.Pick("chance to win", "Gewinnchance")]];
        foreach (var arm in report.Arms)
        {
            var against = report.Comparisons.FirstOrDefault(c => c.Arm == arm.Arm);
            rows.Add([
                PlainText.Safe(arm.Arm), l.Count(arm.Contacts), Value(arm.Value, report, l), Share(arm.OptOutRate, l), Lift(against?.Effect, l),
                against is { Low: { } low, High: { } high } ? $"{Share(low, l)} – {Share(high, l)}" : "", against is null ? "" : Share(against.ChanceToWin, l)]);
        }

        PlainText.Table(text, rows);
        foreach (var comparison in report.Comparisons)
            text.AppendLine(CultureInfo.InvariantCulture, $"  {comparison.Headline.In(l.Code)}: {PlainText.Safe(comparison.Explanation.In(l.Code))}");
        foreach (var guardrail in report.Comparisons.SelectMany(comparison => comparison.Guardrails))
            text.AppendLine(CultureInfo.InvariantCulture, $"  {l.Pick("guardrail", "Leitplanke")} {guardrail.Name.In(l.Code)}: {Value(guardrail.Before, guardrail.Unit, report.Currency, l)} › {Value(guardrail.After, guardrail.Unit, report.Currency, l)}, p {l.Number((decimal)(guardrail.PValue ?? 1), 4)} (Holm {l.Number((decimal)(guardrail.Holm ?? 1), 4)})");
        text.AppendLine(CultureInfo.InvariantCulture, $"  {l.Pick("sample ratio", "Verhältnis der Gruppen")}: p {l.Number((decimal)report.SampleRatioP, 4)} · {l.Pick("saw several arms", "sahen mehrere Gruppen")}: {l.Count(report.InSeveralArms)}");
        if (report.ContactsNeeded is { } needed)
            text.AppendLine(CultureInfo.InvariantCulture, $"  {l.Pick($"To show the least effect that matters, an arm needs {l.Count(needed)} contacts.", $"Um den kleinsten Effekt zu zeigen, der zählt, braucht eine Gruppe {l.Count(needed)} Kontakte.")}");
        return text.ToString();
    }

    /// <summary>A value in the metric's unit.</summary>
    public static string Value(double? value, ExperimentReport report, ReportLanguage l) => Value(value, report.Unit, report.Currency, l);

    /// <summary>A value in a unit; a dash where there is none.</summary>
    public static string Value(double? value, MetricUnit unit, string currency, ReportLanguage l) => value is not { } known || !double.IsFinite(known) || Math.Abs(known) > 1e15 ? ReportLanguage.None : unit switch
    {
        MetricUnit.Share => l.Share((decimal)known),
        MetricUnit.Money => l.Money(Math.Round((decimal)known, 2), Currency.Find(currency)),
        MetricUnit.DurationMs => l.Span((decimal)known),
        _ => l.Number((decimal)known, 2),
    };

    /// <summary>A relative effect with its sign.</summary>
    public static string Lift(double? share, ReportLanguage l) => share is { } known && double.IsFinite(known) ? (known > 0 ? "+" : "") + Share(known, l) : ReportLanguage.None;

    private static string Share(double? share, ReportLanguage l) => share is { } known && double.IsFinite(known) ? l.Share((decimal)Math.Clamp(known, -1e9, 1e9)) : ReportLanguage.None;
}
