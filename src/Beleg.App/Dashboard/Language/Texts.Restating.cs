namespace Beleg.App.Dashboard.Language;

/// <summary>Restating a proof: what becomes of the links that stand on the ones before.</summary>
internal static partial class Texts
{
    public static readonly Phrase OpenLinksTitle = new("Links that are still open", "Links, die noch offen sind");
    public static readonly Phrase OpenLinksText = new(
        "They stand on what was published of this month before. Whoever has that proof reaches them until they expire: that was agreed when they were made. A restatement gets a link of its own.",
        "Sie stehen auf dem, was von diesem Monat schon veröffentlicht ist. Wer diesen Nachweis hat, erreicht sie, bis sie ablaufen: So war es vereinbart. Eine Berichtigung erhält einen eigenen Link.");
    public static readonly Phrase OpenLinkLine = new("{0}, views:\u00a0{1}", "{0}, Aufrufe:\u00a0{1}");
    public static readonly Phrase EndOpenLinks = new("End them with the restatement", "Sie mit der Berichtigung beenden");
}
