using Beleg.Metrics;

namespace Beleg.Reports.Findings;

/// <summary>Puts money on what is lost, cautiously, and shows the sum.</summary>
internal static class Losses
{
    /// <summary>Conversations that are lost and of which mending wins a part back.</summary>
    /// <param name="scene">Where.</param>
    /// <param name="evidence">How many are lost of how many.</param>
    /// <param name="flow">The flow whose conversations are worth something.</param>
    /// <returns>Null where what one is worth is not known.</returns>
    public static FindingMoney? WonBack(FindingScene scene, FindingEvidence evidence, string? flow) =>
        Of(scene, evidence.Low * evidence.Denominator, evidence.Numerator, evidence.High * evidence.Denominator, flow, new("lost", "verloren"), new("of them won back", "davon zurückgeholt"));

    /// <summary>Reactions that more people would have given: a part of those there are now, since who ignores a message is not lost to the business.</summary>
    /// <param name="scene">Where.</param>
    /// <param name="reacted">How many reacted.</param>
    /// <param name="flow">The flow whose conversations are worth something.</param>
    public static FindingMoney? MoreReactions(FindingScene scene, long reacted, string? flow) =>
        reacted == 0 ? null : Of(scene, reacted, reacted, reacted, flow, new("reacted", "reagierten"), new("more of them", "mehr davon"));

    private static FindingMoney? Of(FindingScene scene, decimal low, decimal middle, decimal high, string? flow, Words counted, Words part)
    {
        if (scene.WorthOf(flow) is not { } worth)
            return null;
        var share = scene.Recoverable;
        decimal Rounded(decimal major) => decimal.Round(major, scene.Currency.Decimals);
        return new FindingMoney(
            Rounded(low * share.Low * worth.Low), Rounded(middle * share.Value * worth.Base), Rounded(high * share.High * worth.High),
            ReportLanguage.Say(l => string.Concat(
                $"{l.Count(middle)} {counted.In(l.Code)} × {l.Share(share.Value, 0)} {part.In(l.Code)}{(share.IsUnset ? l.Pick(" (default)", " (Vorgabe)") : "")} × {l.Money(worth.Base, scene.Currency)} ",
                l.Pick("each; ", "je Unterhaltung; "), worth.Of.In(l.Code), ".")),
            share.IsUnset || worth.Unset);
    }
}
