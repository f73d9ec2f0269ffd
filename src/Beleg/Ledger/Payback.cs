namespace Beleg.Ledger;

/// <summary>When a programme has earned back what it cost.</summary>
/// <param name="Months">Months from the first until cumulated value reaches cumulated cost, with the part of the last one; null while it has not.</param>
/// <param name="ForecastMonths">
/// Where it has not: the months it will take if the coming ones are like the mean of the last three; null where that never pays back.
/// </param>
public readonly record struct Payback(decimal? Months, decimal? ForecastMonths)
{
    /// <summary>How many of the last months a forecast rests on.</summary>
    public const int ForecastFrom = 3;

    /// <summary>Follows the months in order. A programme that cost nothing has no payback.</summary>
    public static Payback Of(IReadOnlyList<PaybackMonth> months)
    {
        var open = 0m;
        var cost = 0m;
        for (var i = 0; i < months.Count; i++)
        {
            var month = months[i];
            cost += month.RunningCostMinor + month.OneOffCostMinor;
            open += month.OneOffCostMinor;
            decimal gain = month.ValueMinor - month.RunningCostMinor;
            if (cost > 0 && open <= gain)
                return new Payback(i + (open > 0 ? open / gain : 0), null);
            open -= gain;
        }

        return new Payback(null, cost > 0 ? Forecast(months, open) : null);
    }

    private static decimal? Forecast(IReadOnlyList<PaybackMonth> months, decimal open)
    {
        var mean = months.TakeLast(ForecastFrom).Average(m => (decimal)m.ValueMinor - m.RunningCostMinor);
        return mean > 0 ? months.Count + open / mean : null;
    }
}
