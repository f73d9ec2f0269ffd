using Beleg.Primitives;
using Beleg.Sources;
using Beleg.Tests.Sources;
using Beleg.Tests.Support;
using Beleg.Warehouse;
using NodaTime;

namespace Beleg.Tests;

/// <summary>
/// One message id is one message, whatever names its recipient carries: the platform knows a customer, the provider a number or a
/// business-scoped id, and nothing need ever say that they are one person.
/// </summary>
public sealed class MessageOwnerTests : IDisposable
{
    private const string Account = "1122334455667";
    private static readonly string[] Recipients = ["491700000001", "491700000002", ""];
    private readonly SomeStream stream = new();

    [Fact]
    public async Task AStatusWhoseRecipientIsNeverLinkedChangesTheMessageAndMakesNone()
    {
        var sent = ("segment", Sent("u1", "wamid.1", 0));
        var read = ("whatsapp", Status("wamid.1", "read", 5, "491700000001"));
        foreach (var lot in new[] { 1, 2 })
        {
            foreach (var deliveries in new[] { new[] { sent, read }, [read, sent] })
            {
                var message = Messages(await stream.FactsOfAsync(deliveries, () => lot)).ShouldHaveSingleItem();
                message.Contact.ShouldBe(Customer("u1"));
                message.Read.ShouldBeTrue();
            }
        }
    }

    [Fact]
    public async Task TwoStatusesOfOneMessageToTwoNamesAreOneMessageUntilAndAfterItsSenderIsKnown()
    {
        var delivered = ("whatsapp", Status("wamid.1", "delivered", 3, "491700000001"));
        var read = ("whatsapp", Status("wamid.1", "read", 5, "", "DE.5550001112223334"));
        Messages(await stream.FactsOfAsync([delivered, read], () => 1)).ShouldHaveSingleItem().Contact.ShouldBe(Deliver.Id(IdentifierType.Phone, "", "+491700000001").Key);

        var facts = await stream.FactsOfAsync([delivered, read, ("segment", Sent("u1", "wamid.1", 0))], () => 1);
        Messages(facts).ShouldHaveSingleItem().Contact.ShouldBe(Customer("u1"));
    }

    [Fact]
    public async Task WhatABrowserSaysOfAMessageDoesNotTakeItFromWhomAServerNamed()
    {
        var story = new List<Event>
        {
            Some.Sent(Some.Berta, Some.At("2026-09-14 09:59"), Actor.Bot, m: "m1") with { Trust = Trust.Browser },
            Some.Sent(Some.Anna, Some.At("2026-09-14 10:00"), Actor.Bot, m: "m1"),
        };
        Some.Fold(story).Messages.ShouldHaveSingleItem().Contact.ShouldBe(Some.Anna.Key);
        await Task.CompletedTask;
    }

    [Fact]
    public async Task AnyOrderNumberAndLotsOfDeliveriesGiveOneRowAMessageAndTheSameFacts()
    {
        for (var seed = 0; seed < 5; seed++)
        {
            var random = new Random(seed);
            var story = Story(random);
            var rebuilt = await stream.RebuiltAsync(story);
            var rows = Messages(rebuilt);
            rows.Select(row => row.Message).ShouldBeUnique();
            rows.Count.ShouldBe(Expected(story));
            for (var round = 0; round < 2; round++)
            {
                var again = story.Concat(story.Where(_ => random.Next(3) == 0)).ToArray();
                random.Shuffle(again);
                var facts = await stream.FactsOfAsync(again, () => random.Next(7));
                Messages(facts).ShouldBe(rows, $"seed {seed}");
                facts.FactsHash().ShouldBe(rebuilt.FactsHash(), $"seed {seed}");
            }
        }
    }

    public void Dispose() => stream.Dispose();

    // Six messages: who sent them may be known by the platform's name, by none but statuses, and a status names anybody or nobody.
    private static List<(string Source, string Body)> Story(Random random)
    {
        var story = new List<(string, string)>();
        for (var i = 0; i < 6; i++)
        {
            var id = $"wamid.{i}";
            if (random.Next(4) > 0)
                story.Add(("segment", Sent($"u{random.Next(3)}", id, i * 10)));
            foreach (var state in new[] { "sent", "delivered", "read" })
            {
                if (random.Next(4) > 0)
                    story.Add(("whatsapp", Status(id, state, (i * 10) + state.Length, Recipients[random.Next(3)], random.Next(3) == 0 ? $"DE.555000111222333{random.Next(3)}" : null)));
            }
        }

        // Some of these names are one person after all.
        if (random.Next(2) == 0)
            story.Add(("segment", """{"type":"identify","messageId":"i","userId":"u0","timestamp":"2026-08-01T11:30:00Z","traits":{"phone":"+491700000001"} }"""));
        return story;
    }

    private static int Expected(List<(string Source, string Body)> story) =>
        Enumerable.Range(0, 6).Count(i => story.Exists(one => one.Body.Contains($"\"wamid.{i}\"", StringComparison.Ordinal)));

    private static string Sent(string user, string message, int minute) =>
        $$"""{"type":"track","event":"Message Sent","messageId":"s-{{message}}","userId":"{{user}}","timestamp":"{{At(minute)}}","properties":{"channel":"whatsapp","account_id":"{{Account}}","message_id":"{{message}}","actor":"bot"} }""";

    private static string Status(string message, string state, int minute, string recipient, string? userId = null)
    {
        var user = userId is null ? "" : $",\"recipient_user_id\":\"{userId}\"";
        var status = $$"""{"id":"{{message}}","status":"{{state}}","timestamp":"{{At(minute).ToUnixTimeSeconds()}}","recipient_id":"{{recipient}}"{{user}} }""";
        var value = $$"""{"messaging_product":"whatsapp","metadata":{"display_phone_number":"15550001111","phone_number_id":"{{Account}}"},"statuses":[{{status}}] }""";
        return $$"""{"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":{{value}} }] }] }""";
    }

    private static Instant At(int minute) => Instant.FromUtc(2026, 8, 1, 10, 0) + Duration.FromMinutes(minute);

    private static Key Customer(string id) => Deliver.Id(IdentifierType.CustomerId, "shop.example", id).Key;

    private static List<(Key Message, Key Contact, bool Read)> Messages(WorkspaceWarehouse warehouse)
    {
        using var reading = warehouse.Read();
        return reading.Connection.Query("select message, contact, read_at is not null from message order by message, contact", [], row => (new Key(row.Long(0)), new Key(row.Long(1)), row.Bool(2)));
    }
}
