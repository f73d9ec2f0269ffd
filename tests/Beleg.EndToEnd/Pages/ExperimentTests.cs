using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Beleg.EndToEnd.Support;

namespace Beleg.EndToEnd.Pages;

/// <summary>An experiment from the hypothesis to the decision, by the form, the interface and the command line.</summary>
[Trait("Speed", "Slow")]
public sealed class ExperimentTests
{
    private const string Contacts = """{"key":"opener","hypothesis":"A shorter opener sells more","metric":"conversion","arms":["control","short"],"guardrails":["handoff_rate"],"least_effect":0.5,"effort":100,"finding":"dead_opener/welcome/1/opener"}""";

    [Fact]
    public async Task ItIsAgreedDrawnReadAndDecided()
    {
        await using var desk = await Desk.OpenAsync();
        var from = DateTimeOffset.UtcNow.AddDays(-20);
        await desk.SendAsync([.. Enumerable.Range(0, 40).SelectMany(i => Talk($"past-{i}", from.AddHours(i), orders: i % 4 == 0))]);

        // The form computes before it saves, and keeps what was typed.
        await desk.GoAsync("/w/ours/experiments/new?from=2026-08-10&to=2026-09-10");
        await desk.Page.Locator("[name=hypothesis]").FillAsync("A shorter opener sells more");
        await desk.Page.Locator("[name=key]").FillAsync("opener");
        await desk.Page.Locator("[name=metric]").SelectOptionAsync("conversion");
        await desk.Page.Locator("[name=least_effect]").FillAsync("50");
        await desk.Page.Locator("[name=arms]").FillAsync("control, short");
        await desk.Page.Locator("[name=guardrails]").SelectOptionAsync("handoff_rate");
        await desk.Page.Locator("[name=effort]").FillAsync("100");
        await desk.Page.Locator("button[value=power]").ClickAsync();
        (await desk.Page.Locator("#power").InnerTextAsync()).ShouldContain("From 25.0% today");
        await desk.Page.Locator("button[value=save]").ClickAsync();
        (await desk.Page.Locator("main").InnerTextAsync()).ShouldContain("draft");
        desk.Page.Url.ShouldContain("/w/ours/experiments/", customMessage: desk.Page.Url);
        desk.Page.Url.ShouldContain("from=2026-08-10&to=2026-09-10", customMessage: "what is saved is shown with the days somebody came with");
        (await desk.Page.Locator("#terms").InnerTextAsync()).ShouldContain("owner@localhost");

        // A draft draws nobody; it is changed by the interface, and started on the page.
        (await Asked(desk, "c1")).GetProperty("counts").GetBoolean().ShouldBeFalse();
        (await desk.AskAsync(HttpMethod.Post, "/api/ours/experiments", Contacts)).StatusCode.ShouldBe(HttpStatusCode.Created);
        await desk.GoAsync("/w/ours/experiments/opener?from=2026-08-10&to=2026-09-10");
        (await desk.Page.Locator("#terms a[href*='/findings/']").GetAttributeAsync("href")).ShouldBe("/w/ours/findings/dead_opener?from=2026-08-10&to=2026-09-10&subject=welcome%2F1%2Fopener", "back to the finding in the days somebody came with");
        await desk.Page.Locator("#next [name=reason]").FillAsync("agreed with Finance");
        await desk.Page.Locator("button[value=start]").ClickAsync();
        desk.Page.Url.ShouldContain("from=2026-08-10&to=2026-09-10", customMessage: "an act keeps them, too");
        (await desk.Page.Locator("#terms").InnerTextAsync()).ShouldContain("agreed with Finance");

        // What runs stands.
        var refused = await desk.AskAsync(HttpMethod.Post, "/api/ours/experiments", Contacts.Replace("conversion", "revenue", StringComparison.Ordinal));
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await refused.Content.ReadAsStringAsync()).ShouldContain("opener-v2");

        // The same contact gets the same arm, and the command line says the same.
        var arms = new Dictionary<string, string>();
        for (var i = 0; i < 60; i++)
        {
            var asked = await Asked(desk, $"c{i}");
            asked.GetProperty("counts").GetBoolean().ShouldBeTrue();
            arms[$"c{i}"] = asked.GetProperty("arm").GetString()!;
        }

        (await Asked(desk, "c7")).GetProperty("arm").GetString().ShouldBe(arms["c7"]);
        (await desk.Beleg.RunAsync("experiment", "assign", "opener", "--workspace", "ours", "--contact", "c7")).Ok().ShouldStartWith(arms["c7"]);
        arms.Values.Distinct().Count().ShouldBe(2);

