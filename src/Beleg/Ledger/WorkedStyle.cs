using System.Globalization;
using Beleg.Primitives;

namespace Beleg.Ledger;

/// <summary>How the numbers of a formula are written; the way to the figure is the same in every style.</summary>
/// <param name="IsGerman">Whether its words are German, else English.</param>
/// <param name="Money">An amount.</param>
/// <param name="Factor">An amount inside a formula whose result says the currency.</param>
/// <param name="Number">A number with at most four decimals.</param>
/// <param name="Count">A whole number.</param>
/// <param name="Percent">Per cent with at most two decimals.</param>
/// <param name="Months">Months with two decimals.</param>
public sealed record WorkedStyle(
    bool IsGerman, Func<Money, string> Money, Func<decimal, Currency, string> Factor, Func<decimal, string> Number, Func<decimal, string> Count, Func<decimal, string> Percent, Func<decimal, string> Months)
{
    /// <summary>As programs read it: amounts with the currency's code, a space before the sign of per cent.</summary>
    /// <param name="culture">How numbers are written.</param>
    /// <param name="isGerman">Whether its words are German.</param>
    public static WorkedStyle Plain(CultureInfo culture, bool isGerman) => new(
        isGerman,
        money => $"{money.ToMajor().ToString("N" + money.Currency.Decimals.ToString(CultureInfo.InvariantCulture), culture)} {money.Currency.Code}",
        (major, _) => major.ToString("N2", culture),
        number => number.ToString("#,0.####", culture),
        count => count.ToString("#,0", culture),
        percent => $"{percent.ToString("#,0.##", culture)} %",
        months => months.ToString("N2", culture));

    /// <summary>The one of two texts that is in its language.</summary>
    public string Pick(string english, string german) => IsGerman ? german : english;
}
