using System.Globalization;
using System.Text;
using Beleg.Model;
using NodaTime;

namespace Beleg.Reports.Receipts;

/// <summary>A receipt for a terminal.</summary>
public static class ReceiptText
{
    /// <summary>Writes it out. Pure; what came from outside cannot control the terminal.</summary>
    public static string Render(Receipt receipt, ReportLanguage language, DateTimeZone zone)
    {
        var text = new StringBuilder();
        Head(text, receipt, language, zone);
        Touches(text, receipt, language, zone);
        Refused(text, receipt, language, zone);
        Bookings(text, receipt, language, zone);
        Sums(text, receipt, language);
        Learned(text, receipt, language, zone);
        Trail(text, receipt, language, zone);
        Raw(text, receipt, language, zone);
        var v = receipt.Versions;
        text.AppendLine().AppendLine(CultureInfo.InvariantCulture,
            $"Beleg {v.Software} · {language.Pick("event codec", "Ereignisformat")} {v.EventCodec} · {language.Pick("look-back", "Zeitfenster")} {v.LookBackDays} × 24 h{string.Concat(v.Windows.Select(w => $", {w.Key} {w.Value} × 24 h"))} · {language.Pick("half-life", "Halbwertszeit")} {v.HalfLifeDays} d");
        return text.ToString();
    }

    private static void Head(StringBuilder text, Receipt receipt, ReportLanguage l, DateTimeZone zone)
    {
        var order = receipt.Order;
        text.AppendLine(l.Culture, $"{l.Pick("Order", "Bestellung")} {PlainText.Safe(order.OrderId)} · {PlainText.Safe(order.Shop)} · {l.Moment(order.PlacedAt, zone)}");
        text.AppendLine(PlainText.Safe(order.StateReason.In(l.Code)));
        text.AppendLine(l.Culture, $"{l.Pick("captured", "eingezogen")} {l.Money(order.Gross)} − {l.Pick("refunded", "erstattet")} {l.Money(order.Refunded)} = {l.Pick("net", "netto")} {l.Money(order.Net)}");
        if (order.GrossOriginal.Currency != order.Gross.Currency)
        {
            var rate = order.Rate is { } known ? known.ToString("0.############", CultureInfo.InvariantCulture) : ReportLanguage.None;
            var day = order.RateDay is { } on ? " · " + l.Day(on) : "";
            text.AppendLine(l.Culture, $"{l.Pick("original", "ursprünglich")} {l.Money(order.GrossOriginal)} − {l.Money(order.RefundedOriginal)}, {l.Pick("rate", "Kurs")} {rate}{day}");
        }

        text.AppendLine().AppendLine(PlainText.Safe(receipt.Evidence.Rule.In(l.Code)));
    }

    private static void Touches(StringBuilder text, Receipt receipt, ReportLanguage l, DateTimeZone zone)
    {
        if (receipt.Touches.Count == 0)
            return;
        text.AppendLine().AppendLine(l.Pick("Touches, and the cents each model gives them", "Berührungen und die Cent, die jedes Modell ihnen gibt"));
        var rows = new List<string[]> { (string[])["", .. receipt.Models.Select(m => m.Model)] };
        foreach (var touch in receipt.Touches)
            rows.Add([Name(touch, l, zone), .. touch.Shares.Select(s => $"{l.Money(new Amount(s.Minor, receipt.Order.Net.Currency))} {l.Share(s.Weight, 0)}")]);
        PlainText.Table(text, rows);
    }

    private static void Refused(StringBuilder text, Receipt receipt, ReportLanguage l, DateTimeZone zone)
    {
        if (receipt.RefusedCount == 0)
            return;
        text.AppendLine().AppendLine(l.Culture, $"{l.Pick("Too early for their window, so given nothing", "Zu früh für ihr Zeitfenster, darum ohne Anteil")} ({l.Count(receipt.RefusedCount)})");
        PlainText.Table(text, [.. receipt.Refused.Select(r => (string[])
            [l.Moment(r.At, zone), ReportLanguage.Label(r.Kind), ReportLanguage.Label(r.Channel), PlainText.Safe(r.Flow), l.Pick($"{l.Span(r.AgeMs)} before", $"{l.Span(r.AgeMs)} davor"), Say(r.Window, l)])], leftColumns: 6);
    }

    private static string Say(ReceiptWindow window, ReportLanguage l) =>
        string.Create(l.Culture, $"{l.Pick("window", "Zeitfenster")} {window.Days} × 24 h ({window.Rule}), {l.Pick("counted from", "gezählt ab")} {window.ClockStarts}");