        // Everyone in the new arm buys, every third of the others.
        var now = DateTimeOffset.UtcNow.AddSeconds(1);
        await desk.SendAsync([.. arms.Select((drawn, i) => Viewed(drawn.Key, drawn.Value, now)), .. arms.Where((drawn, i) => drawn.Value == "short" || i % 3 == 0).Select(drawn => Order(drawn.Key, now.AddSeconds(5)))]);
        var answer = await RunningBeleg.EventuallyAsync(() => ShownAsync(desk), seen => seen.GetProperty("report").ValueKind == JsonValueKind.Object && Seen(seen) == 60);
        Seen(answer).ShouldBe(60);
        answer.GetProperty("report").GetProperty("arms")[1].GetProperty("value").GetDouble().ShouldBe(1, 1e-9);

        // The page shows the interface's figures, and leads to the contacts of an arm.
        await desk.GoAsync("/w/ours/experiments/opener");
        var result = await desk.Page.Locator("#result").InnerTextAsync();
        result.ShouldContain("100.0%");
        result.ShouldContain("Not enough contacts yet");
        await desk.Page.Locator("#result a").First.ClickAsync();
        (await desk.Page.Locator("main tbody tr").CountAsync()).ShouldBe(arms.Values.Count(arm => arm == "control"));

