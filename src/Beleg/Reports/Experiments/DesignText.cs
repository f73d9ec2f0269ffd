using Beleg.Metrics;
using Beleg.Sources;

namespace Beleg.Reports.Experiments;

/// <summary>Says what an experiment will take.</summary>
internal static class DesignText
{
    // Longer than that the season changes under an experiment, and people with it.
    private const int TooLong = 91;

    /// <summary>In a sentence or two. Pure.</summary>
    public static Words Say(ExperimentDesign design) => ReportLanguage.Say(l =>
    {
        if (design.Contacts == 0)
            return l.Pick("Nobody would have taken part in the last eight weeks: nothing can be said before the start.", "In den letzten acht Wochen hätte niemand teilgenommen: Vor dem Start lässt sich nichts sagen.");
        var name = design.Name.In(l.Code);
        if (design.ContactsNeeded is not { } needed)
            return l.Pick($"{name} was the same for all {l.Count(design.Contacts)} contacts of the last eight weeks, or 0: it cannot decide an experiment yet.", $"{name} war bei allen {l.Count(design.Contacts)} Kontakten der letzten acht Wochen gleich oder 0: Damit lässt sich noch kein Experiment entscheiden.");
        var (value, effect) = (ExperimentText.Value(design.Baseline, design.Unit, design.Currency, l), l.Share((decimal)design.LeastEffect));
        var rule = design.Rule == DecisionRule.Fixed ? l.Pick("at one look at the end", "bei einem Blick am Ende") : l.Pick("valid at any look", "gültig bei jedem Blick");
        var size = l.Pick(
            $"From {value} today, a change of {effect} is found with {l.Share((decimal)design.Power, 0)} chance by {l.Count(needed)} contacts ({rule}), {l.Count(design.SmallestArm!.Value)} in the smallest arm.",
            $"Von heute {value} aus findet man eine Änderung um {effect} mit {l.Share((decimal)design.Power, 0)} Wahrscheinlichkeit durch {l.Count(needed)} Kontakte ({rule}), {l.Count(design.SmallestArm!.Value)} in der kleinsten Gruppe.");
        var day = l.Number((decimal)design.ContactsPerDay, design.ContactsPerDay < 10 ? 1 : 0);
        if (design.Days is not { } days)
            return size;
        var time = l.Pick($"With {day} new contacts a day that takes {l.Count(days / 7)} weeks.", $"Bei {day} neuen Kontakten am Tag dauert das {l.Count(days / 7)} Wochen.");
        return days <= TooLong || design.EffectInFourWeeks is not { } shown ? $"{size} {time}"
            : $"{size} {time} {l.Pick($"That is too long: four weeks show a change of {l.Share((decimal)Math.Min(shown, 1e6), 0)} or more. Choose a larger effect, a metric nearer to the change, or a wider scope.", $"Das ist zu lang: Vier Wochen zeigen eine Änderung ab {l.Share((decimal)Math.Min(shown, 1e6), 0)}. Wähle einen größeren Effekt, eine Kennzahl näher an der Änderung oder einen weiteren Umfang.")}";
    });
}
