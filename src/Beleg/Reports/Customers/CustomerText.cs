using System.Globalization;
using System.Text;
using Beleg.Primitives;

namespace Beleg.Reports.Customers;

/// <summary>What customers are worth, for a terminal.</summary>
public static class CustomerText
{
    /// <summary>Writes it out. Pure.</summary>
    public static string Render(CustomerReport report, ReportLanguage l)
    {
        var (text, currency) = (new StringBuilder(), Currency.Find(report.Currency));
        string Money(decimal? amount) => amount is { } known ? l.Money(known, currency) : ReportLanguage.None;
        string Number(decimal? value) => value is { } known ? l.Number(known, 2) : ReportLanguage.None;
        List<string[]> rows =
        [
            [l.Pick("customers", "Kunden"), l.Count(report.Customers)],
            [l.Pick("of them bought again", "davon kauften wieder"), l.Count(report.Repeaters)],
            [l.Pick("order value", "Bestellwert"), Money(report.OrderValue)],
            [l.Pick("orders a year", "Bestellungen im Jahr"), Number(report.OrdersPerYear)],
            [l.Pick("years", "Jahre"), Number(report.Years)],
            [l.Pick("lifetime value, historic", "Kundenwert, historisch"), Money(report.Historic)],
        ];
        string Rate(decimal? value, decimal? low, decimal? high) => value is not { } known ? ReportLanguage.None
            : low is { } from && high is { } to ? $"{l.Share(known)} ({l.Share(from)} – {l.Share(to)})" : l.Share(known);
        foreach (var line in report.Retention)
        {
            var who = line.WithChat switch { null => "", true => l.Pick(", with chat", ", mit Chat"), false => l.Pick(", without chat", ", ohne Chat") };
            rows.Add([$"{l.Pick("retention", "Kundenbindung")} {l.Day(line.From)} – {l.Day(line.To.PlusDays(-1))}{who}", $"{Rate(line.Retention, line.RetentionLow, line.RetentionHigh)} · {l.Count(line.Kept)} / {l.Count(line.AtStart)}"]);
            rows.Add([$"{l.Pick("churn", "Abwanderung")}{who}", Rate(line.Churn, line.ChurnLow, line.ChurnHigh)]);
        }

        if (report.Outlook is { } outlook)
        {
            rows.Add([l.Pick($"purchases expected in {outlook.Months} months", $"erwartete Käufe in {outlook.Months} Monaten"), l.Count((decimal)outlook.Purchases)]);
            rows.Add([l.Pick("worth, discounted", "Wert, abgezinst"), Money(outlook.Value)]);
            rows.Add([l.Pick("a customer", "je Kunde"), Money(outlook.ValuePerCustomer)]);
            rows.Add([l.Pick("a customer just won, beyond the first order", "ein neuer Kunde, über die erste Bestellung hinaus"), Money(outlook.Newcomer)]);
            rows.Add([l.Pick("repeat customers still customers", "Wiederkäufer, die noch Kunden sind"), l.Share((decimal)outlook.AliveRepeaters)]);
            if (outlook.Check is { } check)
                rows.Add([l.Pick($"check, last {check.Weeks} weeks: expected / came", $"Probe, letzte {check.Weeks} Wochen: erwartet / kamen"), $"{l.Count((decimal)check.Expected)} / {l.Count(check.Actual)}"]);
        }

        text.AppendLine(CultureInfo.InvariantCulture, $"{l.Pick("until", "bis")} {l.Day(report.Until)}");
        PlainText.Table(text, rows);
        foreach (var cohort in report.Cohorts)
            text.AppendLine(CultureInfo.InvariantCulture, $"  {l.Month(cohort.Month)} ({l.Count(cohort.Customers)}): {string.Join(' ', cohort.Shares.Select(s => l.Share((decimal)s, 0)))}");
        foreach (var caution in report.Cautions)
            text.AppendLine(CultureInfo.InvariantCulture, $"  ! {caution.In(l.Code)}");
        return text.ToString();
    }
}
