using Beleg.Ledger;
using Beleg.Metrics;
using Beleg.Primitives;

namespace Beleg.Reports.Sensitivity;

/// <summary>Says in English and German what moves a return and where it turns.</summary>
internal sealed class SensitivityText(Currency currency)
{
    // What stands in a table, and what stands in a sentence.
    private static readonly Dictionary<string, (Words Name, Words Subject)> Names = new(StringComparer.Ordinal)
    {
        [RoiDriver.Containment] = (new("Share contained and verified", "Selbst gelöst und bestätigt"), new("the share contained", "die Lösungsquote")),
        [RoiDriver.Revenue] = (new("Attributed revenue", "Zugeschriebener Umsatz"), new("attributed revenue", "der zugeschriebene Umsatz")),
        ["would_have_contacted_human"] = (new("Would have asked a person otherwise", "Hätten sonst einen Menschen gefragt"),
            new("the share who would otherwise have asked a person", "der Anteil derer, die sonst einen Menschen gefragt hätten,")),
        ["contribution_margin"] = (new("Contribution margin", "Deckungsbeitrag"), new("the contribution margin", "der Deckungsbeitrag")),
        ["weeks_per_month"] = (new("Weeks in a month", "Wochen im Monat"), new("the weeks of a month", "die Zahl der Wochen im Monat")),
        ["hourly_cost"] = (new("Cost of an hour of the team", "Kosten einer Stunde des Teams"), new("the cost of an hour of the team", "der Preis einer Stunde des Teams")),
        ["cost_per_human_contact"] = (new("Cost of a contact handled by a person", "Kosten eines Kontakts mit einem Menschen"),
            new("the cost of a contact handled by a person", "der Preis eines Kontakts mit einem Menschen")),
        ["baseline_containment"] = (new("Contained before the programme", "Selbst gelöst vor dem Programm"), new("the share contained before the programme", "die Lösungsquote vor dem Programm")),
        ["hours_saved_per_week"] = (new("Hours saved a week", "Gesparte Stunden je Woche"), new("the hours saved a week", "die Zahl der gesparten Stunden je Woche")),
    };

    public DriverWords Of(RoiDriver driver) => new(
        driver.Id, NameOf(driver.Id).Name,
        ReportLanguage.Say(l => driver.Low == driver.High ? Value(driver, driver.Base, l) : $"{Value(driver, driver.Low, l)} · {Value(driver, driver.Base, l)} · {Value(driver, driver.High, l)}"),
        driver.Turn is { } turn ? ReportLanguage.Say(l => Value(driver, turn, l)) : null,
        NoteOf(driver));

    /// <summary>The sentence of a turn; null where there is none.</summary>
    public Words? Turn(RoiDriver driver, decimal now) => driver.Turn is not { } turn ? null : ReportLanguage.Say(l =>
    {
        var name = NameOf(driver.Id).Subject.In(l.Code);
        var value = Value(driver, turn, l);
        var falls = driver.RisesWithIt == (now >= 0);
        return now >= 0
            ? l.Pick($"ROI turns negative when {name} {(falls ? "falls below" : "rises above")} {value}.", $"Der ROI wird negativ, wenn {name} {(falls ? "unter" : "über")} {value} {(falls ? "fällt" : "steigt")}.")
            : l.Pick($"ROI turns positive once {name} {(falls ? "falls below" : "rises above")} {value}.", $"Der ROI wird positiv, sobald {name} {(falls ? "unter" : "über")} {value} {(falls ? "fällt" : "steigt")}.");
    });

    /// <summary>The sentence of the cost at which nothing is left.</summary>
    public Words CostTurn(decimal generated, decimal cost) => ReportLanguage.Say(l => generated >= cost
        ? l.Pick($"ROI turns negative when the programme costs more than {l.Money(generated, currency)}.", $"Der ROI wird negativ, wenn das Programm mehr als {l.Money(generated, currency)} kostet.")
        : l.Pick($"ROI turns positive once the programme costs less than {l.Money(generated, currency)}.", $"Der ROI wird positiv, sobald das Programm weniger als {l.Money(generated, currency)} kostet."));

