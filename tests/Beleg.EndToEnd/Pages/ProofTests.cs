using System.Net;
using System.Text.Json;
using Beleg.EndToEnd.Support;

namespace Beleg.EndToEnd.Pages;

/// <summary>A month's proof: frozen once, the same everywhere, and anybody can verify it.</summary>
[Collection(DemoCollection.Name)]
[Trait("Speed", "Slow")]
public sealed class ProofTests(DemoBeleg demo)
{
    [Fact]
    public async Task PageApiAndFileAreOneSnapshot()
    {
        var beleg = demo.Beleg;
        using var shown = JsonDocument.Parse(await beleg.Http.GetStringAsync("/api/florist/reports/proof-pack/2026-08.json"));
        var hash = shown.RootElement.GetProperty("hash").GetString()!;
        hash.Length.ShouldBe(64);
        (await beleg.Http.GetStringAsync("/w/florist/proof/2026-08")).ShouldContain(hash);
        (await beleg.Http.GetStringAsync("/api/florist/reports/proof-pack/2026-08.html?lang=de")).ShouldContain(hash);
        (await beleg.Http.GetStringAsync("/w/florist/proof")).ShouldContain(hash[..16]);

        var file = Path.Combine(beleg.Data.Root, "august.json");
        (await beleg.RunAsync("report", "proof-pack", "--workspace", "florist", "--month", "2026-08", "--out", file)).Ok().ShouldContain(hash);
        (await beleg.RunAsync("report", "verify", file)).Ok();
        var altered = file + ".altered";
        await File.WriteAllTextAsync(altered, (await File.ReadAllTextAsync(file)).Replace("620", "920", StringComparison.Ordinal));
        (await beleg.RunAsync("report", "verify", altered)).Code.ShouldBe(2);
        (await beleg.RunAsync("report", "verify", hash)).Ok().ShouldContain("2026-08");
        (await beleg.RunAsync("report", "verify", new string('0', 64))).Code.ShouldBe(2);
    }

    [Fact]
    public async Task ThePageOfAProofRunsAndLoadsNothing()
    {
        var answer = await demo.Beleg.Http.GetAsync("/w/florist/proof/2026-09");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldContain("default-src 'none'");
        policy.ShouldNotContain("script-src");
        (await answer.Content.ReadAsStringAsync()).ShouldContain("Petal");
    }

    [Fact]
    public async Task AMonthThatIsNotOverIsADraft()
    {
        var month = $"{DateTime.UtcNow.AddMonths(1):yyyy-MM}";
        using var draft = JsonDocument.Parse(await demo.Beleg.Http.GetStringAsync($"/api/florist/reports/proof-pack/{month}.json"));
        draft.RootElement.GetProperty("hash").ValueKind.ShouldBe(JsonValueKind.Null);
        draft.RootElement.GetProperty("signature").ValueKind.ShouldBe(JsonValueKind.Null);
        (await demo.Beleg.RunAsync("report", "proof-pack", "--workspace", "florist", "--month", month, "--again")).Code.ShouldBe(2);
    }

    [Fact]
    public async Task WhatCannotBePublishedIsSaidOnThePageAndInItsLanguage()
    {
        var month = $"{DateTime.UtcNow.AddMonths(1):yyyy-MM}";
        var list = await demo.Beleg.Http.GetStringAsync("/w/florist/proof");
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/w/florist/proof/{month}") { Content = SignedIn.Form(list) };
        request.Headers.AcceptLanguage.ParseAdd("de");

        using var answer = await demo.Beleg.Http.SendAsync(request);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldContain($"{month} ist noch nicht vorbei");
        (await demo.Beleg.Http.GetStringAsync("/w/florist/proof")).ShouldContain("2026");
    }

    [Fact]
    public async Task LookingAtAMonthPublishesNothing()
    {
        var beleg = demo.Beleg;
        (await beleg.RunAsync("workspace", "create", "quiet")).Ok();
        foreach (var path in new[] { "/w/quiet/proof/2026-02", "/api/quiet/reports/proof-pack/2026-02.json", "/api/quiet/reports/proof-pack/2026-02.html", "/w/quiet/proof/2026-02/edit" })
            (await beleg.Http.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.OK, path);

        using var seen = JsonDocument.Parse(await beleg.Http.GetStringAsync("/api/quiet/reports/proof-pack/2026-02.json"));

        seen.RootElement.GetProperty("hash").ValueKind.ShouldBe(JsonValueKind.Null);
    }
}
