using Beleg.Metrics;
using Beleg.Primitives;

namespace Beleg.Reports.Growth;

/// <summary>The sentence of a renewal: what the retainer is worth next year. Pure.</summary>
public static class RenewalText
{
    private const int MonthsOfAYear = 12;

    /// <summary>By the forecast where there is one, else the month times twelve, which says that it is no forecast.</summary>
    /// <param name="forecast">The figure <c>forecast_value</c>.</param>
    /// <param name="net">The month's net value; null in return where it has none and there is no forecast.</param>
    /// <param name="currency">ISO 4217.</param>
    public static Words? Of(MetricResult forecast, Figure net, string currency) =>
        RenewalForecast.Of(forecast) is { } ahead ? Of(ahead, Currency.Find(currency)) : OfPace(net, Currency.Find(currency));

    private static Words Of(RenewalForecast ahead, Currency currency) => ReportLanguage.Say(l =>
    {
        string Say(decimal amount) => l.MoneyAhead(amount, currency);
        var extended = ahead.Factor == 1 ? "" : l.Pick(
            $" With the scope extended to {l.Number(ahead.Factor, 2)} times: {Say(ahead.Extended)}, or {Say(ahead.ExtendedLow80)} to {Say(ahead.ExtendedHigh80)}.",
            $" Mit auf das {l.Number(ahead.Factor, 2)}-Fache erweitertem Umfang: {Say(ahead.Extended)}, oder {Say(ahead.ExtendedLow80)} bis {Say(ahead.ExtendedHigh80)}.");
        var cautious = ahead.Cautious is not { } low ? "" : l.Pick($" Under cautious assumptions {Say(low)}.", $" Unter vorsichtigen Annahmen {Say(low)}.");
        return l.Pick(
            $"What the retainer is worth next year, after its cost and with the scope as it is: {Say(ahead.Expected)}, or {Say(ahead.Low80)} to {Say(ahead.High80)} (80%; {Say(ahead.Low95)} to {Say(ahead.High95)} at 95%).{cautious}{extended}",
            $"Was der Retainer im nächsten Jahr wert ist, nach seinen Kosten und mit dem Umfang wie jetzt: {Say(ahead.Expected)}, oder {Say(ahead.Low80)} bis {Say(ahead.High80)} (80\u00a0%; {Say(ahead.Low95)} bis {Say(ahead.High95)} bei 95\u00a0%).{cautious}{extended}");
    });

    private static Words? OfPace(Figure net, Currency currency) => net is not { Value: { } value, Low: { } low, High: { } high } || value == 0 ? null : ReportLanguage.Say(l =>
    {
        string Year(decimal month) => l.MoneyAhead(Math.Abs(month) * MonthsOfAYear, currency);
        string Side(decimal month) => month < 0 ? l.Pick($"{Year(month)} less", $"{Year(month)} weniger") : l.Pick($"{Year(month)} more", $"{Year(month)} mehr");
        var range = low == high ? "" : l.Pick($" ({Side(low)} counted cautiously, {Side(high)} optimistically)", $" (vorsichtig gerechnet {Side(low)}, optimistisch {Side(high)})");
        return l.Pick(
            $"At this month's pace a year brings {Side(value)} than it costs{range}. This is the month times twelve, no forecast: that takes half a year of data, and seasons are not in it.",
            $"Im Tempo dieses Monats bringt ein Jahr {Side(value)}, als es kostet{range}. Das ist der Monat mal zwölf, keine Prognose: Die bräuchte ein halbes Jahr Daten, und Saisonen stecken nicht darin.");
    });
}
