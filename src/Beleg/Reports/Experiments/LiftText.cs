using Beleg.Metrics;
using Beleg.Primitives;

namespace Beleg.Reports.Experiments;

/// <summary>Says what a hold-out measured, and what it means that attribution says something else. Pure.</summary>
internal static class LiftText
{
    /// <summary>Measured beside attributed.</summary>
    public static Words Say(MeasuredLift lift) => ReportLanguage.Say(l =>
    {
        var credited = Money(lift, (double)lift.Attributed, l);
        return lift is not { Total: { } total, IsHealthy: true }
            ? l.Pick($"Nothing can be measured yet; attributed {credited}.", $"Messbar ist noch nichts; zugerechnet {credited}.")
            : l.Pick(
                $"Measured lift {Money(lift, total.Value, l)} (95% {Money(lift, total.Low, l)} to {Money(lift, total.High, l)}), attributed {credited}.",
                $"Gemessener Zuwachs {Money(lift, total.Value, l)} (95\u00a0% {Money(lift, total.Low, l)} bis {Money(lift, total.High, l)}), zugerechnet {credited}.");
    });

    /// <summary>What the difference means.</summary>
    public static Words Mean(MeasuredLift lift, ExperimentComparison compared) => ReportLanguage.Say(l =>
    {
        if (!lift.IsHealthy || lift.Total is not { } total)
            return compared.Explanation.In(l.Code);
        var credited = (double)lift.Attributed;
        var compares = l.Pick(
            $"{l.Count(lift.Treated)} contacts are held against {l.Count(lift.HeldOut)} drawn by lot who were left alone.", $"{l.Count(lift.Treated)} Kontakte stehen gegen {l.Count(lift.HeldOut)} ausgeloste, die in Ruhe gelassen wurden.");
        var verdict = (credited > total.High, credited < total.Low, total.Low > 0, total.High < 0) switch
        {
            (true, _, _, true) => l.Pick("The contacts left alone bought more: what was credited would have come anyway.", "Wer in Ruhe gelassen wurde, kaufte mehr: Das Zugerechnete wäre ohnehin gekommen."),
            (true, _, _, _) => l.Pick(
                $"Attribution credits more than was caused: at least {Money(lift, credited - total.High, l)} of it would have come anyway.", $"Zugerechnet ist mehr, als verursacht wurde: Mindestens {Money(lift, credited - total.High, l)} davon wären ohnehin gekommen."),
            (_, true, _, _) => l.Pick(
                $"More was caused than is credited: at least {Money(lift, total.Low - credited, l)} came by ways that attribution does not see.", $"Verursacht wurde mehr, als zugerechnet ist: Mindestens {Money(lift, total.Low - credited, l)} kamen auf Wegen, die die Zurechnung nicht sieht."),
            (_, _, true, _) => l.Pick("What is credited lies inside what was measured: both tell the same story.", "Das Zugerechnete liegt im Gemessenen: Beide erzählen dasselbe."),
            _ => l.Pick("What was measured holds both the credited amount and nothing at all: more contacts, or a larger hold-out, will tell.", "Das Gemessene enthält sowohl das Zugerechnete als auch gar nichts: Mehr Kontakte oder ein größerer Vergleichsteil zeigen es."),
        };
        return $"{verdict} {compares}";
    });

    private static string Money(MeasuredLift lift, double amount, ReportLanguage l) => l.Money(Math.Round((decimal)Math.Clamp(amount, -1e15, 1e15), Currency.Find(lift.Currency).Decimals), Currency.Find(lift.Currency));
}
