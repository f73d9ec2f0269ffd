using System.Globalization;
using Beleg.Primitives;

namespace Beleg.Ledger;

/// <summary>Figures worked out in the open, in English and German. Nothing is assumed: amounts are taken whole, as they are given.</summary>
public static class Calculator
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US");
    private static readonly CultureInfo German = CultureInfo.GetCultureInfo("de-DE");

    /// <summary>What is left of added revenue after the cost.</summary>
    public static Worked Net(Money added, Money cost) =>
        Work((added - cost).ToMajor(), (c, de) => $"{Amount(added, c)} − {Amount(cost, c)} = {Amount(added - cost, c)}");

    /// <summary>Return on investment in percent: what is left over what it cost. No cost, no value.</summary>
    public static Worked ReturnOnInvestment(Money added, Money cost)
    {
        decimal? percent = cost.IsZero ? null : 100m * (added - cost).Minor / cost.Minor;
        return Work(percent, (c, de) => $"({Amount(added, c)} − {Amount(cost, c)}) ÷ {Amount(cost, c)} × 100 = {Percent(percent, c)}");
    }

    /// <summary>What saved hours are worth in a month.</summary>
    public static Worked TimeSaved(decimal hoursPerWeek, Money hourlyCost, decimal weeksPerMonth)
    {
        var worth = Money.FromMajor(hoursPerWeek * hourlyCost.ToMajor() * weeksPerMonth, hourlyCost.Currency);
        return Work(worth.ToMajor(), (c, de) =>
            $"{Number(hoursPerWeek, c)} {(de ? "Std. je Woche" : "h a week")} × {Amount(hourlyCost, c)} × {Number(weeksPerMonth, c)} "
            + $"{(de ? "Wochen im Monat" : "weeks a month")} = {Amount(worth, c)}");
    }

    /// <summary>Purchases of a hundred conversations. No conversation, no value.</summary>
    public static Worked Conversion(long purchases, long conversations)
    {
        decimal? percent = conversations == 0 ? null : 100m * purchases / conversations;
        return Work(percent, (c, de) =>
            $"{Number(purchases, c)} {(de ? "Käufe" : "purchases")} ÷ {Number(conversations, c)} {(de ? "Gespräche" : "conversations")} × 100 = {Percent(percent, c)}");
    }

    /// <summary>What contacts above a baseline would have cost.</summary>
    public static Worked AvoidedCost(long contained, long baseline, decimal wouldHaveContacted, Money costPerContact)
    {
        var avoided = Money.FromMajor(Math.Max(0, contained - baseline) * wouldHaveContacted * costPerContact.ToMajor(), costPerContact.Currency);
        return Work(avoided.ToMajor(), (c, de) =>
            $"({Number(contained, c)} − {Number(baseline, c)}) {(de ? "Kontakte" : "contacts")} × {Percent(100 * wouldHaveContacted, c)} × "
            + $"{Amount(costPerContact, c)} = {Amount(avoided, c)}");
    }

    /// <summary>Months until a one-off cost is earned back by what a month brings above its cost. Where it brings nothing, no value.</summary>
    public static Worked PaybackMonths(Money oneOff, Money valueAMonth, Money costAMonth)
    {
        var gain = valueAMonth - costAMonth;
        decimal? months = gain.Minor > 0 ? (decimal)oneOff.Minor / gain.Minor : null;
        return Work(months, (c, de) =>
            $"{Amount(oneOff, c)} ÷ ({Amount(valueAMonth, c)} − {Amount(costAMonth, c)}) = "
            + $"{(months is { } m ? m.ToString("N2", c) : "–")} {(de ? "Monate" : "months")}");
    }

    private static Worked Work(decimal? value, Func<CultureInfo, bool, string> formula) => new(value, formula(English, false), formula(German, true));

    private static string Amount(Money money, CultureInfo culture) =>
        $"{money.ToMajor().ToString("N" + money.Currency.Decimals.ToString(CultureInfo.InvariantCulture), culture)} {money.Currency.Code}";

    private static string Number(decimal value, CultureInfo culture) => value.ToString("#,0.####", culture);

    private static string Percent(decimal? value, CultureInfo culture) => value is { } percent ? $"{percent.ToString("#,0.##", culture)} %" : "–";
}