    public static Words Summary(RoiSensitivity? roi) => roi is null
        ? new("The programme cost nothing in this period, so it has no return on investment.", "Das Programm kostete in diesem Zeitraum nichts; einen ROI gibt es daher nicht.")
        : ReportLanguage.Say(l =>
        {
            var spread = roi.Spread;
            var first = roi.Drivers.Count > 0 && roi.Drivers[0].Swing > 0 ? NameOf(roi.Drivers[0].Id).Subject.In(l.Code).TrimEnd(',') : null;
            var range = $"{Percent(spread.Low95, l)} {l.Pick("and", "und")} {Percent(spread.High95, l)}";
            // So many draws cannot tell certainty from nearly so.
            var sure = spread.AboveZero > .995m ? l.Pick("more than 99%", "mehr als 99\u00a0%") : spread.AboveZero < .005m ? l.Pick("fewer than 1%", "weniger als 1\u00a0%") : l.Share(spread.AboveZero, 0);
            return l.Pick(
                $"ROI is {Percent(roi.Percent, l)}; with everything it rests on moving at once it lies between {range} in 95 of 100 cases, and above zero in {sure}."
                + (first is null ? "" : $" What moves it most: {first}."),
                $"Der ROI ist {Percent(roi.Percent, l)}; bewegt sich alles zugleich, worauf er ruht, liegt er in 95 von 100 Fällen zwischen {range} und in {sure} über null."
                + (first is null ? "" : $" Am stärksten bewegt ihn: {first}."));
        });

    public static Words Method(RoiSensitivity? roi) => ReportLanguage.Say(l => l.Pick(
        $"{l.Count(roi?.Spread.Draws ?? RoiSensitivity.DefaultDraws)} draws, seed {roi?.Spread.Seed ?? RoiSensitivity.DefaultSeed}: each assumption from the triangle of its low, base and high; containment by Wilson's interval; revenue by the contacts it came from. Revenue of evidence A to C.",
        $"{l.Count(roi?.Spread.Draws ?? RoiSensitivity.DefaultDraws)} Ziehungen, Startwert {roi?.Spread.Seed ?? RoiSensitivity.DefaultSeed}: jede Annahme aus dem Dreieck von niedrig, Basis und hoch; die Lösungsquote nach Wilsons Intervall; der Umsatz nach den Kontakten, von denen er kam. Umsatz mit Nachweis A bis C."));

    private static (Words Name, Words Subject) NameOf(string id) => Names.TryGetValue(id, out var known) ? known
        : id.Split(':', 2) is ["hours_saved_per_week", var flow]
            ? (new($"Hours saved a week by {flow}", $"Gesparte Stunden je Woche durch {flow}"), new($"the hours saved a week by {flow}", $"die Zahl der durch {flow} gesparten Stunden je Woche"))
            : (new(id, id), new(id, id));

    private static Words NoteOf(RoiDriver driver) => driver switch
    {
        { Id: RoiDriver.Containment or RoiDriver.Revenue } => new("measured; ends of the 95% interval", "gemessen; Enden des 95-%-Intervalls"),
        { IsUnset: true } => new("default: nobody has set it", "Vorgabe: von niemandem gesetzt"),
        { Low: var low, High: var high } when low == high => new("agreed; no range given", "vereinbart; ohne Spanne"),
        _ => new("low, base, high as agreed", "niedrig, Basis, hoch wie vereinbart"),
    };

    private string Value(RoiDriver driver, decimal value, ReportLanguage l) => driver.Unit switch
    {
        "share" => l.Share(value, Math.Abs(value - decimal.Round(value, 2)) < .0005m ? 0 : 1),
        "weeks" => l.Number(value, 2),
        _ when driver.Id.StartsWith("hours_saved", StringComparison.Ordinal) => l.Number(value, 1) + "\u00a0h",
        _ => l.Money(value, currency),
    };

    private static string Percent(decimal percent, ReportLanguage l) => l.Percent(percent, Math.Abs(percent) < 100 ? 1 : 0);
}
