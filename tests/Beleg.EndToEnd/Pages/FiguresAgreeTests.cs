using System.Globalization;
using System.Net;
using System.Text.Json;
using AngleSharp.Html.Parser;
using Beleg.EndToEnd.Support;

namespace Beleg.EndToEnd.Pages;

/// <summary>One figure, one number: engine's API, proof as JSON, as HTML, as PDF, and the dashboard, for every workspace of the demonstration.</summary>
[Collection(DemoCollection.Name)]
[Trait("Speed", "Slow")]
public sealed partial class FiguresAgreeTests(DemoBeleg demo)
{
    [Theory]
    [InlineData("florist", "en", "a4")]
    [InlineData("florist", "de", "letter")]
    [InlineData("wismo", "en", "letter")]
    [InlineData("wismo", "de", "a4")]
    [InlineData("saas", "en", "a4")]
    [InlineData("saas", "de", "letter")]
    public async Task EveryFigureIsTheSameWhereverItStands(string workspace, string language, string paper)
    {
        var http = demo.Beleg.Http;
        var address = $"/api/{workspace}/reports/proof-pack/2026-09";
        using var json = JsonDocument.Parse(await http.GetStringAsync(address + ".json"));
        var proof = json.RootElement.GetProperty("proof");

        await ShouldBeTheEnginesAsync(http, workspace, proof);
        var html = new HtmlParser().ParseDocument(await http.GetStringAsync($"{address}.html?lang={language}&paper={paper}"));
        var shown = html.QuerySelectorAll("data[data-figure]").Select(d => (Path: d.GetAttribute("data-figure")!, Value: d.GetAttribute("value")!, Text: d.TextContent)).ToArray();
        shown.Length.ShouldBeGreaterThan(20);
        foreach (var (path, value, _) in shown)
            Number(value).ShouldBe(At(proof, path), $"{workspace} {path} in HTML and JSON");

        var answer = await http.GetAsync($"{address}.pdf?lang={language}&paper={paper}");
        Assert.SkipWhen(answer.StatusCode == HttpStatusCode.ServiceUnavailable, "There is no Chromium here.");
        answer.EnsureSuccessStatusCode();
        var pdf = await answer.Content.ReadAsByteArrayAsync();
        var text = await PdfRead.TextAsync(pdf);
        var read = PdfRead.Packed(text);
        foreach (var (path, _, written) in shown)
            read.ShouldContain(PdfRead.Packed(written), customMessage: $"{workspace} {path} in the PDF");
        foreach (var sentence in html.QuerySelectorAll(".said, .means, .target, .seal, h1, h2"))
            read.ShouldContain(PdfRead.Packed(sentence.TextContent), customMessage: sentence.OuterHtml);

        var info = await PdfRead.InfoAsync(pdf);
        info.ShouldMatch(@"Pages:\s+1\b");
        info.ShouldMatch(@"Tagged:\s+yes");
        info.ShouldMatch(paper == "a4" ? @"\(A4\)" : @"\(letter\)");
        pdf.Length.ShouldBeLessThanOrEqualTo(500 * 1024);
        // Numbers, hash and addresses are counted, too.
        text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Count(word => word.Any(char.IsLetterOrDigit)).ShouldBeLessThanOrEqualTo(250);
    }

    private static async Task ShouldBeTheEnginesAsync(HttpClient http, string workspace, JsonElement proof)
    {
        foreach (var part in proof.GetProperty("figures").EnumerateArray().GroupBy(f => f.GetProperty("segment").GetString()))
        {
            var ids = string.Join(',', part.Select(f => f.GetProperty("metric").GetString()));
            using var answer = JsonDocument.Parse(await http.GetStringAsync($"/api/{workspace}/query?metrics={ids}&month=2026-09&basis=conservative&compare=previous{(part.Key is { } segment ? "&" + segment : "")}"));
            // A payback is no month's: it is counted from where the programme began.
            using var since = JsonDocument.Parse(await http.GetStringAsync($"/api/{workspace}/query?metrics=payback_months&from=2023-10-01&to=2026-10-01&basis=conservative"));
            var results = answer.RootElement.GetProperty("metrics").EnumerateArray().ToDictionary(r => r.GetProperty("id").GetString()!);
            results["payback_months"] = since.RootElement.GetProperty("metrics")[0];
            foreach (var figure in part)
            {
                var total = results[figure.GetProperty("metric").GetString()!];
                var name = $"{workspace} {figure.GetProperty("path").GetString()}";
                var scenarios = figure.GetProperty("scenarios");
                if (scenarios.ValueKind == JsonValueKind.Object)
                {
                    Rounded(total, "low").ShouldBe(Decimal(scenarios, "low"), name);
                    Rounded(total, "value").ShouldBe(Decimal(scenarios, "base"), name);
                    Rounded(total, "high").ShouldBe(Decimal(scenarios, "high"), name);
                }
                else
                {
                    Rounded(total, "value").ShouldBe(Decimal(figure, "value"), name);
                }

                if (figure.GetProperty("interval").ValueKind == JsonValueKind.Object)
                {
                    Rounded(total.GetProperty("interval"), "low").ShouldBe(Decimal(figure.GetProperty("interval"), "low"), name);
                    Rounded(total.GetProperty("interval"), "high").ShouldBe(Decimal(figure.GetProperty("interval"), "high"), name);
                }
            }
        }
    }

    private static decimal? At(JsonElement proof, string path)
    {
        var parts = path.Split('.');
        switch (parts[0])
        {
            case "evidence":
                return Decimal(proof.GetProperty("evidence").EnumerateArray().Single(g => string.Equals(g.GetProperty("grade").GetString(), parts[1], StringComparison.OrdinalIgnoreCase)), parts[2]);
            case "reconciliation":
                // Minor units of a currency with two decimals, as all of the demonstration's are.
                return Decimal(proof.GetProperty("reconciliation").GetProperty("total"), parts[2]) / 100;
            case "restated":
                return Decimal(proof.GetProperty("restated")[int.Parse(parts[1], CultureInfo.InvariantCulture)], parts[2]);
            case "assumptions":
                return Decimal(proof.GetProperty("assumptions").EnumerateArray().Single(a => a.GetProperty("id").GetString() == parts[1]), parts.Length > 2 ? parts[2] : "value");
            default:
                var figure = proof.GetProperty("figures").EnumerateArray().Single(f => f.GetProperty("path").GetString() == parts[0]);
                return parts switch
                {
                    [_] => Decimal(figure, "value"),
                    [_, "interval", var end] => Decimal(figure.GetProperty("interval"), end),
                    [_, "base" or "high"] => Decimal(figure.GetProperty("scenarios"), parts[1]),
                    _ => Decimal(figure, parts[1]),
                };
        }
    }

    private static decimal? Decimal(JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDecimal() : null;

    private static decimal? Rounded(JsonElement element, string name) => Decimal(element, name) is { } value ? decimal.Round(value, 6) : null;

    private static decimal? Number(string text) => text.Length == 0 ? null : decimal.Parse(text, CultureInfo.InvariantCulture);
}
