using System.Net;
using System.Text.Json;
using Beleg.EndToEnd.Support;
using Microsoft.Playwright;

namespace Beleg.EndToEnd.Pages;

/// <summary>What is written down about a contact by hand: by the pages without scripts, kept in the journal, the same after a rebuild, gone after an erasure.</summary>
[Trait("Speed", "Slow")]
public sealed class RecordTests
{
    private const string Hostile = "<img src=x onerror=alert(1)>\"' Ännchen 花";
    private const string Anna = """{"type":"identify","messageId":"i1","userId":"c1","timestamp":"2026-09-01T10:00:00Z","traits":{"name":"sunny","email":"anna@example.org"}}""";

    [Fact]
    public async Task AnEditIsInTheJournalARebuildKeepsItAndAnErasureTakesIt()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.SendAsync(Anna, """{"type":"track","event":"Lead Captured","messageId":"l1","userId":"c1","timestamp":"2026-09-01T10:01:00Z","properties":{"channel":"webchat","lead_id":"lead-1","interest":"wedding"}}""");
        await desk.GoAsync("/w/ours/contacts");
        await desk.Page.Locator("input[name=q]").FillAsync(" Anna@Example.org ");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Find" }).ClickAsync();
        await desk.Page.WaitForURLAsync("**/contacts/*");
        desk.Page.Url.ShouldNotContain("anna", Case.Insensitive, "an address is kept by logs on its way");
        var contact = new Uri(desk.Page.Url).AbsolutePath;
        contact.ShouldMatch("^/w/ours/contacts/[0-9a-f]{16}$");

        var form = await desk.OpenFormAsync("Edit the record");
        await form.Locator("[name=name]").FillAsync(Hostile);
        await form.Locator("[name=status]").SelectOptionAsync("won");
        await form.Locator("[name=owner]").FillAsync("Ines");
        await form.Locator("[name=interest]").FillAsync("");
        await form.Locator("[name=budget]").FillAsync("700");
        await form.Locator("[name=reason]").FillAsync("she called");
        await form.Locator("button").ClickAsync();

        async Task IsAsWrittenAsync()
        {
            (await desk.Page.Locator("h1").TextContentAsync())!.ShouldContain(Hostile);
            (await desk.Page.Locator("h1 .tag").TextContentAsync()).ShouldBe("won");
            (await desk.Page.Locator("main img").CountAsync()).ShouldBe(0);
            var text = await desk.Page.Locator("main").InnerTextAsync();
            text.ShouldContain("owner@localhost");
            text.ShouldContain("she called");
            using var record = JsonDocument.Parse(await (await desk.AskAsync(HttpMethod.Get, "/api" + contact["/w".Length..])).Content.ReadAsStringAsync());
            (Text(record, "name"), Text(record, "lead_status"), Text(record, "lead_owner"), Text(record, "budget"), Text(record, "interest")).ShouldBe((Hostile, "won", "Ines", "700", null));
        }

        await desk.SavedAsync();
        await IsAsWrittenAsync();
        (await desk.Beleg.RunAsync("rebuild", "--workspace", "ours")).Ok().ShouldContain("the same as before");
        await desk.GoAsync(contact);
        await IsAsWrittenAsync();
        (await desk.Beleg.RunAsync("export", "--workspace", "ours", "--table", "lead")).Ok().Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(2, "the lead that the chat captured was changed, none was added");

