namespace Beleg.Reports.Growth;

/// <summary>The triggers: each a threshold on what was measured, stated beside what it found.</summary>
internal static class UpsellRules
{
    private const long LeastOfChannel = 100;
    private const long LeastOfIntent = 50;
    private const long LeastOfLanguage = 50;
    private const decimal LittleAutomated = .5m;
    private const decimal MuchHuman = .4m;
    private const decimal MuchOtherwise = .5m;
    private const decimal MuchUnknown = .1m;
    private const decimal LittleStitched = .5m;
    private const decimal WellPaid = 200;

    public static IEnumerable<UpsellTrigger> All(GrowthScene scene)
    {
        yield return Channel(scene);
        yield return Integration(scene);
        yield return Flow(scene);
        yield return Market(scene);
        yield return Scope(scene);
    }

    private static UpsellTrigger Channel(GrowthScene scene)
    {
        var open = scene.Channels.Where(c => c.All >= LeastOfChannel && c.Automated < LittleAutomated * c.All).ToArray();
        return new(
            "new_channel", new("A further channel", "Ein weiterer Kanal"),
            open.Length == 0
                ? new("Every channel with 100 conversations a month is mostly automated.", "Jeder Kanal mit 100 Unterhaltungen im Monat ist überwiegend automatisiert.")
                : ReportLanguage.Say(l => l.Pick(
                    $"{open[0].Channel} brings {l.Count(open[0].All)} conversations a month; automation speaks in {l.Share((decimal)open[0].Automated / open[0].All, 0)} of them.",
                    $"{open[0].Channel} bringt {l.Count(open[0].All)} Unterhaltungen im Monat; in {l.Share((decimal)open[0].Automated / open[0].All, 0)} davon spricht Automatisierung.")),
            new("100 conversations a month, less than half automated", "100 Unterhaltungen im Monat, weniger als die Hälfte automatisiert"), open.Length > 0,
            new("Take the flows that work to this channel.", "Die Flows, die tragen, auf diesen Kanal bringen."));
    }

    private static UpsellTrigger Integration(GrowthScene scene)
    {
        var (unknown, stitched) = (scene.Figures["orders_without_identity"].Total, scene.Figures["stitched_contact_share"].Total);
        var orders = unknown is { LowSample: false, Value: > MuchUnknown };
        var contacts = stitched is { LowSample: false, Value: < LittleStitched };
        return new(
            "integration", new("An integration", "Eine Anbindung"),
            orders ? ReportLanguage.Say(l => l.Pick($"{l.Share(unknown.Value!.Value)} of the orders name nobody the chat knows.", $"{l.Share(unknown.Value!.Value)} der Bestellungen nennen niemanden, den der Chat kennt."))
            : contacts ? ReportLanguage.Say(l => l.Pick($"Only {l.Share(stitched.Value!.Value)} of the contacts are known beyond the chat.", $"Nur {l.Share(stitched.Value!.Value)} der Kontakte sind über den Chat hinaus bekannt."))
            : new("Contacts and orders know each other well enough, or there are too few to say.", "Kontakte und Bestellungen kennen einander gut genug, oder es sind zu wenige."),
            new("10% of the orders without a name, or less than half of the contacts known by two", "10\u00a0% der Bestellungen ohne Namen oder weniger als die Hälfte der Kontakte unter zweien bekannt"), orders || contacts,
            new("Connect the shop or the CRM, so that what the chat brings is seen whole.", "Shop oder CRM anbinden, damit ganz zu sehen ist, was der Chat bringt."));
    }

    private static UpsellTrigger Flow(GrowthScene scene)
    {
        var human = scene.Intents.Where(i => i.All >= LeastOfIntent && i.Human >= MuchHuman * i.All).OrderByDescending(i => i.Human).ToArray();
        return new(
            "vertical_flow", new("A flow of its own", "Ein eigener Flow"),
            human.Length == 0
                ? new("No frequent intent needs a person in 40% of its conversations.", "Kein häufiges Anliegen braucht in 40\u00a0% seiner Unterhaltungen einen Menschen.")
                : ReportLanguage.Say(l => l.Pick(
                    $"\"{human[0].Intent}\" comes up in {l.Count(human[0].All)} conversations a month; {l.Share((decimal)human[0].Human / human[0].All, 0)} of them need a person.",
                    $"„{human[0].Intent}“ kommt in {l.Count(human[0].All)} Unterhaltungen im Monat vor; {l.Share((decimal)human[0].Human / human[0].All, 0)} davon brauchen einen Menschen.")),
            new("50 conversations a month about one intent, 40% of them with a person", "50 Unterhaltungen im Monat zu einem Anliegen, 40\u00a0% davon mit einem Menschen"), human.Length > 0,
            new("Build a flow for this intent.", "Für dieses Anliegen einen Flow bauen."));
    }

    private static UpsellTrigger Market(GrowthScene scene)
    {
        var unheard = scene.Languages.Where(x => x.All >= LeastOfLanguage && x.Otherwise >= MuchOtherwise * x.All).ToArray();
        return new(
            "market", new("A further market", "Ein weiterer Markt"),
            unheard.Length == 0
                ? new("Whoever writes often enough is answered in their own language.", "Wer oft genug schreibt, bekommt Antwort in seiner Sprache.")
                : ReportLanguage.Say(l => l.Pick(
                    $"{l.Count(unheard[0].All)} conversations a month are in \"{unheard[0].Language}\"; {l.Share((decimal)unheard[0].Otherwise / unheard[0].All, 0)} are answered in another language.",
                    $"{l.Count(unheard[0].All)} Unterhaltungen im Monat sind in „{unheard[0].Language}“; {l.Share((decimal)unheard[0].Otherwise / unheard[0].All, 0)} werden in einer anderen Sprache beantwortet.")),
            new("50 conversations a month in a language, half of them answered in another", "50 Unterhaltungen im Monat in einer Sprache, die Hälfte in einer anderen beantwortet"), unheard.Length > 0,
            new("Offer the flows in this language.", "Die Flows in dieser Sprache anbieten."));
    }

    // The cautious return: what holds even so carries more.
    private static UpsellTrigger Scope(GrowthScene scene)
    {
        var roi = scene.Figures["roi_pct"].Total.Low ?? scene.Figures["roi_pct"].Total.Value;
        return new(
            "scope", new("A wider scope", "Ein größerer Umfang"),
            roi is not { } percent
                ? new("There is no return to judge by: the ledger holds no cost.", "Es gibt keinen ROI, an dem sich das messen ließe: Im Kostenbuch steht nichts.")
                : ReportLanguage.Say(l => l.Pick($"Counted cautiously the programme returns {l.Percent(percent, 0)} on what it costs.", $"Vorsichtig gerechnet bringt das Programm {l.Percent(percent, 0)} auf das, was es kostet.")),
            new("a cautious return of 200% or more", "ein vorsichtiger ROI von 200\u00a0% oder mehr"), roi >= WellPaid,
            new("Extend what works: more entry points, more hours, more flows.", "Ausweiten, was trägt: mehr Einstiege, mehr Stunden, mehr Flows."));
    }
}
