using System.Text;
using Beleg.App.Hosting;
using Beleg.Journal;
using Beleg.Primitives;
using Beleg.Sources;
using Beleg.State;
using Beleg.Tests.Support;
using NodaTime;

namespace Beleg.Tests.App;

/// <summary>Erasing a person out of a whole data directory, as the command does it.</summary>
public sealed class ErasureTests : IAsyncDisposable
{
    private static readonly string[] Secrets = ["Kim", "Example Street", "4915112345678", "kim@example.com", "the blue roses", "wamid.K", "77001122"];

    private readonly TemporaryDirectory directory = new();
    private readonly Installation data;

    public ErasureTests()
    {
        var master = Convert.ToBase64String(new byte[32]);
        data = Installation.Open(directory["data"], name => name == "BELEG_MASTER_KEY" ? master : null, TextWriter.Null);
        data.State.Workspaces.Create("florist");
        data.State.Sources.Save("florist", new SourceSettings { Name = "whatsapp", Provider = "whatsapp", AccountIds = ["1122334455667"], Secrets = ["s"] });
        data.State.Sources.Save("florist", new SourceSettings { Name = "shop", Provider = "shopify", Shop = "shop", AccountIds = ["shop.example"], Secrets = ["s"] });
    }

    private OpenWorkspace Florist => data.Open("florist");

    [Fact]
    public async Task NobodyIsLeftAndEveryFigureStays()
    {
        await KeepStoryAsync();
        var before = Florist.Warehouse.FactsHash();
        (await JournalTextAsync()).ShouldContain("the blue roses");
        var done = await Florist.Follower.EraseAsync("KIM@example.com", null, dryRun: false, null, default);
        done.Deliveries.ShouldBe(6);
        var text = await JournalTextAsync();
        foreach (var secret in Secrets)
        {
            text.ShouldNotContain(secret, Case.Insensitive);
            FilesThatContain(secret).ShouldBeEmpty();
        }

        foreach (var other in new[] { "Ann Other", "33612345678", "from Ann" })
            text.ShouldContain(other);
        Florist.Warehouse.FactsHash().ShouldBe(before);
        await Florist.Follower.RebuildAsync(null, default);
        Florist.Warehouse.FactsHash().ShouldBe(before);
    }

    [Fact]
    public async Task WhatIsDeliveredAgainDoesNotBringThePersonBack()
    {
        await KeepStoryAsync();
        var before = Florist.Warehouse.FactsHash();
        await Florist.Follower.EraseAsync("+49 151 12345678", "phone", dryRun: false, null, default);
        await KeepStoryAsync();
        var text = await JournalTextAsync();
        foreach (var secret in Secrets)
            text.ShouldNotContain(secret, Case.Insensitive);
        text.ShouldContain("from Ann");
        Florist.Warehouse.FactsHash().ShouldBe(before);
    }

    [Fact]
    public async Task ATrialChangesNothing()
    {
        await KeepStoryAsync();
        var before = await JournalTextAsync();
        var told = await Florist.Follower.EraseAsync("kim@example.com", "email", dryRun: true, null, default);
        (told.DryRun, told.Deliveries).ShouldBe((true, 6));
        (await JournalTextAsync()).ShouldBe(before);
        data.State.Erasures.Of("florist").ShouldBeEmpty();
    }

    [Fact]
    public async Task AnErasureThatIsRepeatedFindsNothingLeft()
    {
        await KeepStoryAsync();
        var first = await Florist.Follower.EraseAsync("kim@example.com", null, dryRun: false, null, default);
        var again = await Florist.Follower.EraseAsync(first.Contact, null, dryRun: false, null, default);
        (again.Contact, again.Deliveries).ShouldBe((first.Contact, 0));
    }

    [Fact]
    public async Task LinksForgetWhomTheyWereMadeFor()
    {
        await KeepStoryAsync();
        data.State.Workspaces.Save("florist", Florist.Settings with { LinkDomains = ["shop.example"] });
        var his = data.State.Links.Create("florist", new NewLink { Target = "https://shop.example/a", Recipient = new LinkRecipient(IdentifierType.Email, "", "Kim@Example.com") });
        var hers = data.State.Links.Create("florist", new NewLink { Target = "https://shop.example/a", Recipient = new LinkRecipient(IdentifierType.Phone, "", "+33612345678") });
        var sent = data.State.Links.Create("florist", new NewLink { Target = "https://shop.example/a", Channel = "whatsapp", MessageId = "wamid.K2" });
        (await Florist.Follower.EraseAsync("kim@example.com", null, dryRun: false, null, default)).Links.ShouldBe(2);
        data.State.Links.Find(sent.Code)!.Made.MessageId.ShouldBeNull();
        data.State.Links.Find(his.Code)!.Made.Recipient.ShouldBeNull();
        data.State.Links.Find(hers.Code)!.Made.Recipient.ShouldNotBeNull();
    }