        (await desk.Beleg.RunAsync("erase", "anna@example.org", "--workspace", "ours")).Ok();
        await desk.GoAsync(contact);
        (await desk.Page.Locator("h1").TextContentAsync())!.ShouldContain("Erased person");
        var erased = await desk.Page.ContentAsync();
        foreach (var gone in new[] { "Ännchen", "anna@example.org", "sunny" })
            erased.ShouldNotContain(gone, Case.Insensitive);
        (await desk.Page.Locator("main form[method=post]").CountAsync()).ShouldBe(0);
        (await desk.Beleg.RunAsync("rebuild", "--workspace", "ours")).Ok().ShouldContain("the same as before");
    }

    [Fact]
    public async Task TwoWhoAreOneAreSuggestedMergedAndParted()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.SendAsync(
            Person("i1", "instagram", "sunny", "+4915100000001"), Person("i2", "telegram", "sunny", "+4915100000002"),
            """{"type":"track","event":"Order Completed","messageId":"o1","timestamp":"2026-09-02T10:00:00Z","properties":{"order_id":"1","total":"40.00","currency":"EUR","phone":"+4915100000002"}}""");
        var first = await FindAsync(desk, "+4915100000001");
        await desk.GoAsync($"/w/ours/contacts/{first}");
        (await desk.Page.Locator("#merges").InnerTextAsync()).ShouldContain("same handle on another channel");
        (await ContactsAsync(desk)).ShouldBe(2);
        var before = await FactsAsync(desk);

        await desk.Page.Locator("#merges form").First.GetByRole(AriaRole.Button, new() { Name = "Merge" }).ClickAsync();
        await desk.SavedAsync();
        var record = await desk.Page.Locator("main").InnerTextAsync();
        record.ShouldContain("+4915100000001");
        record.ShouldContain("+4915100000002");
        (await ContactsAsync(desk)).ShouldBe(1);
        (await desk.Beleg.RunAsync("rebuild", "--workspace", "ours")).Ok().ShouldContain("the same as before");

        await desk.Page.Locator("#merges li", new() { HasText = "Contacts Merged" }).GetByRole(AriaRole.Button, new() { Name = "Part" }).ClickAsync();
        await desk.SavedAsync();
        (await ContactsAsync(desk)).ShouldBe(2);
        (await desk.Page.Locator("#merges").InnerTextAsync()).ShouldNotContain("same handle", Case.Insensitive, "what somebody parted is not offered again");
        (await FactsAsync(desk)).ShouldBe(before, "the facts are as before");
    }

    [Fact]
    public async Task AProgramWritesUnderTheNameOfItsKeyAndOnlyWithTheRightScope()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.SendAsync(Anna);
        var contact = "/api/ours/contacts/" + await FindAsync(desk, "anna@example.org");
        var read = (await desk.Beleg.RunAsync("key", "create", "ours", "--scope", "read")).Ok().Trim();

        (await desk.AskAsync(HttpMethod.Get, contact, key: read)).StatusCode.ShouldBe(HttpStatusCode.Forbidden, "people's data");
        (await desk.AskAsync(HttpMethod.Patch, contact, """{"owner":"Tom"}""", read)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await desk.Beleg.Http.PatchAsync(contact, new StringContent("""{"owner":"Tom"}"""))).StatusCode.ShouldBe(HttpStatusCode.Unauthorized, "a session is no key");
        (await desk.AskAsync(HttpMethod.Patch, contact, """{"shoe_size":"41"}""")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await desk.AskAsync(HttpMethod.Patch, contact, """{"status":"sold"}""")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await desk.AskAsync(HttpMethod.Patch, "/api/ours/contacts/0123456789abcdef", """{"owner":"Tom"}""")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        var changed = await desk.AskAsync(HttpMethod.Patch, contact, """{"owner":"Tom","status":"qualified","reason":"from the CRM"}""");
        changed.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var record = JsonDocument.Parse(await changed.Content.ReadAsStringAsync());
        (Text(record, "lead_owner"), Text(record, "lead_status")).ShouldBe(("Tom", "qualified"));
        var edit = record.RootElement.GetProperty("edits")[0].GetProperty("written");
        edit.GetProperty("by").GetString().ShouldStartWith("API key");
        edit.GetProperty("reason").GetString().ShouldBe("from the CRM");

        // An address that is somebody else's is a merge, and wants to be said.
        await desk.SendAsync("""{"type":"identify","messageId":"i9","userId":"c9","timestamp":"2026-09-01T10:00:00Z","traits":{"email":"berta@example.org"}}""");
        (await desk.AskAsync(HttpMethod.Post, contact + "/names", """{"type":"email","value":"berta@example.org"}""")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await desk.AskAsync(HttpMethod.Post, contact + "/names", """{"type":"phone","value":"+49 151 00000007"}""")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await FindAsync(desk, "+4915100000007")).ShouldBe(await FindAsync(desk, "anna@example.org"));
    }

    [Fact]
    public async Task AFormThatIsNotOursChangesNothing()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.SendAsync(Anna);
        var contact = await FindAsync(desk, "anna@example.org");
        foreach (var path in new[] { $"/w/ours/contacts/{contact}", $"/w/ours/contacts/{contact}/merge", $"/w/ours/contacts/{contact}/undo", "/w/ours/roi/costs", "/w/ours/roi/assumptions", "/w/ours/roi/hypotheses", "/w/ours/metrics/aov" })
        {
            using var forged = new FormUrlEncodedContent([KeyValuePair.Create("name", "Mallory"), KeyValuePair.Create("kind", "forged"), KeyValuePair.Create("amount", "1"), KeyValuePair.Create("owner", "Mallory")]);
            (await desk.Beleg.Http.PostAsync(path, forged)).StatusCode.ShouldBe(HttpStatusCode.BadRequest, path);
            using var stranger = desk.Beleg.NewClient();
            (await stranger.PostAsync(path, forged)).Headers.Location!.ToString().ShouldStartWith("/sign-in", Case.Sensitive, path);
        }

        (await (await desk.AskAsync(HttpMethod.Get, "/api/ours/contacts/" + contact)).Content.ReadAsStringAsync()).ShouldNotContain("Mallory");
    }

    private static string Person(string id, string channel, string handle, string phone) =>
        $$"""{"type":"track","event":"Contact Seen","messageId":"{{id}}","timestamp":"2026-09-01T10:00:00Z","properties":{"channel":"{{channel}}","identifiers":[{"type":"handle","value":"{{handle}}"},{"type":"phone","value":"{{phone}}"}]} }""";

    private static async Task<string> FindAsync(Desk desk, string name)
    {
        using var found = JsonDocument.Parse(await (await desk.AskAsync(HttpMethod.Post, "/api/ours/contacts/find", JsonSerializer.Serialize(new { name }))).Content.ReadAsStringAsync());
        return found.RootElement.EnumerateArray().Single().GetProperty("contact").GetString()!;
    }

    private static async Task<int> ContactsAsync(Desk desk) => (await desk.Beleg.RunAsync("export", "--workspace", "ours", "--table", "contact")).Ok().Split('\n', StringSplitOptions.RemoveEmptyEntries).Length - 1;

    private static async Task<string> FactsAsync(Desk desk)
    {
        using var said = JsonDocument.Parse((await desk.Beleg.RunAsync("rebuild", "--workspace", "ours", "--json")).Ok());
        said.RootElement.GetProperty("same").GetBoolean().ShouldBeTrue();
        return said.RootElement.GetProperty("after").GetString()!;
    }

    private static string? Text(JsonDocument record, string name) => record.RootElement.GetProperty(name).GetString();
}
