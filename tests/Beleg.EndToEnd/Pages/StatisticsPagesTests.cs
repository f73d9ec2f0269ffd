using System.Globalization;
using System.Text.Json;
using Beleg.EndToEnd.Support;

namespace Beleg.EndToEnd.Pages;

/// <summary>What the statistics pages show is what the interface and the command line say.</summary>
[Collection(DemoCollection.Name)]
[Trait("Speed", "Slow")]
public sealed class StatisticsPagesTests(DemoBeleg demo)
{
    private static readonly CultureInfo english = CultureInfo.GetCultureInfo("en-US");

    [Theory]
    [InlineData("refill-holdout", "Ship it")]
    [InlineData("letter-subject", "Ship it")]
    [InlineData("letter-photo", "Review")]
    public async Task AnExperimentIsReadTheSameEverywhere(string id, string headline)
    {
        var answer = await ApiAsync($"/api/florist/experiments/{id}");
        using var said = JsonDocument.Parse((await demo.Beleg.RunAsync("experiment", "show", id, "--workspace", "florist", "--json")).Ok());
        JsonElement.DeepEquals(answer.GetProperty("report"), said.RootElement.GetProperty("report")).ShouldBeTrue(id);

        var report = answer.GetProperty("report");
        var page = await PageAsync($"/w/florist/experiments/{id}");
        foreach (var arm in report.GetProperty("arms").EnumerateArray())
        {
            page.ShouldContain(arm.GetProperty("arm").GetString()!);
            page.ShouldContain(arm.GetProperty("contacts").GetInt64().ToString("N0", english));
            page.ShouldContain(report.GetProperty("unit").GetString() == "money" ? arm.GetProperty("value").GetDouble().ToString("C2", english) : Percent(arm.GetProperty("value").GetDouble()));
        }

        var compared = report.GetProperty("comparisons")[0];
        compared.GetProperty("headline").GetProperty("en").GetString().ShouldBe(headline);
        page.ShouldContain(Plain(compared.GetProperty("explanation").GetProperty("en").GetString()!));
        page.ShouldContain("+" + Percent(compared.GetProperty("effect").GetDouble()));
        page.ShouldContain(Percent(compared.GetProperty("chance_to_win").GetDouble()));
        foreach (var guardrail in compared.GetProperty("guardrails").EnumerateArray())
            page.ShouldContain(guardrail.GetProperty("name").GetProperty("en").GetString()!);
        (await PageAsync($"/w/florist/experiments/{id}", "de")).ShouldContain(Plain(compared.GetProperty("explanation").GetProperty("de").GetString()!));
    }

    [Fact]
    public async Task MeasuredLiftStandsBesideWhatWasAttributedWhereverMoneyIsShown()
    {
        var lift = (await ApiAsync("/api/florist/lift"))[0];
        var says = lift.GetProperty("says").GetProperty("en").GetString()!;
        says.ShouldStartWith("Measured lift $");
        var query = await ApiAsync($"/api/florist/query?metrics=attributed_revenue&basis=conservative&flow=refill&from={lift.GetProperty("from").GetString()}&to={lift.GetProperty("to").GetString()}");
        lift.GetProperty("attributed").GetDecimal().ShouldBe(query.GetProperty("metrics")[0].GetProperty("value").GetDecimal());

        foreach (var path in new[] { "/w/florist?period=2025-12", "/w/florist/flows/refill?month=2025-12", "/w/florist/metrics/attributed_revenue", "/w/florist/experiments", "/w/florist/experiments/refill-holdout" })
        {
            var page = await PageAsync(path);
            page.ShouldContain(says, customMessage: path);
            page.ShouldContain(lift.GetProperty("means").GetProperty("en").GetString()!, customMessage: path);
        }

        (await PageAsync("/w/florist")).ShouldNotContain("Measured lift", customMessage: "September has no hold-out");
    }

