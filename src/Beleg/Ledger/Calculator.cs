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
        Work((added - cost).ToMajor(), s => $"{s.Money(added)} − {s.Money(cost)} = {s.Money(added - cost)}");

    /// <summary>Return on investment in percent: what is left over what it cost. No cost, no value.</summary>
    public static Worked ReturnOnInvestment(Money added, Money cost)
    {
        decimal? percent = cost.IsZero ? null : 100m * (added - cost).Minor / cost.Minor;
        return Work(percent, s => $"({s.Money(added)} − {s.Money(cost)}) ÷ {s.Money(cost)} × 100 = {Percent(percent, s)}");
    }

    /// <summary>What saved hours are worth in a month.</summary>
    public static Worked TimeSaved(decimal hoursPerWeek, Money hourlyCost, decimal weeksPerMonth)
    {
        var worth = Money.FromMajor(hoursPerWeek * hourlyCost.ToMajor() * weeksPerMonth, hourlyCost.Currency);
        return Work(worth.ToMajor(), s =>
            $"{s.Number(hoursPerWeek)} {s.Pick("h a week", "Std. je Woche")} × {s.Money(hourlyCost)} × {s.Number(weeksPerMonth)} {s.Pick("weeks a month", "Wochen im Monat")} = {s.Money(worth)}");
    }

    /// <summary>Purchases of a hundred conversations. No conversation, no value.</summary>
    public static Worked Conversion(long purchases, long conversations)
    {
        decimal? percent = conversations == 0 ? null : 100m * purchases / conversations;
        return Work(percent, s =>
            $"{s.Number(purchases)} {s.Pick("purchases", "Käufe")} ÷ {s.Number(conversations)} {s.Pick("conversations", "Gespräche")} × 100 = {Percent(percent, s)}");
    }

    /// <summary>What contacts above a baseline would have cost.</summary>
    public static Worked AvoidedCost(long contained, long baseline, decimal wouldHaveContacted, Money costPerContact)
    {
        var avoided = Money.FromMajor(Math.Max(0, contained - baseline) * wouldHaveContacted * costPerContact.ToMajor(), costPerContact.Currency);
        return Work(avoided.ToMajor(), s =>
            $"({s.Number(contained)} − {s.Number(baseline)}) {s.Pick("contacts", "Kontakte")} × {s.Percent(100 * wouldHaveContacted)} × {s.Money(costPerContact)} = {s.Money(avoided)}");
    }

    /// <summary>Months until a one-off cost is earned back by what a month brings above its cost. Where it brings nothing, no value.</summary>
    public static Worked PaybackMonths(Money oneOff, Money valueAMonth, Money costAMonth)
    {
        var gain = valueAMonth - costAMonth;
        decimal? months = gain.Minor > 0 ? (decimal)oneOff.Minor / gain.Minor : null;
        return Work(months, s => $"{s.Money(oneOff)} ÷ ({s.Money(valueAMonth)} − {s.Money(costAMonth)}) = {(months is { } m ? s.Months(m) : "–")} {s.Pick("months", "Monate")}");
    }

    private static Worked Work(decimal? value, Func<WorkedStyle, string> formula) => Worked.Of(value, formula, English, German);

    private static string Percent(decimal? value, WorkedStyle style) => value is { } percent ? style.Percent(percent) : "–";
}
