namespace Beleg.Statistics.Forecasts;

/// <summary>One of the fifteen models of exponential smoothing that are tried.</summary>
/// <param name="Error">Additive or multiplicative.</param>
/// <param name="Trend">Which trend.</param>
/// <param name="Season">Which season.</param>
public readonly record struct EtsModel(EtsPart Error, EtsTrend Trend, EtsPart Season)
{
    /// <summary>The models that are numerically sound: multiplicative seasons only with multiplicative errors.</summary>
    public static IReadOnlyList<EtsModel> All { get; } =
    [
        .. from error in (EtsPart[])[EtsPart.Additive, EtsPart.Multiplicative]
           from season in (EtsPart[])[EtsPart.None, EtsPart.Additive, EtsPart.Multiplicative]
           from trend in (EtsTrend[])[EtsTrend.None, EtsTrend.Additive, EtsTrend.Damped]
           where error == EtsPart.Multiplicative || season != EtsPart.Multiplicative
           select new EtsModel(error, trend, season),
    ];

    /// <summary>Smoothing only: level, no trend, no season, added errors.</summary>
    public static EtsModel Simple { get; } = new(EtsPart.Additive, EtsTrend.None, EtsPart.None);

    /// <summary>Parameters to be found: smoothing and first states, without the variance.</summary>
    public int Parameters(int season) => 2 + (Trend == EtsTrend.None ? 0 : 2) + (Trend == EtsTrend.Damped ? 1 : 0) + (Season == EtsPart.None ? 0 : season);

    /// <inheritdoc/>
    public override string ToString() => $"ets({Letter(Error)},{(Trend == EtsTrend.Damped ? "Ad" : Trend == EtsTrend.Additive ? "A" : "N")},{Letter(Season)})";

    private static char Letter(EtsPart part) => part switch { EtsPart.Additive => 'A', EtsPart.Multiplicative => 'M', _ => 'N' };
}
