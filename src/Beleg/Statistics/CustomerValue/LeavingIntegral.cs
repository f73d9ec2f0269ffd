namespace Beleg.Statistics.CustomerValue;

/// <summary>The logarithm of ∫ (α + y)^−a (β + y)^−b dy between two times, and its derivatives by a, α, b and β.</summary>
/// <remarks>
/// The chance to have left in that time, but for a factor. Any parameters do: where α and β lie far apart, or purchases are many, the
/// hypergeometric series that says the same is long and leaves a double.
/// </remarks>
internal readonly record struct LeavingIntegral(double Log, double ByRate, double ByAlpha, double ByLeaving, double ByBeta)
{
    // What lies e^-42 below the top adds nothing to sixteen digits.
    private const double Depth = 42;
    private const int Panels = 12;
    private const int Halvings = 50;

    // Gauss and Legendre's ten points, of which five mirror five.
    private static readonly double[] Points = [.1488743389816312, .4333953941292472, .6794095682990244, .8650633666889845, .9739065285171717];
    private static readonly double[] Weights = [.2955242247147529, .2692667193099964, .2190863625159820, .1494513491505806, .0666713443086881];

    public static LeavingIntegral Of(double a, double alpha, double b, double beta, double from, double to)
    {
        if (!(to > from))
            return new LeavingIntegral(double.NegativeInfinity, 0, 0, 0, 0);

        // Over v with least + y = (least + from) e^v: the logarithm of the integrand, less its value at v = 0, then has one top.
        var (least, most, near, far) = alpha <= beta ? (alpha, beta, a, b) : (beta, alpha, b, a);
        var start = least + from;
        double Height(double v) => v - near * v - far * Math.Log(1 + start * (Math.Exp(v) - 1) / (most + from));
        var end = Math.Log((least + to) / start);
        var top = Border(0, end, v => 1 - near - far * start * Math.Exp(v) / (most + from + start * (Math.Exp(v) - 1)) > 0);
        var height = Height(top);
        var left = Border(0, top, v => Height(v) < height - Depth);
        var right = Border(top, end, v => Height(v) > height - Depth);

        var (sum, byRate, byAlpha, byLeaving, byBeta) = (0d, 0d, 0d, 0d, 0d);
        var half = (right - left) / (2 * Panels);
        for (var panel = 0; panel < Panels; panel++)
        {
            for (var point = 0; point < 2 * Points.Length; point++)
            {
                var v = left + half * (2 * panel + 1 + (point % 2 == 0 ? Points[point / 2] : -Points[point / 2]));
                var part = Weights[point / 2] * Math.Exp(Height(v) - height);
                var y = from + start * (Math.Exp(v) - 1);
                sum += part;
                byRate -= part * Math.Log(alpha + y);
                byAlpha -= part * a / (alpha + y);
                byLeaving -= part * Math.Log(beta + y);
                byBeta -= part * b / (beta + y);
            }
        }

        return new LeavingIntegral(
            Math.Log(sum * half) + height + Math.Log(start) - near * Math.Log(start) - far * Math.Log(most + from),
            byRate / sum, byAlpha / sum, byLeaving / sum, byBeta / sum);
    }

    // Where a condition that holds at first stops to hold; the end where it never does.
    private static double Border(double low, double high, Func<double, bool> holds)
    {
        if (!holds(low))
            return low;
        if (holds(high))
            return high;
        for (var i = 0; i < Halvings; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = holds(middle) ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }
}
