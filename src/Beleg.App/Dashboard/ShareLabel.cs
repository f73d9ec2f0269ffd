using Beleg.App.Dashboard.Language;
using Beleg.State;
using NodaTime.Text;

namespace Beleg.App.Dashboard;

/// <summary>What a shared link is called: as whoever made it wrote, or the proof that it came with.</summary>
internal static class ShareLabel
{
    private const string OfProof = "Proof ";

    public static string Of(Tongue tongue, Share share) =>
        share.CreatedBy == "Beleg" && share.Label.StartsWith(OfProof, StringComparison.Ordinal) && YearMonthPattern.Iso.Parse(share.Label[OfProof.Length..]) is { Success: true } month
            ? $"{tongue[Texts.Proof]} {tongue.Writes.Month(month.Value)}" : share.Label;
}
