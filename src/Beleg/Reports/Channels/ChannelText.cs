using System.Globalization;
using System.Text;
using Beleg.Primitives;

namespace Beleg.Reports.Channels;

/// <summary>The models side by side for a terminal.</summary>
public static class ChannelText
{
    /// <summary>Writes it out. Pure.</summary>
    public static string Render(ChannelReport report, ReportLanguage l)
    {
        var (text, currency) = (new StringBuilder(), Currency.Find(report.Currency));
        text.AppendLine(CultureInfo.InvariantCulture, $"{l.Day(report.From)} – {l.Day(report.To.PlusDays(-1))} · {l.Count(report.Converting)} {l.Pick("journeys with an order", "Wege mit Bestellung")}, {l.Count(report.Nulls)} {l.Pick("without", "ohne")} · Markov {report.Order}{(report.WithNulls ? "" : l.Pick(", without nulls", ", ohne Leerwege"))}");
        List<string[]> rows = [["", .. report.Models, l.Pick("removal effect", "Wegfalleffekt")]];
        foreach (var row in report.Rows)
            rows.Add([row.Channel is { } name ? PlainText.Safe(name) : l.Pick("no touch", "ohne Berührung"), .. row.Money.Select(m => l.Money(m, currency)), row.RemovalEffect is { } effect ? l.Share((decimal)effect) : ReportLanguage.None]);
        rows.Add([l.Pick("total", "Summe"), .. report.Totals.Select(m => l.Money(m, currency)), ""]);
        PlainText.Table(text, rows);
        foreach (var caution in report.Cautions)
            text.AppendLine(CultureInfo.InvariantCulture, $"  ! {caution.In(l.Code)}");
        return text.ToString();
    }
}
