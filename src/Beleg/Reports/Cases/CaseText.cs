using Beleg.Ledger;
using Beleg.Metrics;

namespace Beleg.Reports.Cases;

/// <summary>Phrases that cases share.</summary>
internal static class CaseText
{
    private const double DaysOfAMonth = 365.25 / 12;

    public static Words Money(CaseScene scene, decimal major) => ReportLanguage.Say(l => l.Money(major, scene.Currency));

    public static Words Share(decimal share) => ReportLanguage.Say(l => l.Share(share));

    public static Words Count(decimal count) => ReportLanguage.Say(l => l.Count(count));

    /// <summary>Where an assumption comes from and who agreed.</summary>
    public static Words Basis(Assumption assumption) => assumption.IsUnset
        ? new("default; nobody has set it", "Vorgabe; von niemandem gesetzt")
        : ReportLanguage.Say(l => string.Join("; ", new[]
        {
            assumption.Basis, assumption.Approver is { } approver ? l.Pick($"agreed by {approver}", $"vereinbart mit {approver}") : l.Pick("not agreed yet", "noch nicht vereinbart"),
        }.OfType<string>()));

    /// <summary>That it was counted, and when.</summary>
    public static Words Measured(Period period) => ReportLanguage.Say(l => l.Pick($"measured, {Span(period, l)}", $"gemessen, {Span(period, l)}"));

    /// <summary>Months by their names, else days.</summary>
    public static string Span(Period period, ReportLanguage l) =>
        !period.IsWholeMonths ? $"{l.Day(period.From)} – {l.Day(period.To.PlusDays(-1))}"
        : period.From.PlusMonths(1) == period.To ? l.Month(period.From.ToYearMonth())
        : $"{l.Month(period.From.ToYearMonth())} – {l.Month(period.To.PlusDays(-1).ToYearMonth())}";

    /// <summary>Whole months, as sums over them are told: one month, 2 months.</summary>
    public static string Months(Period period, ReportLanguage l) => Math.Max(1, (int)Math.Round(period.Days / DaysOfAMonth)) is > 1 and var months
        ? l.Pick($"{l.Count(months)} months", $"{l.Count(months)} Monaten")
        : l.Pick("one month", "einem Monat");

    public static Words Context(ProgrammeStart start) => ReportLanguage.Say(l => l.Pick(
        $"Since {l.Day(start.Day)} ({start.Because.En}); held against {Span(start.Baseline, l)}.",
        $"Seit {l.Day(start.Day)} ({start.Because.De}); verglichen mit {Span(start.Baseline, l)}."));

    public static CaseChange Change(Metric metric, Figure before, Figure after, string? part = null) => new(
        metric.Id, part is null ? metric.Name : new($"{metric.Name.En}, {metric.PartName(part).En}", $"{metric.Name.De}, {metric.PartName(part).De}"), part is null ? metric.Unit : metric.PartUnit(part), metric.Good,
        before.Value, after.Value, before.LowSample || after.LowSample);

    public static Words FewCases { get; } = new(
        "A figure marked as few cases rests on fewer than 30 and may be chance.", "Eine als „wenige Fälle“ markierte Zahl ruht auf weniger als 30 und kann Zufall sein.");

    public static Words NoCause { get; } = new(
        "Before against after is a comparison: whatever else changed meanwhile is in it. A hold-out would tell the cause.",
        "Vorher gegen nachher ist ein Vergleich: Was sich sonst änderte, steckt darin. Die Ursache zeigt eine Kontrollgruppe.");
}
