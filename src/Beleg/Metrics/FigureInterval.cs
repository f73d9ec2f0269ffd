using Beleg.Statistics;

namespace Beleg.Metrics;

/// <summary>A 95 % interval in the unit of its figure.</summary>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end.</param>
/// <param name="Method">How it was found.</param>
public sealed record FigureInterval(decimal Low, decimal High, IntervalMethod Method)
{
    /// <summary>Digits after the point: an interval is an estimate, and doubles differ in their last bits between machines.</summary>
    private const int Decimals = 9;

    internal static FigureInterval? Of(ConfidenceInterval? interval, decimal scale) => interval is { } found && double.IsFinite(found.Low) && double.IsFinite(found.High)
        ? new(Rounded(found.Low) * scale, Rounded(found.High) * scale, found.Method)
        : null;

    private static decimal Rounded(double value) => decimal.Round((decimal)value, Decimals);
}
