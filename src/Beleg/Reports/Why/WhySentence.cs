using Beleg.Metrics;
using Beleg.Primitives;
using Beleg.Statistics;

namespace Beleg.Reports.Why;

/// <summary>Drafts the sentence of a why note from its parts. Pure: the same parts give the same words.</summary>
internal static class WhySentence
{
    /// <summary>A part against the change is worth a word from this share of it on.</summary>
    private const decimal WorthAWord = .1m;

    /// <summary>The strongest part is called all of it where no more than this is left.</summary>
    private const decimal AllOfIt = .98m;

    /// <summary>The draft of a note that has parts.</summary>
    public static Words Draft(WhyNote note, Currency currency) => ReportLanguage.Say(language => string.Join(' ', Sentences(note, currency, language)));

    /// <summary>What stands where no draft can.</summary>
    public static Words Refuse(WhyRefusal refusal, decimal? cases, int needed) => refusal == WhyRefusal.FewCases
        ? ReportLanguage.Say(language => language.Pick(
            $"Too few cases to say why: {language.Count(cases ?? 0)}, and it takes {language.Count(needed)} in both periods.",
            $"Zu wenige Fälle für einen Grund: {language.Count(cases ?? 0)}; nötig sind {language.Count(needed)} in beiden Zeiträumen."))
        : new Words("Nothing to compare with in the period before.", "Im Zeitraum davor gibt es nichts zum Vergleichen.");

    private static IEnumerable<string> Sentences(WhyNote note, Currency currency, ReportLanguage language)
    {
        var (drivers, unit, name) = (note.Drivers!, note.Metric.Unit, note.Metric.Name.In(language.Code));
        var after = UnitText.Value(unit, drivers.After, currency, language);
        // What rounds to nothing is said to be nothing.
        if (UnitText.Value(unit, drivers.Before, currency, language) == after)
        {
            yield return language.Pick($"{name} did not move: {after}.", $"{name} unverändert: {after}.");
            yield break;
        }

        var size = UnitText.Size(unit, drivers.Change, currency, language);
        yield return drivers.Change > 0
            ? language.Pick($"{name} rose by {size} to {after}.", $"{name}: plus {size} auf {after}.")
            : language.Pick($"{name} fell by {size} to {after}.", $"{name}: minus {size} auf {after}.");
        if (drivers.ByGroup.Count > 0)
            yield return Strongest(note, currency, language);
        var against = drivers.ByGroup.Count > 1 ? drivers.ByGroup[^1] : default;
        if (against.Amount * drivers.Change < 0 && Math.Abs(against.Amount) >= WorthAWord * Math.Abs(drivers.Change))
            yield return language.Pick(
                $"Against it: {Group(note, against.Group, language)} ({UnitText.Change(unit, against.Amount, currency, language)}).",
                $"Dagegen: {Group(note, against.Group, language)} ({UnitText.Change(unit, against.Amount, currency, language)}).");
        if (note.MayBeChance)
            yield return language.Pick("The change lies within the 95% interval: it may be chance.", "Die Veränderung liegt im 95-%-Intervall: Sie kann Zufall sein.");
    }

    private static string Strongest(WhyNote note, Currency currency, ReportLanguage language)
    {
        var (drivers, first) = (note.Drivers!, note.Drivers!.ByGroup[0]);
        var group = Group(note, first.Group, language);
        var amount = UnitText.Change(note.Metric.Unit, first.Amount, currency, language);
        var reason = Reason(note, first.Group, language);
        var isAll = drivers.ByGroup.Count == 1 || Math.Abs(drivers.Change - first.Amount) <= (1 - AllOfIt) * Math.Abs(drivers.Change);
        return isAll
            ? language.Pick($"All of it came from {group}{reason}.", $"Alles davon brachte {group}{reason}.")
            : language.Pick($"Most came from {group} ({amount}){reason}.", $"Am meisten trug {group} bei ({amount}){reason}.");
    }

    private static string Reason(WhyNote note, string? group, ReportLanguage language)
    {
        var drivers = note.Drivers!;
        var parts = drivers.Parts.Where(part => part.Group == group).ToList();
        var strongest = parts.OrderByDescending(part => part.Amount * Math.Sign(drivers.Change)).First();
        var more = strongest.Amount > 0;
        return strongest.Kind switch
        {
            DriverKind.Mix when more == drivers.Change > 0 => language.Pick($", because its share of all {Cases(note.Metric).En} changed", $" durch seinen veränderten Anteil an allen {Cases(note.Metric).De}"),
            DriverKind.Rate when note.Metric.Id == WhyNotes.Revenue[^1] => more
                ? language.Pick(", where more chats led to a sale", ": Dort führten mehr Chats zu einem Kauf")
                : language.Pick(", where fewer chats led to a sale", ": Dort führten weniger Chats zu einem Kauf"),
            DriverKind.Rate when note.Metric.Unit != MetricUnit.Share => more ? language.Pick(", where each was worth more", ": Dort war jeder Fall mehr wert") : language.Pick(", where each was worth less", ": Dort war jeder Fall weniger wert"),
            DriverKind.Rate => more ? language.Pick(", where the rate itself rose", ": Dort stieg die Quote selbst") : language.Pick(", where the rate itself fell", ": Dort fiel die Quote selbst"),
            DriverKind.Value => more
                ? language.Pick(", where each sale was worth more", ": Dort war jeder Kauf mehr wert")
                : language.Pick(", where each sale was worth less", ": Dort war jeder Kauf weniger wert"),
            _ => "",
        };
    }

    // What stands below the line of a rate, as people say it; German in the dative, as after "allen".
    private static Words Cases(Metric metric) => metric.Formula?.Denominator is { Aggregate: Aggregate.Distinct } ? new("recipients", "Empfängern") : metric.AnchorEntity switch
    {
        "conversation" => new("chats", "Chats"),
        "message" => new("messages", "Nachrichten"),
        "step_visit" => new("step visits", "Schrittbesuchen"),
        "flow_run" or "run" => new("runs", "Läufen"),
        "handoff" => new("hand-offs", "Übergaben"),
        "survey" or "answer" => new("answers", "Antworten"),
        _ => new("cases", "Fällen"),
    };

    private static string Group(WhyNote note, string? group, ReportLanguage language) => GroupWords.InSentence(note.Dimension!, group).In(language.Code);
}
