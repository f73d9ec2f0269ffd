using Beleg.Metrics;
using NodaTime;

namespace Beleg.Reports.Customers;

/// <summary>Reads retention and churn of a period and of the year up to its end, and says what makes one doubt them.</summary>
internal static class RetentionReader
{
    private static readonly string[] asked = ["crr", "churn_rate"];

    /// <summary>The year, all and with chat against without; then the period itself where it is another.</summary>
    public static IReadOnlyList<CustomerRetention> Read(FactReader facts, MetricSettings settings, Period period)
    {
        var year = new Period(period.To.PlusYears(-1), period.To);
        return [.. Of(facts, settings, year, split: true), .. period == year ? [] : Of(facts, settings, period, split: false)];
    }

    /// <summary>What limits them.</summary>
    /// <param name="lines">What was read.</param>
    /// <param name="first">Day of the first order there is; null without one.</param>
    /// <param name="window">Days for which whoever ordered is a customer.</param>
    public static IEnumerable<Words> Doubts(IReadOnlyList<CustomerRetention> lines, LocalDate? first, int window)
    {
        var year = lines[0];
        if (year.AtStart == 0)
        {
            yield return ReportLanguage.Say(l => l.Pick(
                $"Nobody had ordered in the {l.Count(window)} days before {l.Day(year.From)}: a retention of the year has no customers to begin with.",
                $"In den {l.Count(window)} Tagen vor dem {l.Day(year.From)} hatte niemand bestellt: Für eine Bindung über das Jahr gibt es keine Kunden am Anfang."));
        }
        else if (year.LowSample)
        {
            yield return ReportLanguage.Say(l => l.Pick(
                $"Only {l.Count(year.AtStart)} customers at the start of the year; read its retention and churn with their intervals.",
                $"Nur {l.Count(year.AtStart)} Kunden am Anfang des Jahres; Bindung und Abwanderung sind mit ihren Intervallen zu lesen."));
        }

        if (first is { } day && year.AtStart > 0 && day > year.From.PlusDays(-window))
        {
            yield return ReportLanguage.Say(l => l.Pick(
                $"Orders are known from {l.Day(day)} on, {l.Count(NodaTime.Period.DaysBetween(day, year.From))} days before the year began and not {l.Count(window)}: older customers are missing at its start, and those there are had ordered lately, which makes churn look lower.",
                $"Bestellungen sind ab {l.Day(day)} bekannt, {l.Count(NodaTime.Period.DaysBetween(day, year.From))} Tage vor Beginn des Jahres und nicht {l.Count(window)}: Ältere Kunden fehlen am Anfang, und die vorhandenen hatten kürzlich bestellt, was die Abwanderung kleiner aussehen lässt."));
        }

        if (lines.Count(line => line is { WithChat: not null, AtStart: > 0 }) == 2)
        {
            yield return new Words(
                "With chat against without is a comparison, not a cause: whoever writes may have stayed anyway. Only a hold-out tells.",
                "Mit Chat gegen ohne ist ein Vergleich, keine Ursache: Wer schreibt, wäre vielleicht ohnehin geblieben. Nur eine Kontrollgruppe klärt das.");
        }
    }

    private static IEnumerable<CustomerRetention> Of(FactReader facts, MetricSettings settings, Period period, bool split)
    {
        var request = new MetricRequest
        {
            Metrics = [.. asked.Select(id => MetricCatalogue.Default.Find(id) ?? throw new InvalidOperationException($"The catalogue has no {id}."))],
            Period = period,
            By = split ? ["with_chat"] : [],
        };
        var results = new Answering(facts, request, settings).Answer().Results;
        var (kept, lost) = (results[0], results[1]);
        yield return Line(period, null, kept.Total, lost.Total);
        // One side alone is all of them.
        foreach (var row in kept.Rows.Count > 1 ? kept.Rows : [])
            yield return Line(period, row.Group[0].Value == "true", row.Figure, lost.Rows.Single(other => other.Group[0].Value == row.Group[0].Value).Figure);
    }

    private static CustomerRetention Line(Period period, bool? withChat, Figure kept, Figure lost) => new(
        period.From, period.To, withChat, (long)(kept.Denominator ?? 0), (long)(kept.Numerator ?? 0), kept.Value, kept.Interval?.Low, kept.Interval?.High,
        lost.Value, lost.Interval?.Low, lost.Interval?.High, kept.LowSample);
}
