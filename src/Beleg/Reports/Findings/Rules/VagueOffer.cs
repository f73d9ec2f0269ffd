using Beleg.Metrics;
using Beleg.Reports.Copy;

namespace Beleg.Reports.Findings.Rules;

/// <summary>An offer that names no day until which it holds or on which something comes.</summary>
internal sealed class VagueOffer : CopyRule
{
    public override string Id => "vague_offer";

    public override Words Title => new("Vague offer", "Vages Angebot");

    public override Words LooksFor => new(
        "Offers (a discount, a bundle, a gift) that name no date, and lose more people than other messages do.",
        "Angebote (Rabatt, Paket, Geschenk) ohne Datum, die mehr Menschen verlieren als andere Nachrichten.");

    protected override bool Is(CopySample sample) => sample.Traits is { IsOffer: true, NamesDate: false };

    protected override Words Says(CopySample sample, ReportedLoss loss) => ReportLanguage.Say(l => l.Pick(
        $"The offer at {sample.Place.Name} names no date; {loss.Says(l)}.",
        $"Das Angebot an {sample.Place.Name} nennt kein Datum; {loss.Says(l)}."));

    protected override Words Advice => new("Say until when it holds, or when it arrives.", "Sagen, bis wann es gilt oder wann es ankommt.");

    protected override Words Hypothesis => new("If the offer names its last day, more people take it.", "Nennt das Angebot seinen letzten Tag, so nehmen es mehr an.");
}
