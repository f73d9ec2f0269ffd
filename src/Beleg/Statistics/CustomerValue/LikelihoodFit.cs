using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Optimization;

namespace Beleg.Statistics.CustomerValue;

/// <summary>Finds the parameters, all above 0, under which data is most likely: BFGS on their logarithms, then a simplex where that gives up.</summary>
internal static class LikelihoodFit
{
    // Of the mean log-likelihood a customer: a parameter is then known far closer than any sample can tell.
    private const double GradientTolerance = 1e-7;
    private const double ProgressTolerance = 1e-13;
    private const int MaxIterations = 200;

    // Beyond e^±16 a parameter says nothing more of any data there is; further out differences of gamma functions are made of rounding alone.
    private const double LogBound = 16;

    /// <summary>The best parameters found from any of some starts.</summary>
    /// <param name="starts">Where to begin, each number above 0.</param>
    /// <param name="meanLogLikelihood">Receives the parameters, fills their derivatives (not of the logarithms), returns the mean log-likelihood.</param>
    public static double[] Maximise(double[][] starts, Func<double[], double[], double> meanLogLikelihood)
    {
        var slopes = new double[starts[0].Length];
        var (best, least) = (starts[0], double.PositiveInfinity);
        (double, Vector<double>) Evaluate(Vector<double> logs)
        {
            var parameters = Array.ConvertAll(logs.ToArray(), log => Math.Exp(Math.Clamp(log, -LogBound, LogBound)));
            var value = -meanLogLikelihood(parameters, slopes);
            var gradient = Vector<double>.Build.Dense(slopes.Length, i => -slopes[i] * parameters[i]);
            if (!double.IsFinite(value) || !gradient.All(double.IsFinite))
                return (double.MaxValue / 4, gradient.Map(_ => 0d));
            if (value < least)
                (best, least) = (parameters, value);
            return (value, gradient);
        }

        foreach (var start in starts)
            Search(Logs(start));
        return best;

        Vector<double> Logs(double[] point) => Vector<double>.Build.DenseOfArray(Array.ConvertAll(point, Math.Log));

        void Search(Vector<double> from)
        {
            try
            {
                new BfgsMinimizer(GradientTolerance, 0, ProgressTolerance, MaxIterations).FindMinimum(ObjectiveFunction.Gradient(Evaluate), from);
            }
            catch (MaximumIterationsException)
            {
                // A ridge on which the likelihood hardly changes: any point of it is as good as the best found.
            }
            catch (OptimizationException)
            {
                Simplex();
            }
        }

        // A flat or broken place: the simplex asks for no derivative and always moves on.
        void Simplex()
        {
            try
            {
                new NelderMeadSimplex(1e-9, MaxIterations * 5).FindMinimum(ObjectiveFunction.Value(v => Evaluate(v).Item1), Logs(best));
            }
            catch (MaximumIterationsException)
            {
                // As above: the best point found stands.
            }
        }
    }
}
