using System.Text.Json.Nodes;
using Beleg.Reports;
using Beleg.Reports.ProofPacks;
using Beleg.State;
using Beleg.Tests.Support;

namespace Beleg.Tests.Reports;

/// <summary>A proof as an earlier version of this program published it: kept in the repository, and the same in every version to come.</summary>
public sealed class PublishedProofTests
{
    private const string Hash = "30e856013741065892e0a923af4767d8d97bfdc4ed8a767856b517afab500b59";

    [Theory]
    [InlineData(Kept, Hash)]
    [InlineData(Planned, "086edc96f842e1f9fb9dfbcfe2f3594787731411aba2ec76fb0bc2439e8efb84")]
    [InlineData(Tried, "9fe0eb697e905a95a7175d04d19d90cb6d25160fa8e44cdf76a138027971e2cd")]
    public void ItsBytesItsHashAndItsSignatureStandAsTheyWerePublished(string kept, string hash)
    {
        var file = Fixture.Read(kept);

        ProofHash.Verify(file).ShouldBeTrue();
        ProofHash.HashIn(file).ShouldBe(hash);
        Read(file).ToJson().ShouldBe(file, "a later version knows more fields, and adds none to what was signed");
    }

    [Theory]
    [InlineData("$335.40", "$335.41")]
    [InlineData("\"revision\": 1", "\"revision\": 2")]
    public void WhoeverChangesALetterOfItIsFoundOut(string told, string instead)
    {
        var file = Fixture.Read(Kept);
        file.ShouldContain(told);

        ProofHash.Verify(file.Replace(told, instead, StringComparison.Ordinal)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("en", "$335.40")]
    [InlineData("de", "335,40\u00a0$")]
    public void ALaterVersionDrawsItWithItsOwnFiguresAndTexts(string language, string net)
    {
        var document = Read(Fixture.Read(Kept));

        var page = ProofHtmlTests.Parse(ProofHtml.Render(document, ReportLanguage.Of(language)));

        page.QuerySelector("data[data-figure=net_value]")!.TextContent.ShouldBe(net);
        page.QuerySelector(".seal")!.TextContent.ShouldContain(Hash);
        foreach (var win in document.Proof.Wins)
            page.QuerySelector(".words")!.TextContent.Replace("\u2060", "", StringComparison.Ordinal).ShouldContain(win.Text.In(language));
    }

    /// <summary>Of when a hypothesis was one sentence: it stands in both languages, and nothing of it is written anew.</summary>
    [Theory]
    [InlineData(Planned)]
    [InlineData(Tried)]
    public void ASentenceOfBeforeStandsInBothLanguagesAndItsRecordGainsNothing(string kept)
    {
        var document = Read(Fixture.Read(kept));

        var proof = JsonNode.Parse(ProofHash.Canonical(document.Proof))!;
        foreach (var list in new[] { "plans", "trials" })
            JsonNode.DeepEquals(proof[list], JsonNode.Parse(Fixture.Read(kept))!["proof"]![list]).ShouldBeTrue(list);
        foreach (var plan in document.Proof.Plans)
            ProofHtmlTests.Parse(ProofHtml.Render(document, ReportLanguage.German)).QuerySelector(".words")!.TextContent.ShouldContain(plan.Hypothesis);
        (document.Proof.Plans.Count + document.Proof.Trials.Count).ShouldBe(1);
    }

    private const string Kept = "proofs/florist-2026-09.json";
    private const string Planned = "proofs/florist-2026-09-planned.json";
    private const string Tried = "proofs/florist-2026-01-tried.json";

    private static ProofDocument Read(string file)
    {
        var document = JsonNode.Parse(file)!;
        string? Text(string name) => document[name]?.GetValue<string>();
        return ProofShelf.Read(new FrozenSnapshot(
            1, "florist", ProofShelf.Kind, "2026-09", document["proof"]!.ToJsonString(), Text("hash")!, Text("previous_hash"),
            NodaTime.Text.InstantPattern.ExtendedIso.Parse(Text("published_at")!).Value, Text("signature"), Text("public_key")));
    }
}
