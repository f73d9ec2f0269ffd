namespace Beleg.Reports.ProofPacks;

/// <summary>What visitors with chat did beyond what visitors without it would have: a comparison, and said to be one.</summary>
internal static class ProofExtra
{
    public const string WithChat = "conversion_rate:with_chat=true";
    public const string WithoutChat = "conversion_rate:with_chat=false";

    /// <summary>
    /// Conversions with chat less the other visitors' rate × visitors with chat, in whole conversions; null where the two rates' intervals
    /// touch, or one is unknown.
    /// </summary>
    public static decimal? Conversions(ProofSnapshot proof) =>
        proof.FindPath(WithChat) is { Numerator: { } took, Denominator: { } visitors, Interval: { } high, LowSample: false }
        && proof.FindPath(WithoutChat) is { Numerator: { } others, Denominator: > 0 and var rest, Interval: { } low, LowSample: false }
        && high.Low > low.High
            ? decimal.Round(took - others / rest * visitors)
            : null;
}