        // Stopped, decided, and a new version of it: each an act with its author.
        (await desk.AskAsync(HttpMethod.Post, "/api/ours/experiments/opener/decide", """{"decision":"ship"}""")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await desk.Beleg.RunAsync("experiment", "stop", "opener", "--workspace", "ours", "--reason", "enough")).Ok().ShouldContain("stopped");
        var decided = await (await desk.AskAsync(HttpMethod.Post, "/api/ours/experiments/opener/decide", """{"decision":"ship","reason":"sells more"}""")).Content.ReadFromJsonAsync<JsonElement>();
        decided.GetProperty("acts").EnumerateArray().Select(act => act.GetProperty("became").GetString()).ShouldBe(["draft", "draft", "running", "stopped", "decided"]);
        (await Asked(desk, "somebody new")).GetProperty("arm").GetString().ShouldBe("short");
        (await desk.Beleg.RunAsync("experiment", "renew", "opener", "--workspace", "ours")).Ok().ShouldContain("opener-v2 is draft");
        (await desk.Beleg.RunAsync("experiment", "list", "--workspace", "ours")).Ok().ShouldContain("opener\tdecided");
        (await desk.Beleg.RunAsync("rebuild", "--workspace", "ours")).Ok().ShouldContain("the same as before");
        (await ShownAsync(desk)).GetProperty("planned").GetProperty("decision").GetString().ShouldBe("ship");
    }

    [Fact]
    public async Task ItsSentenceIsReadInTheReadersLanguage()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.GoAsync("/w/ours/experiments/new");
        await desk.Page.Locator("[name=hypothesis]").FillAsync("A shorter opener sells more");
        await desk.Page.Locator("[name=hypothesis_de]").FillAsync("Ein kürzerer Einstieg verkauft mehr");
        await desk.Page.Locator("[name=key]").FillAsync("opener");
        await desk.Page.Locator("[name=metric]").SelectOptionAsync("conversion");
        await desk.Page.Locator("[name=guardrails]").SelectOptionAsync(["handoff_rate", "order_value"]);
        await desk.Page.Locator("[name=arms]").FillAsync("control, short");
        await desk.Page.Locator("[name=effort]").FillAsync("a lot");
        await desk.Page.Locator("button[value=save]").ClickAsync();

        // A mistake in one field costs nobody the others.
        (await desk.Page.Locator(".note.error").CountAsync()).ShouldBe(1);
        foreach (var (field, kept) in new[] { ("hypothesis_de", "Ein kürzerer Einstieg verkauft mehr"), ("key", "opener"), ("metric", "conversion"), ("arms", "control, short"), ("effort", "a lot") })
            (await desk.Page.Locator($"[name={field}]").InputValueAsync()).ShouldBe(kept);
        (await desk.Page.Locator("[name=guardrails]").EvaluateAsync<string[]>("list => [...list.selectedOptions].map(option => option.value)")).Order().ShouldBe(["handoff_rate", "order_value"]);
        await desk.Page.Locator("[name=effort]").FillAsync("100");
        await desk.Page.Locator("button[value=save]").ClickAsync();
        (await desk.Page.Locator("main h2").First.InnerTextAsync()).ShouldBe("A shorter opener sells more");

        // The same by the interface; a new plan of the draft without a German sentence takes it away again.
        var plan = """{"key":"footer","hypothesis":"A footer is read","hypothesis_de":"Eine Fußzeile wird gelesen","metric":"conversion"}""";
        (await desk.AskAsync(HttpMethod.Post, "/api/ours/experiments", plan)).StatusCode.ShouldBe(HttpStatusCode.Created);
        await desk.GoAsync("/w/ours/experiments/opener?lang=de");
        (await desk.Page.Locator("main h2").First.InnerTextAsync()).ShouldBe("Ein kürzerer Einstieg verkauft mehr");
        await desk.GoAsync("/w/ours/experiments");
        var list = await desk.Page.Locator("main table").First.InnerTextAsync();
        list.ShouldContain("Ein kürzerer Einstieg verkauft mehr");
        list.ShouldContain("Eine Fußzeile wird gelesen");
        (await desk.Beleg.RunAsync("experiment", "show", "footer", "--workspace", "ours", "--lang", "de")).Ok().ShouldContain("Eine Fußzeile wird gelesen");
        (await desk.Beleg.RunAsync("experiment", "show", "footer", "--workspace", "ours")).Ok().ShouldContain("A footer is read");
        (await desk.Beleg.RunAsync("experiment", "create", "footer", "--workspace", "ours", "--metric", "conversion", "--hypothesis", "A footer is seen")).Ok();
        await desk.GoAsync("/w/ours/experiments/footer");
        (await desk.Page.Locator("main h2").First.InnerTextAsync()).ShouldBe("A footer is seen", "what is said in one language stands in both");
        (await desk.Beleg.RunAsync("experiment", "create", "footer", "--workspace", "ours", "--metric", "conversion", "--hypothesis", "A footer is seen", "--hypothesis-de", "Eine Fußzeile wird gesehen")).Ok();
        (await desk.Page.ReloadAsync())!.Ok.ShouldBeTrue();
        (await desk.Page.Locator("main h2").First.InnerTextAsync()).ShouldBe("Eine Fußzeile wird gesehen");
    }

    [Fact]
    public async Task BadInputIsSaidClearly()
    {
        await using var desk = await Desk.OpenAsync();
        var bad = await desk.AskAsync(HttpMethod.Post, "/api/ours/experiments", """{"key":"No Good","hypothesis":"","metric":"luck","weights":[0.9,0.9],"least_effect":0}""");
        bad.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var said = await bad.Content.ReadAsStringAsync();
        foreach (var word in new[] { "key:", "hypothesis:", "metric:", "weights:", "least_effect:" })
            said.ShouldContain(word);
        (await desk.AskAsync(HttpMethod.Post, "/api/ours/experiments", """{"kee":"x"}""")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await desk.AskAsync(HttpMethod.Get, "/api/ours/experiments/nope")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await desk.AskAsync(HttpMethod.Get, "/api/ours/experiments/nope/assignment?contact=1")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await desk.AskAsync(HttpMethod.Get, "/api/ours/experiments/nope/assignment")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await desk.AskAsync(HttpMethod.Get, "/api/ours/experiments/nope?metric=luck")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await desk.AskAsync(HttpMethod.Post, "/api/ours/experiments/nope/start")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var mistaken = await desk.Beleg.RunAsync("experiment", "create", "x-y", "--workspace", "ours", "--metric", "revenue");
        (mistaken.Code, mistaken.Error.Contains("hypothesis", StringComparison.Ordinal)).ShouldBe((2, true));
        (await desk.Beleg.RunAsync("experiment", "start", "nope", "--workspace", "ours")).Code.ShouldBe(2);
    }

    private static async Task<JsonElement> Asked(Desk desk, string contact) =>
        await (await desk.AskAsync(HttpMethod.Get, $"/api/ours/experiments/opener/assignment?contact={Uri.EscapeDataString(contact)}")).Content.ReadFromJsonAsync<JsonElement>();

    private static async Task<JsonElement> ShownAsync(Desk desk) => await (await desk.AskAsync(HttpMethod.Get, "/api/ours/experiments/opener")).Content.ReadFromJsonAsync<JsonElement>();

    private static long Seen(JsonElement answer) => answer.GetProperty("report").ValueKind == JsonValueKind.Null ? 0 : answer.GetProperty("report").GetProperty("arms").EnumerateArray().Sum(arm => arm.GetProperty("contacts").GetInt64());

    private static string[] Talk(string who, DateTimeOffset at, bool orders) =>
    [
        Call("Message Received", "in-" + who, who, at, $"\"channel\":\"webchat\",\"message_id\":\"{who}-1\""),
        Call("Message Sent", "out-" + who, who, at.AddSeconds(5), $"\"channel\":\"webchat\",\"message_id\":\"{who}-2\",\"actor\":\"bot\""),
        .. orders ? new[] { Order(who, at.AddHours(1)) } : [],
    ];

    private static string Viewed(string who, string arm, DateTimeOffset at) => Call("Experiment Viewed", "seen-" + who, who, at, $"\"experiment_id\":\"opener\",\"variation_id\":\"{arm}\"");

    private static string Order(string who, DateTimeOffset at) => Call("Order Completed", "o-" + who, who, at, $"\"order_id\":\"o-{who}\",\"total\":\"40.00\",\"currency\":\"EUR\"");

    private static string Call(string name, string id, string who, DateTimeOffset at, string properties) =>
        $"{{\"type\":\"track\",\"event\":\"{name}\",\"messageId\":\"{id}\",\"userId\":\"{who}\",\"timestamp\":\"{at:O}\",\"properties\":{{{properties}}}}}";
}
