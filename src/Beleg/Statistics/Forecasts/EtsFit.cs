using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Optimization;

namespace Beleg.Statistics.Forecasts;

/// <summary>A smoothing model fitted to values: its state after the last one, and how far off it was.</summary>
internal sealed class EtsFit
{
    private const int EvaluationsPerParameter = 150;
    private const double SecondAlpha = .97;
    private const double Lowest = 1e-4;
    private const double Highest = .9999;
    private const double LowestPhi = .8;
    private const double HighestPhi = .98;

    private EtsFit(EtsModel model, EtsState state, double variance, double corrected, double logLikelihood)
    {
        Model = model;
        State = state;
        Variance = variance;
        Corrected = corrected;
        LogLikelihood = logLikelihood;
    }

    /// <summary>Which model.</summary>
    public EtsModel Model { get; }

    /// <summary>After the last value.</summary>
    public EtsState State { get; }

    /// <summary>Of the errors; of their parts of the expected values where errors multiply.</summary>
    public double Variance { get; }

    /// <summary>Akaike's criterion, corrected for few values: the model with the least is the best. Constants are left out.</summary>
    public double Corrected { get; }

    /// <summary>Of the values, constants left out as R leaves them out.</summary>
    public double LogLikelihood { get; }

    /// <summary>Fits; null where there are too few values for so many parameters.</summary>
    public static EtsFit? Of(double[] values, EtsModel model, int season)
    {
        var (n, parameters) = (values.Length, model.Parameters(season));
        if (n <= parameters + 4 || (model.Season != EtsPart.None && (season < 2 || n < 2 * season)))
            return null;
        var start = EtsStart.Of(values, model, season);
        var search = new EtsSearch(values, model, season, start);
        var best = search.Begin();
        var least = double.PositiveInfinity;
        double Evaluate(Vector<double> point)
        {
            var value = search.Criterion(point.AsArray(), out _);
            if (value < least)
                (least, best) = (value, point.ToArray());
            return double.IsFinite(value) ? value : 1e12;
        }

        Search(search.Begin());

        // Without seasons the likelihood often has a second hill, where the level follows every value.
        if (model.Season == EtsPart.None)
            Search(search.Begin(SecondAlpha));
        if (double.IsInfinity(least))
            return null;
        var criterion = search.Criterion(best, out var squares);
        var k = parameters + 1d;
        return new EtsFit(model, search.State, squares / (n - parameters), criterion + 2 * k + 2 * k * (k + 1) / (n - k - 1), -criterion / 2);

        void Search(double[] from)
        {
            try
            {
                new NelderMeadSimplex(1e-8, EvaluationsPerParameter * parameters).FindMinimum(
                    ObjectiveFunction.Value(Evaluate), Vector<double>.Build.DenseOfArray(from), Vector<double>.Build.DenseOfArray(search.Widths()));
            }
            catch (MaximumIterationsException)
            {
                // Seventeen parameters of a hundred values are never quite settled; the best found is a model like any other.
            }
        }
    }

    /// <summary>The likelihood of one model as a function of numbers that may be anything.</summary>
    private sealed class EtsSearch(double[] values, EtsModel model, int season, EtsStart start)
    {
        private readonly double _scale = Math.Max(Spread(values), 1e-12);
        private readonly double[] _seasons = new double[start.Seasons.Length];

        public EtsState State { get; } = new(model, season);

        // Smoothing weights as logits of their part of what they may be; states as read off.
        public double[] Begin(double? alpha = null)
        {
            var point = new double[model.Parameters(season)];
            var at = 0;
            point[at++] = Logit(alpha ?? (model.Season == EtsPart.None ? .4 : .2));
            if (model.Trend != EtsTrend.None)
                point[at++] = Logit(.1);
            if (model.Season != EtsPart.None)
                point[at++] = Logit(.1);
            if (model.Trend == EtsTrend.Damped)
                point[at] = Logit(.9);
            return point;
        }

        public double[] Widths() => [.. Begin().Select(p => p == 0 ? .25 : .8)];

        /// <summary>Minus twice the log-likelihood; infinity where the model breaks.</summary>
        public double Criterion(double[] point, out double squares)
        {
            Place(point);
            var (sum, logs) = (0d, 0d);
            squares = double.PositiveInfinity;
            foreach (var value in values)
            {
                var expected = State.Next();
                var error = value - expected;
                if (model.Error == EtsPart.Multiplicative)
                {
                    if (!(expected > 0))
                        return double.PositiveInfinity;
                    error /= expected;
                    logs += Math.Log(expected);
                }

                sum += error * error;
                State.Move(value);
            }

            squares = sum;
            return double.IsFinite(sum) && sum > 0 ? values.Length * Math.Log(sum) + 2 * logs : sum == 0 ? values.Length * Math.Log(1e-300) : double.PositiveInfinity;
        }

        private void Place(double[] point)
        {
            var at = 0;
            State.Alpha = Inside(point[at++], Lowest, Highest);
            State.Beta = model.Trend == EtsTrend.None ? 0 : Inside(point[at++], Lowest, State.Alpha);
            State.Gamma = model.Season == EtsPart.None ? 0 : Inside(point[at++], Lowest, 1 - State.Alpha);
            State.Phi = model.Trend == EtsTrend.Damped ? Inside(point[at++], LowestPhi, HighestPhi) : 1;
            var level = start.Level + point[at++] * _scale;
            var trend = model.Trend == EtsTrend.None ? 0 : start.Trend + point[at++] * _scale / 10;
            if (_seasons.Length > 0)
            {
                // All but the last are free; the last keeps their mean at 0, or 1.
                var (factors, sum) = (model.Season == EtsPart.Multiplicative, 0d);
                for (var i = 0; i < _seasons.Length - 1; i++)
                {
                    _seasons[i] = start.Seasons[i] + point[at++] * (factors ? .1 : _scale / 5);
                    sum += _seasons[i];
                }

                _seasons[^1] = (factors ? _seasons.Length : 0) - sum;
            }

            State.Begin(level, trend, _seasons);
        }

        private static double Inside(double x, double low, double high) => high <= low ? low : low + (high - low) / (1 + Math.Exp(-x));

        private static double Logit(double share) => Math.Log(share / (1 - share));

        private static double Spread(double[] values)
        {
            var mean = values.Average();
            return Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / values.Length);
        }
    }
}
