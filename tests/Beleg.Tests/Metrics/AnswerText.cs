using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Beleg.Metrics;

namespace Beleg.Tests.Metrics;

/// <summary>Answers as text, to be held against each other.</summary>
internal static partial class AnswerText
{
    /// <summary>The answer as the interface gives it, fractions to six decimals.</summary>
    // TRICKY: sums of squares are added by two threads in either order, so the ninth decimal of an interval may differ between two answers alike.
    public static string Of(MetricAnswer answer) => Fraction().Replace(
        Encoding.UTF8.GetString(MetricJson.Bytes(answer)),
        number => decimal.Round(decimal.Parse(number.Value, CultureInfo.InvariantCulture), 6).ToString("0.######", CultureInfo.InvariantCulture));

    [GeneratedRegex(@"-?\d+\.\d{7,}")]
    private static partial Regex Fraction();
}
