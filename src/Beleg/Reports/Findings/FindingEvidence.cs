using Beleg.Statistics;

namespace Beleg.Reports.Findings;

/// <summary>What a finding rests on: a share that was counted.</summary>
/// <param name="Numerator">How many did.</param>
/// <param name="Denominator">Of how many.</param>
/// <param name="Share">The one over the other, 0 to 1.</param>
/// <param name="Low">Lower end of its 95 % interval.</param>
/// <param name="High">Upper end.</param>
/// <param name="Against">The share it is held against: a threshold, or the same of all others; null where there is none.</param>
public sealed record FindingEvidence(long Numerator, long Denominator, decimal Share, decimal Low, decimal High, decimal? Against = null)
{
    private const int Decimals = 6;

    /// <summary>A share with Wilson's interval.</summary>
    public static FindingEvidence Of(long numerator, long denominator, decimal? against = null)
    {
        var interval = ConfidenceInterval.Wilson(numerator, denominator) ?? throw new ArgumentException("A finding is of something that was counted.", nameof(denominator));
        return new(numerator, denominator, Rounded((double)numerator / denominator), Rounded(interval.Low), Rounded(interval.High), against is { } other ? decimal.Round(other, Decimals) : null);
    }

    private static decimal Rounded(double share) => decimal.Round((decimal)share, Decimals);
}
