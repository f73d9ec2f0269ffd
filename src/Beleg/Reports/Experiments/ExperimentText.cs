using System.Globalization;
using System.Text;
using Beleg.Primitives;

namespace Beleg.Reports.Experiments;

/// <summary>An experiment for a terminal.</summary>
public static class ExperimentText
{
    /// <summary>Writes it out. Pure.</summary>
    public static string Render(ExperimentReport report, ReportLanguage l)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{PlainText.Safe(report.Experiment)} · {report.Metric}{(report.Since is { } day ? $" · {l.Pick("since", "seit")} {l.Day(day)}" : "")}");
        List<string[]> rows = [["", l.Pick("contacts", "Kontakte"), l.Pick("value", "Wert"), l.Pick("opted out", "abgemeldet"), l.Pick("lift", "Zuwachs"), l.Pick("valid at any look", "gültig bei jedem Blick"), l.Pick("chance to win", "Gewinnchance")]];
        foreach (var arm in report.Arms)
        {
            var against = report.Comparisons.FirstOrDefault(c => c.Arm == arm.Arm);
            rows.Add([
                PlainText.Safe(arm.Arm), l.Count(arm.Contacts), Value(arm.Value, report, l), Share(arm.OptOutRate, l), Share(against?.Effect, l),
                against is { Low: { } low, High: { } high } ? $"{Share(low, l)} – {Share(high, l)}" : "", against is null ? "" : Share(against.ChanceToWin, l)]);
        }

        PlainText.Table(text, rows);
        foreach (var comparison in report.Comparisons)
            text.AppendLine(CultureInfo.InvariantCulture, $"  {comparison.Headline.In(l.Code)}: {PlainText.Safe(comparison.Explanation.In(l.Code))}");
        if (report.ContactsNeeded is { } needed)
            text.AppendLine(CultureInfo.InvariantCulture, $"  {l.Pick($"To show the least effect that matters, an arm needs {l.Count(needed)} contacts.", $"Um den kleinsten Effekt zu zeigen, der zählt, braucht eine Gruppe {l.Count(needed)} Kontakte.")}");
        return text.ToString();
    }

    /// <summary>The value of an arm in its metric's unit.</summary>
    public static string Value(double? value, ExperimentReport report, ReportLanguage l) => value is not { } known ? ReportLanguage.None
        : report.Metric == "conversion" ? l.Share((decimal)known) : l.Money(Math.Round((decimal)known, 2), Currency.Find(report.Currency));

    private static string Share(double? share, ReportLanguage l) => share is { } known && double.IsFinite(known) ? l.Share((decimal)Math.Clamp(known, -1e9, 1e9)) : ReportLanguage.None;
}
