using Beleg.Reports;
using Beleg.Reports.ProofPacks;

namespace Beleg.Tests.Reports;

/// <summary>Whatever stands in a proof, it is one sheet that somebody reads in a minute. A failure names its seed.</summary>
public sealed class AnyProofTests
{
    private const int Drawn = 120;
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("BELEG_SCREENSHOTS");

    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    public void ItNeverHasMoreWordsThanAMinuteHolds(string language)
    {
        var l = ReportLanguage.Of(language);
        for (var seed = 0; seed < Drawn; seed++)
        {
            var html = ProofHtml.Render(SomeProof.Sealed(AnyProof.Of(seed), new string('a', 64)), l);
            ProofWords.On(html).ShouldBeLessThanOrEqualTo(ProofWords.Most, $"seed {seed}: {ProofWords.Text(html)}");
        }
    }

    [Fact]
    public void WhatAPersonWroteIsNeverLeftOut()
    {
        for (var seed = 0; seed < Drawn; seed++)
        {
            var proof = AnyProof.Of(seed);
            var page = ProofHtmlTests.Parse(ProofHtml.Render(SomeProof.Sealed(proof, new string('a', 64)), ReportLanguage.German));
            foreach (var edit in proof.Edits)
                page.QuerySelector(".words")!.TextContent.ShouldContain(edit.Text.De, customMessage: $"seed {seed}");
        }
    }

    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    public void ADecisionIsNeverWhatFallsAway(string language)
    {
        var (l, decided) = (ReportLanguage.Of(language), 0);
        for (var seed = 0; seed < Drawn; seed++)
        {
            var proof = AnyProof.Of(seed);
            if (!proof.Commentary.Any(c => c.Kind == ProofCommentKind.Decision))
                continue;
            decided++;
            ProofHtmlTests.Parse(ProofHtml.Render(SomeProof.Sealed(proof, new string('a', 64)), l)).QuerySelector(".words .decision").ShouldNotBeNull($"seed {seed}");
        }

        decided.ShouldBeGreaterThan(Drawn / 2);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    public void WhatTheSheetLeavesOutIsKnownToWhoeverEditsIt(string language)
    {
        var (l, left) = (ReportLanguage.Of(language), 0);
        for (var seed = 0; seed < Drawn; seed++)
        {
            var document = ProofDocument.Measured(AnyProof.Of(seed));
            var words = ProofHtmlTests.Parse(ProofHtml.Render(document, l)).QuerySelector(".words")!;
            var shown = words.QuerySelectorAll(".said, .means, .target").Length;
            var places = ProofPlace.All.Where(place => place.In(document.Proof).In(language).Length > 0).ToArray();
            var absent = ProofHtml.LeftOut(document.Proof, l);
            shown.ShouldBe(places.Length - absent.Count, $"seed {seed}: {string.Join(", ", absent.Select(p => p.Name))}");
            left += absent.Count;
        }

        left.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void ThriftLeavesNothingOutThatFits()
    {
        var html = ProofHtml.Render(SomeProof.Sealed(SomeProof.Florist()), ReportLanguage.English);
        ProofHtmlTests.Parse(html).QuerySelectorAll(".words > div").ShouldAllBe(column => column.QuerySelectorAll("li").Length >= 3);
        ProofHtmlTests.Parse(html).QuerySelectorAll(".target").Length.ShouldBe(3);
    }

    // Sixteen prints take half a minute; the seeds are those that hold every script, every currency, nothing and very much.
    [Theory]
    [Trait("Speed", "Slow")]
    [InlineData(0, "en", Paper.A4)]
    [InlineData(1, "de", Paper.Letter)]
    [InlineData(2, "de", Paper.A4)]
    [InlineData(3, "en", Paper.Letter)]
    [InlineData(4, "en", Paper.A4)]
    [InlineData(5, "de", Paper.A4)]
    [InlineData(6, "en", Paper.Letter)]
    [InlineData(7, "de", Paper.Letter)]
    [InlineData(8, "en", Paper.A4)]
    [InlineData(9, "de", Paper.A4)]
    [InlineData(10, "en", Paper.Letter)]
    [InlineData(11, "de", Paper.A4)]
    [InlineData(12, "de", Paper.Letter)]
    [InlineData(13, "en", Paper.A4)]
    [InlineData(14, "de", Paper.A4)]
    [InlineData(15, "en", Paper.Letter)]
    public async Task ItIsOneTaggedSheetThatCanBeReadAndSent(int seed, string language, Paper paper)
    {
        var (document, l) = (SomeProof.Sealed(AnyProof.Of(seed), new string('a', 64)), ReportLanguage.Of(language));

        using var pdf = await PrintedPdf.OfAsync(document, l, paper);

        pdf.Keep(Pictures, $"any-{seed}-{language}-{paper}");
        pdf.Pages.ShouldBe(1);
        pdf.Size.ShouldBe(paper == Paper.A4 ? "A4" : "letter");
        pdf.IsTagged.ShouldBeTrue();
        pdf.Bytes.Length.ShouldBeLessThanOrEqualTo(500 * 1024);
        pdf.Fonts.ShouldAllBe(font => font.Embedded && (font.Name.Contains("+Inter") || font.Name == "[none]"), "every letter comes from a typeface that travels with the page");
        pdf.ShouldShow(ProofHtml.Render(document, l, paper), document.Proof.Brand);
    }
}
