using Beleg.Primitives;
using Beleg.Reports;
using NodaTime;

namespace Beleg.App.Dashboard.Language;

/// <summary>How figures are written for people, as in reports. A missing value is a dash, never a zero.</summary>
internal static class Print
{
    public const string None = ReportLanguage.None;

    private const int SignificantDigits = 3;
    private const int MostDecimals = 8;

    /// <summary>From so many days on, the hours beside them tell nobody anything.</summary>
    private const int WholeDaysFrom = 2;

    /// <summary>An amount in the language's way: $1,234.50, 1.234,50 $.</summary>
    public static string Money(Tongue tongue, Amount? amount) => amount is { } known ? tongue.Writes.Money(known) : None;

    /// <summary>An amount of major units, such as a mean, with the currency's decimals.</summary>
    public static string Money(Tongue tongue, decimal? major, Currency currency) => major is { } amount ? tongue.Writes.Money(amount, currency) : None;

    /// <summary>A whole number with grouping.</summary>
    public static string Count(Tongue tongue, long? value) => value is { } known ? tongue.Writes.Count(known) : None;

    /// <summary>A number with at most so many decimals.</summary>
    public static string Number(Tongue tongue, decimal? value, int decimals) => value?.ToString("#,0." + new string('#', decimals), tongue.Culture) ?? None;

    /// <summary>A number to three digits that matter: 0.66, 21.7, 8,340,000.</summary>
    public static string Significant(Tongue tongue, double value)
    {
        if (value == 0 || !double.IsFinite(value))
            return value == 0 ? "0" : None;
        var digits = (int)Math.Floor(Math.Log10(Math.Abs(value))) + 1;
        if (digits > SignificantDigits)
        {
            var step = Math.Pow(10, digits - SignificantDigits);
            return (Math.Round(value / step) * step).ToString("#,0", tongue.Culture);
        }

        return value.ToString("0." + new string('#', Math.Min(SignificantDigits - digits, MostDecimals)), tongue.Culture);
    }

    /// <summary>A share from 0 to 1 as per cent.</summary>
    public static string Share(Tongue tongue, decimal? share) => share is { } known ? tongue.Writes.Share(known) : None;

    /// <summary>A length of time, in the two largest units that matter.</summary>
    public static string Span(Tongue tongue, decimal? milliseconds) => milliseconds is { } known ? tongue.Writes.Span(known) : None;

    /// <summary>A day.</summary>
    public static string Day(Tongue tongue, LocalDate day) => tongue.Writes.Day(day);

    /// <summary>A month: September 2026.</summary>
    public static string Month(Tongue tongue, LocalDate day) => tongue.Writes.Month(day.ToYearMonth());

    /// <summary>A period: a month by its name, else its first and last day; the month and the year they share are said once.</summary>
    public static string Period(Tongue tongue, Period period)
    {
        var (first, last) = (period.From, period.To.PlusDays(-1));
        return period.IsWholeMonths && first.PlusMonths(1) == period.To ? Month(tongue, first)
            : first == last ? Day(tongue, first)
            : first.ToYearMonth() == last.ToYearMonth() ? first.Day.ToString(tongue.Culture) + (tongue.Code == "de" ? ".–" : "–") + Day(tongue, last)
            : (first.Year == last.Year ? tongue.Writes.DayTick(first) : Day(tongue, first)) + " – " + Day(tongue, last);
    }

    /// <summary>A moment on the clocks of a zone, to the minute.</summary>
    public static string Moment(Tongue tongue, Instant? at, DateTimeZone zone) => at is { } instant ? tongue.Writes.Moment(instant, zone) : None;

    /// <summary>How long ago.</summary>
    public static string Ago(Tongue tongue, Duration past) => past.TotalMilliseconds < 1000
        ? tongue[Texts.JustNow]
        : tongue.Say(Texts.Ago, Since(tongue, past));

    /// <summary>How long something has lasted, after a word such as "for" or "seit": days alone from two days on.</summary>
    public static string Since(Tongue tongue, Duration past) => past.TotalDays >= WholeDaysFrom
        ? tongue.Say(Texts.Days, Count(tongue, (long)past.TotalDays))
        : Span(tongue, (decimal)Math.Floor(past.TotalSeconds) * 1000);
}