    [Fact]
    public async Task CustomersAreCountedTheSameEverywhere()
    {
        var answer = await ApiAsync("/api/florist/customers?month=2026-09");
        using var said = JsonDocument.Parse((await demo.Beleg.RunAsync("customers", "--workspace", "florist", "--month", "2026-09", "--json")).Ok());
        JsonElement.DeepEquals(answer, said.RootElement).ShouldBeTrue();
        answer.GetProperty("repeaters").GetInt64().ShouldBeGreaterThan(200);
        var page = await PageAsync("/w/florist/customers?month=2026-09");
        page.ShouldContain(answer.GetProperty("customers").GetInt64().ToString("N0", english));
        page.ShouldContain(answer.GetProperty("repeaters").GetInt64().ToString("N0", english));
        page.ShouldContain(answer.GetProperty("order_value").GetDecimal().ToString("C2", english));
        page.ShouldContain(answer.GetProperty("outlook").GetProperty("value").GetDecimal().ToString("C0", english), customMessage: "what is expected has no cents");
        page.ShouldContain("All, past year");
        page.ShouldContain("All, September 2026");
    }

    [Theory]
    [InlineData("2026-09")]
    [InlineData("2026-01")]
    public async Task ModelsShareTheSameMoneyEverywhere(string month)
    {
        var answer = await ApiAsync($"/api/florist/models?month={month}");
        using var said = JsonDocument.Parse((await demo.Beleg.RunAsync("models", "--workspace", "florist", "--month", month, "--json")).Ok());
        JsonElement.DeepEquals(answer, said.RootElement).ShouldBeTrue();
        var page = await PageAsync($"/w/florist/models?month={month}");
        foreach (var money in answer.GetProperty("rows").EnumerateArray().SelectMany(row => row.GetProperty("money").EnumerateArray()).Concat(answer.GetProperty("totals").EnumerateArray()))
            page.ShouldContain(money.GetDecimal().ToString("C2", english).Replace("-", "−", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("florist", "outlook", "forecast", "sentence")]
    [InlineData("florist", "findings", "findings", "findings.says")]
    [InlineData("wismo", "findings", "findings", "findings.says")]
    [InlineData("wismo", "cases", "cases", "cases.title")]
    [InlineData("saas", "cases", "cases", "cases.impact")]
    [InlineData("wismo", "sensitivity", "sensitivity", "summary")]
    [InlineData("wismo", "sensitivity", "sensitivity", "turns")]
    [InlineData("saas", "growth", "growth", "coverage")]
    [InlineData("florist", "quality", "quality", "limits.says")]
    public async Task WhatAPageSaysIsWhatTheInterfaceSays(string workspace, string page, string address, string path)
    {
        var month = page == "findings" ? "2026-08" : "2026-09";
        var answer = await ApiAsync($"/api/{workspace}/{address}?month={month}");
        foreach (var language in new[] { "en", "de" })
        {
            var shown = await PageAsync($"/w/{workspace}/{page}?month={month}", language);
            foreach (var words in At(answer, path.Split('.')))
                shown.ShouldContain(Plain(words.GetProperty(language).GetString()!), customMessage: $"{workspace} {page} {language}");
        }
    }

    private static IEnumerable<JsonElement> At(JsonElement element, string[] path) =>
        element.ValueKind == JsonValueKind.Array ? element.EnumerateArray().SelectMany(item => At(item, path))
        : path.Length == 0 ? [element]
        : element.TryGetProperty(path[0], out var inner) ? At(inner, path[1..]) : [];

    private static string Percent(double share) => (share * 100).ToString("N1", english) + "%";

    private async Task<JsonElement> ApiAsync(string address) => JsonDocument.Parse(await demo.Beleg.Http.GetStringAsync(address)).RootElement;

    private async Task<string> PageAsync(string path, string language = "en") => Plain((await demo.PageAsync(path, language)).QuerySelector("main")!.TextContent);

    private static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
