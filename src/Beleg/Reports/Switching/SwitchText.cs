using System.Globalization;
using System.Text;
using Beleg.Primitives;

namespace Beleg.Reports.Switching;

/// <summary>What would change, for a terminal.</summary>
public static class SwitchText
{
    /// <summary>Writes it out. Pure.</summary>
    public static string Render(SwitchReport report, ReportLanguage l)
    {
        var (text, currency) = (new StringBuilder(), Currency.Find(report.Currency));
        text.AppendLine(CultureInfo.InvariantCulture, $"{l.Day(report.From)} – {l.Day(report.To.PlusDays(-1))}");
        text.AppendLine(CultureInfo.InvariantCulture, $"{l.Pick("now", "jetzt")}: {Say(report.Current)}");
        text.AppendLine(CultureInfo.InvariantCulture, $"{l.Pick("then", "dann")}: {Say(report.Proposed)}").AppendLine();
        string[] head = [l.Pick("now", "jetzt"), l.Pick("then", "dann"), l.Pick("change", "Änderung")];
        string[] Line(SwitchLine line) => [line.Name is { } name ? PlainText.Safe(name) : ReportLanguage.None, l.Money(line.Before, currency), l.Money(line.After, currency), l.Money(line.Change, currency)];
        PlainText.Table(text, [["", .. head], .. report.Totals.Select(Line)]);
        PlainText.Table(text.AppendLine(), [[l.Pick("channel", "Kanal"), .. head], .. report.Channels.Select(Line)]);
        PlainText.Table(text.AppendLine(), [["Flow", .. head], .. report.Flows.Select(Line)]);
        PlainText.Table(text.AppendLine(), [
            [l.Pick("evidence", "Beleggrad"), l.Pick("orders now", "Bestellungen jetzt"), l.Pick("then", "dann"), .. head[..2]],
            .. report.Grades.Select(g => (string[])[g.Grade.ToString(), l.Count(g.OrdersBefore), l.Count(g.OrdersAfter), l.Money(g.Before, currency), l.Money(g.After, currency)])]);
        text.AppendLine().AppendLine(l.Pick(
            $"{l.Count(report.Changed)} of {l.Count(report.Orders)} orders change, {l.Count(report.Regraded)} of them their evidence. Nothing was written.",
            $"{l.Count(report.Changed)} von {l.Count(report.Orders)} Bestellungen ändern sich, {l.Count(report.Regraded)} davon im Beleggrad. Nichts wurde geschrieben."));
        if (report.Movers.Count > 0)
        {
            PlainText.Table(text.AppendLine(), [
                [l.Pick("order", "Bestellung"), .. head, l.Pick("touches", "Berührungen"), l.Pick("evidence", "Beleggrad")],
                .. report.Movers.Select(m => (string[])[PlainText.Safe(m.OrderId), l.Money(m.Before, currency), l.Money(m.After, currency), l.Money(m.After - m.Before, currency), $"{l.Count(m.TouchesBefore)} → {l.Count(m.TouchesAfter)}", $"{m.GradeBefore} → {m.GradeAfter}"])]);
        }

        return text.ToString();
    }

    private static string Say(SwitchSide side) => string.Create(
        CultureInfo.InvariantCulture, $"{side.Model}, look_back_days {side.LookBackDays}, look_back_windows {side.LookBackWindows}, half_life_days {side.HalfLifeDays}");
}
