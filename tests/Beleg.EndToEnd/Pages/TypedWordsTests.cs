using System.Text.Json;
using Beleg.EndToEnd.Support;

namespace Beleg.EndToEnd.Pages;

/// <summary>What people typed about the programme in both languages is read in the reader's, on pages and on the proof.</summary>
[Collection(DemoCollection.Name)]
[Trait("Speed", "Slow")]
public sealed class TypedWordsTests(DemoBeleg demo)
{
    [Theory]
    [InlineData("florist", 3)]
    [InlineData("wismo", 2)]
    [InlineData("saas", 2)]
    public async Task AHypothesisIsReadInThePagesLanguage(string workspace, int hypotheses)
    {
        using var books = JsonDocument.Parse(await demo.Beleg.Http.GetStringAsync($"/api/{workspace}/roi?month=2026-09"));
        string[] Said(string member) => [.. books.RootElement.GetProperty("hypotheses").EnumerateArray().Select(one => one.GetProperty(member).GetString()!)];
        Said("statement_de").Length.ShouldBe(hypotheses);

        foreach (var (language, member) in new[] { ("en", "statement"), ("de", "statement_de") })
        {
            var page = await demo.PageAsync($"/w/{workspace}/roi?month=2026-09", language);
            page.QuerySelectorAll("#hypotheses tbody th").Select(cell => cell.FirstChild!.TextContent.Trim()).ShouldBe(Said(member), language);
        }
    }

    [Fact]
    public async Task AnAgreedExperimentIsReadInTheLanguageOfTheProofOnEveryRendering()
    {
        const string Proof = "/api/florist/reports/proof-pack/2026-09";
        using var document = JsonDocument.Parse(await demo.Beleg.Http.GetStringAsync(Proof + ".json"));
        var plan = document.RootElement.GetProperty("proof").GetProperty("plans").EnumerateArray().ShouldHaveSingleItem();
        var said = new Dictionary<string, string> { ["en"] = plan.GetProperty("hypothesis").GetString()!, ["de"] = plan.GetProperty("hypothesis_de").GetString()! };

        foreach (var (language, other) in new[] { ("en", "de"), ("de", "en") })
        {
            var sheet = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await demo.Beleg.Http.GetStringAsync($"{Proof}.html?lang={language}")).QuerySelector(".words")!.TextContent;
            sheet.ShouldContain(said[language]);
            sheet.ShouldNotContain(said[other]);
            var id = plan.GetProperty("experiment").GetString();
            (await demo.PageAsync($"/w/florist/experiments/{id}", language)).QuerySelector("main h2")!.TextContent.ShouldBe(said[language]);
            var printed = PdfRead.Packed(await PdfRead.TextAsync(await demo.Beleg.Http.GetByteArrayAsync($"{Proof}.pdf?lang={language}")));
            printed.ShouldContain(PdfRead.Packed(said[language]));
        }
    }

    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    public async Task AnExperimentOutOfAFindingIsProposedInBothLanguages(string language)
    {
        var form = await demo.PageAsync("/w/florist/experiments/new?rule=dead_offer&month=2026-08&subject=bouquet/3/next-order-offer", language);

        string Field(string name) => form.QuerySelector($"[name={name}]")!.GetAttribute("value")!;
        Field("hypothesis").ShouldBe("Without the offer more people go on, and no fewer buy.");
        Field("hypothesis_de").ShouldNotBeOneOf("", Field("hypothesis"));
        var finding = await demo.PageAsync("/w/florist/findings/dead_offer?month=2026-08&subject=bouquet/3/next-order-offer", language);
        finding.QuerySelector("main")!.TextContent.ShouldContain(Field(language == "de" ? "hypothesis_de" : "hypothesis"));
    }
}
