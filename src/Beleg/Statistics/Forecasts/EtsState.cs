namespace Beleg.Statistics.Forecasts;

/// <summary>Level, trend and seasons of a smoothing model, and how one value moves them.</summary>
internal sealed class EtsState(EtsModel model, int season)
{
    private readonly double[] _seasons = new double[model.Season == EtsPart.None ? 0 : season];
    private int _place;

    /// <summary>Weight of a value in the level, 0 to 1.</summary>
    public double Alpha;

    /// <summary>Weight of a value in the trend, below that of the level.</summary>
    public double Beta;

    /// <summary>Weight of a value in its season.</summary>
    public double Gamma;

    /// <summary>What is left of the trend after a step; 1 where it does not fade.</summary>
    public double Phi = 1;

    private double _level;
    private double _trend;

    /// <summary>Puts the state where it begins; the seasons in the order in which they come.</summary>
    public void Begin(double level, double trend, ReadOnlySpan<double> seasons)
    {
        (_level, _trend, _place) = (level, trend, 0);
        seasons.CopyTo(_seasons);
    }

    /// <summary>The same state again, to go another way from here.</summary>
    public void CopyFrom(EtsState other)
    {
        (Alpha, Beta, Gamma, Phi) = (other.Alpha, other.Beta, other.Gamma, other.Phi);
        (_level, _trend, _place) = (other._level, other._trend, other._place);
        other._seasons.CopyTo(_seasons, 0);
    }

    /// <summary>What the next value is expected to be.</summary>
    public double Next() => Seasoned(Ahead());

    /// <summary>Moves on by a value that came.</summary>
    public void Move(double value)
    {
        var ahead = Ahead();
        var level = ahead + Alpha * (Unseasoned(value) - ahead);
        if (_seasons.Length > 0)
        {
            var bare = model.Season == EtsPart.Additive ? value - ahead : value / ahead;
            _seasons[_place] += Gamma * (bare - _seasons[_place]);
            _place = _place + 1 == _seasons.Length ? 0 : _place + 1;
        }

        if (model.Trend != EtsTrend.None)
            _trend = Phi * _trend + Beta / Alpha * (level - ahead);
        _level = level;
    }

    private double Ahead() => model.Trend == EtsTrend.None ? _level : _level + Phi * _trend;

    private double Seasoned(double value) => model.Season switch
    {
        EtsPart.Additive => value + _seasons[_place],
        EtsPart.Multiplicative => value * _seasons[_place],
        _ => value,
    };

    private double Unseasoned(double value) => model.Season switch
    {
        EtsPart.Additive => value - _seasons[_place],
        EtsPart.Multiplicative => value / _seasons[_place],
        _ => value,
    };
}