    private static string Name(ReceiptTouch touch, ReportLanguage l, DateTimeZone zone)
    {
        string?[] parts =
        [
            l.Moment(touch.At, zone), l.Pick($"{l.Span(touch.AgeMs)} before", $"{l.Span(touch.AgeMs)} davor"), ReportLanguage.Label(touch.Kind),
            touch.TrafficChannel is { } traffic ? ReportLanguage.Label(traffic) : ReportLanguage.Label(touch.Channel),
            PlainText.Safe(touch.Flow), PlainText.Safe(touch.Campaign), touch.EntryPoint is { } entry ? ReportLanguage.Label(entry) : null,
            touch.Window.Rule == TouchWindow.General ? null : Say(touch.Window, l),
        ];
        return string.Join(" · ", parts.Where(p => !string.IsNullOrEmpty(p)));
    }

    private static void Bookings(StringBuilder text, Receipt receipt, ReportLanguage l, DateTimeZone zone)
    {
        if (receipt.Bookings.Count < 2)
            return;
        text.AppendLine().AppendLine(l.Pick("Bookings", "Buchungen"));
        PlainText.Table(text, [.. receipt.Bookings.Select(b => (string[])[$"{l.Moment(b.At, zone)} · {b.Kind}", l.Money(b.Amount)])]);
    }

    private static void Sums(StringBuilder text, Receipt receipt, ReportLanguage l)
    {
        text.AppendLine().AppendLine(l.Pick("Sum of cents = net", "Summe der Cent = netto"));
        string Money(long minor) => l.Money(new Amount(minor, receipt.Order.Net.Currency));
        var rows = new List<string[]>
        {
            (string[])["", l.Pick("attributed", "zugerechnet"), l.Pick("other touches", "andere"), l.Pick("unattributed", "nicht zugerechnet"), l.Pick("sum", "Summe"), l.Pick("net", "netto"), l.Pick("difference", "Differenz"), ""],
        };
        rows.AddRange(receipt.Models.Select(m => (string[])
            [m.Model, Money(m.Attributed), Money(m.OtherTouches), Money(m.Unattributed), Money(m.Sum), Money(m.Net), Money(m.Difference),
                m is { Difference: 0, Recomputed: true } ? "✓" : l.Pick("WRONG", "FALSCH")]));
        PlainText.Table(text, rows);
    }

    private static void Learned(StringBuilder text, Receipt receipt, ReportLanguage l, DateTimeZone zone)
    {
        foreach (var learned in receipt.Learned)
        {
            text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"{learned.Model}: {(learned.Refusal ?? learned.Basis).In(l.Code)}");
            PlainText.Table(text, [.. learned.Shares.Select((share, i) => (string[])
                [l.Moment(receipt.Touches[i].At, zone), ReportLanguage.Label(receipt.Touches[i].Channel), l.Money(new Amount(share.Minor, receipt.Order.Net.Currency)), l.Share(share.Weight, 0)])], leftColumns: 2);
        }
    }

    private static void Trail(StringBuilder text, Receipt receipt, ReportLanguage l, DateTimeZone zone)
    {
        if (receipt.Events.Count == 0)
            return;
        text.AppendLine().AppendLine(l.Pick("Raw events (journal position.item)", "Rohe Ereignisse (Journalposition.Eintrag)"));
        PlainText.Table(text, [.. receipt.Events.Select(e => (string[])
            [string.Create(CultureInfo.InvariantCulture, $"{e.Seq}.{e.Item}"), l.Moment(e.At, zone), ReportLanguage.Label(e.Kind), PlainText.Safe(e.Source), e.Part + (e.Conflict is { } conflict ? " · " + l.Pick($"conflict, {conflict}", conflict == "counts" ? "Konflikt, zählt" : "Konflikt, ersetzt") : "")])], leftColumns: 5);
    }

    // What was delivered may hold anything: it is written line by line, and no character of it can control the terminal.
    private static void Raw(StringBuilder text, Receipt receipt, ReportLanguage l, DateTimeZone zone)
    {
        foreach (var raw in receipt.Raw ?? [])
        {
            text.AppendLine().AppendLine(string.Create(CultureInfo.InvariantCulture, $"── {raw.Seq}.{raw.Item} · {PlainText.Safe(raw.Source)} · {l.Moment(raw.ReceivedAt, zone)} · {raw.DeliveryBytes} {l.Pick("bytes", "Byte")}")
                + (raw.IsWhole ? "" : l.Pick(" (this item alone)", " (nur dieser Eintrag)")));
            foreach (var line in raw.Text.ReplaceLineEndings("\n").Split('\n'))
                text.AppendLine(PlainText.Safe(line));
        }
    }
}