    [Fact]
    public async Task NobodyKnownIsSaidSo()
    {
        await KeepStoryAsync();
        (await Should.ThrowAsync<UserErrorException>(Florist.Follower.EraseAsync("nobody@example.com", null, dryRun: false, null, default))).Message.ShouldStartWith("Nobody is known");
        (await Should.ThrowAsync<UserErrorException>(Florist.Follower.EraseAsync("x", "shoe size", dryRun: false, null, default))).Message.ShouldContain("customer_id");
    }

    public async ValueTask DisposeAsync()
    {
        await data.DisposeAsync();
        directory.Dispose();
    }

    private async Task KeepStoryAsync()
    {
        await KeepAsync("whatsapp", """{"entry":[{"id":"9","changes":[{"field":"messages","value":{"metadata":{"phone_number_id":"1122334455667"},"contacts":[{"wa_id":"4915112345678","profile":{"name":"Kim Example"}},{"wa_id":"33612345678","profile":{"name":"Ann Other"}}],"messages":[{"from":"4915112345678","id":"wamid.K1","timestamp":"1786700000","type":"text","text":{"body":"the blue roses"}},{"from":"33612345678","id":"wamid.A1","timestamp":"1786700001","type":"text","text":{"body":"from Ann"}}]}}]}]}""");
        await KeepAsync("whatsapp", """{"entry":[{"id":"9","changes":[{"field":"messages","value":{"metadata":{"phone_number_id":"1122334455667"},"statuses":[{"id":"wamid.K2","status":"delivered","timestamp":"1786700060","recipient_id":"4915112345678","pricing":{"billable":true,"category":"marketing","type":"regular"}}]}}]}]}""");
        await KeepAsync("whatsapp", """{"entry":[{"id":"9","changes":[{"field":"messages","value":{"metadata":{"phone_number_id":"1122334455667"},"statuses":[{"id":"wamid.K2","status":"read","timestamp":"1786700090"}]}}]}]}""");
        await KeepAsync("shop", """{"id":501,"email":"Kim@Example.com","phone":"+49 151 12345678","created_at":"2026-08-14T11:30:00Z","updated_at":"2026-08-14T11:30:05Z","currency":"EUR","total_price":"49.90","financial_status":"paid","line_items":[{"id":1,"price":"49.90"}],"customer":{"id":77001122,"first_name":"Kim","last_name":"Example","email_marketing_consent":{"state":"subscribed","consent_updated_at":"2026-08-14T11:30:00Z"}},"shipping_address":{"name":"Kim Example","address1":"Example Street 5"}}""");
        await KeepAsync("segment", """{"type":"identify","userId":"kim-u","timestamp":"2026-08-14T12:00:00Z","traits":{"email":"kim@example.com","name":"Kim"}}""");
        await KeepAsync("import", """{"batch":[{"type":"track","event":"Message Received","messageId":"wamid.K9","timestamp":"2026-08-14T12:30:00Z","properties":{"channel":"whatsapp","phone":"+4915112345678","text":"the blue roses again"}},{"type":"track","event":"Message Received","messageId":"i2","timestamp":"2026-08-14T12:31:00Z","properties":{"channel":"whatsapp","phone":"+33612345678","text":"from Ann"}}]}""");
        await Florist.CatchUpAsync(null, default);
    }

    private async Task KeepAsync(string source, string body) =>
        (await data.Journal.AppendAsync(new NewDelivery("florist", source, Instant.FromUtc(2026, 8, 20, 12, 0), new Dictionary<string, string>(), Encoding.UTF8.GetBytes(body)), default)).IsKept.ShouldBeTrue();

    // The lock is empty and held.
    private IEnumerable<string> FilesThatContain(string secret)
    {
        foreach (var file in Directory.EnumerateFiles(directory.Path, "*", SearchOption.AllDirectories).Where(file => Path.GetFileName(file) != "lock"))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            if (copy.ToArray().AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)) >= 0)
                yield return file;
        }
    }

    private async Task<string> JournalTextAsync() =>
        string.Join('\n', (await data.Journal.ReadAsync("florist", 0, 1_000, long.MaxValue, default)).Select(delivery => delivery.Text()));
}
