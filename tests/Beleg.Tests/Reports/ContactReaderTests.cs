using System.Text.Json;
using Beleg.Primitives;
using Beleg.Reports;
using Beleg.Reports.Contacts;
using Beleg.Sources;
using static Beleg.Tests.Support.Some;

namespace Beleg.Tests.Reports;

public sealed class ContactReaderTests
{
    private static readonly Identifier Mail = Email("anna@example.org");

    [Fact]
    public async Task TheRecordHoldsWhatWasSaidAndWhatCameOfIt()
    {
        var record = (await Read(
            Inbound(Anna, At("2026-09-01 10:00"), m: "m1", entry: EntryPoint.CommentToDm) with { CampaignId = "spring", Utm = new("instagram", "chat", "spring", null, null) },
            Bot(Anna, At("2026-09-01 10:01")),
            Told(Lead(EventKind.LeadCaptured, Anna, At("2026-09-01 10:05")), "Anna Lindqvist", ("interest", "wedding"), ("budget", "500"), ("time_frame", "June"), ("city", "Malmö")),
            Act(EventKind.LeadStatusChanged, Anna, At("2026-09-02 09:00"), new LeadPayload { Lead = KeyOf("lead", "l1"), Status = LeadStatus.Qualified, Owner = "Tomas", NextStep = "call" }),
            Consent(EventKind.ConsentGiven, Anna, At("2026-09-01 10:06")),
            Order(Anna, At("2026-09-03 12:00"), 10_000) with { CampaignId = "fall" },
            Refund(At("2026-09-05 12:00"), 2_500)))!;

        (record.Name, record.Interest, record.Budget, record.TimeFrame).ShouldBe(("Anna Lindqvist", "wedding", "500", "June"));
        record.Traits.ShouldBe([new("city", "Malmö")]);
        (record.LeadStatus, record.LeadOwner, record.NextStep).ShouldBe((LeadStatus.Qualified, "Tomas", "call"));
        (record.First.EntryPoint, record.First.Campaign, record.First.Utm!.Source, record.Last.Campaign).ShouldBe((EntryPoint.CommentToDm, "spring", "instagram", "fall"));
        (record.Orders, record.Net).ShouldBe((1, new Amount(7_500, "EUR")));
        (record.LastAction, record.LastActionAt).ShouldBe((EventKind.OrderCompleted, At("2026-09-03 12:00")));
        record.Consents.Single().Purpose.ShouldBe("marketing");
        record.Names.Single().Value.ShouldBe("+4915100000001");
        record.Abridged.ShouldBeFalse();
    }

    [Fact]
    public async Task WhatJoinedTwoNamesIsNamed()
    {
        var record = (await Read(
            Inbound(Anna, At("2026-09-01 10:00")),
            Seen(At("2026-09-01 11:00"), Anna, Mail),
            Inbound(Anna, At("2026-09-01 12:00"))))!;

        var join = record.Joins.Single();
        (join.Joined, join.Kind, join.Seq).ShouldBe((true, EventKind.ContactSeen, 2));
        new[] { join.A, join.B }.Order().ShouldBe(new[] { Anna.Key, Mail.Key }.Order());
        record.Names.Select(n => n.Type).ShouldBe([IdentifierType.Email, IdentifierType.Phone]);
    }

    [Fact]
    public async Task AnUndoneMergeParts()
    {
        Event[] events = [Inbound(Anna, At("2026-09-01 10:00")), Inbound(Berta, At("2026-09-01 11:00")), Merge(At("2026-09-02 10:00"), Anna, Berta)];

        (await Read(events))!.Names.Count.ShouldBe(2);

        var parted = (await Read([.. events, Merge(At("2026-09-03 10:00"), Anna, Berta, undo: true)]))!;
        parted.Names.Single().Key.ShouldBe(Anna.Key);
        parted.Joins.Single().Joined.ShouldBeFalse();
    }

    [Fact]
    public async Task AnotherPersonsClickOnTheSameOrderIsNotTheirs()
    {
        var dossiers = new SomeDossiers(
            Inbound(Anna, At("2026-09-01 10:00")),
            Click(Anna, At("2026-09-01 10:05"), bid: "b1"),
            Order(Berta, At("2026-09-01 12:00"), 10_000, bid: "b1"));

        (await dossiers.Contacts.ReadTimelineAsync(Anna.Key, null, 50, default))!.Moments.Select(m => m.Kind).ShouldBe([EventKind.LinkClicked, EventKind.MessageReceived]);
        (await dossiers.Contacts.ReadTimelineAsync(Berta.Key, null, 50, default))!.Moments.Select(m => m.OrderId).ShouldBe(["1001"]);
    }

    [Fact]
    public async Task TheTimelineIsReadBackwardsPageByPage()
    {
        var dossiers = new SomeDossiers([.. Enumerable.Range(0, 7).Select(i => Told(Inbound(Anna, At($"2026-09-01 10:0{i}"), m: $"m{i}"), null, text: $"word {i}"))]);

        var newest = (await dossiers.Contacts.ReadTimelineAsync(Anna.Key, null, 3, default))!;
        var middle = (await dossiers.Contacts.ReadTimelineAsync(Anna.Key, newest.Older, 3, default))!;
        var oldest = (await dossiers.Contacts.ReadTimelineAsync(Anna.Key, middle.Older, 3, default))!;

        newest.Moments.Select(m => m.Text).ShouldBe(["word 6", "word 5", "word 4"]);
        middle.Moments.Select(m => m.Text).ShouldBe(["word 3", "word 2", "word 1"]);
        oldest.Moments.Select(m => m.Text).ShouldBe(["word 0"]);
        oldest.Older.ShouldBeNull();
    }

    [Fact]
    public async Task OnlyThePagesOwnDeliveriesAreReadAgain()
    {
        var dossiers = new SomeDossiers([.. Enumerable.Range(0, 9).Select(i => Inbound(Anna, At($"2026-09-01 10:0{i}"), m: $"m{i}"))]);

        await dossiers.Contacts.ReadTimelineAsync(Anna.Key, null, 2, default);

        dossiers.Asked.ShouldBe([8, 9], ignoreOrder: true);
    }

    [Fact]
    public async Task WithinOneInstantTheAnswerStandsAfterTheQuestion()
    {
        var at = At("2026-09-01 10:00");
        var moments = (await new SomeDossiers(Bot(Anna, at), Inbound(Anna, at), Flow(EventKind.FlowEntered, Anna, at)).Contacts.ReadTimelineAsync(Anna.Key, null, 50, default))!.Moments;

        moments.Select(m => m.Kind).ShouldBe([EventKind.MessageSent, EventKind.FlowEntered, EventKind.MessageReceived]);
    }

    [Fact]
    public async Task AMadeUpCursorShowsTheNewest()
    {
        var dossiers = new SomeDossiers(Inbound(Anna, At("2026-09-01 10:00")));

        (await dossiers.Contacts.ReadTimelineAsync(Anna.Key, "'; drop table--", 50, default))!.Moments.Count.ShouldBe(1);
    }

    [Fact]
    public async Task ADeliveryThatCameTwiceIsOneMoment()
    {
        var once = Inbound(Anna, At("2026-09-01 10:00"), m: "m1");

        (await new SomeDossiers(once, once).Contacts.ReadTimelineAsync(Anna.Key, null, 50, default))!.Moments.Count.ShouldBe(1);
    }

    [Fact]
    public async Task ABrowsersWordDoesNotReplaceAServers()
    {
        var record = (await Read(
            Told(Seen(At("2026-09-01 10:00"), Anna), "Anna", ("city", "Malmö")),
            Told(Seen(At("2026-09-02 10:00"), Trust.Browser, Anna), "<script>", ("city", "nowhere"), ("colour", "red"))))!;

        record.Name.ShouldBe("Anna");
        record.Traits.ShouldBe([new("city", "Malmö"), new("colour", "red")]);
    }

    [Fact]
    public async Task WhatWasErasedIsMissingAndNothingElse()
    {
        var record = (await Read(Inbound(Anna with { Value = "" }, At("2026-09-01 10:00"))))!;

        record.Name.ShouldBeNull();
        record.Names.Single().Value.ShouldBeNull();
        record.Names.Single().Key.ShouldBe(Anna.Key);
    }

    [Fact]
    public async Task NobodyHasNoRecord()
    {
        var contacts = new SomeDossiers(Inbound(Anna, At("2026-09-01 10:00"))).Contacts;

        (await contacts.ReadAsync(new Key(404), default)).ShouldBeNull();
        (await contacts.ReadAsync(Key.None, default)).ShouldBeNull();
        (await contacts.ReadTimelineAsync(new Key(404), null, 5, default)).ShouldBeNull();
    }

    [Fact]
    public async Task AHandOffASurveyAndAnUnknownEventAreMoments()
    {
        var dossiers = new SomeDossiers(
            Inbound(Anna, At("2026-09-01 10:00")),
            Handoff(EventKind.HandoffRequested, Anna, At("2026-09-01 10:01")),
            Survey(Anna, At("2026-09-01 10:02"), 4),
            Act(EventKind.Unknown, Anna, At("2026-09-01 10:03")) with { Name = "Wishlist Shared" });

        var moments = (await dossiers.Contacts.ReadTimelineAsync(Anna.Key, null, 50, default))!.Moments;

        moments.Select(m => (m.Kind, m.Name, m.Score)).ShouldBe(
            [(EventKind.Unknown, "Wishlist Shared", null), (EventKind.SurveyAnswered, null, 4), (EventKind.HandoffRequested, null, null), (EventKind.MessageReceived, null, null)]);
    }

    [Fact]
    public async Task TheRecordIsJsonInSnakeCase()
    {
        var json = JsonSerializer.Serialize(await Read(Told(Inbound(Anna, At("2026-09-01 10:00")), "Änne 花")), ReportJson.Compact);

        json.ShouldContain("\"preferred_channel\":\"whatsapp\"");
        json.ShouldContain("\"name\":\"Änne 花\"");
    }

    private static Task<ContactRecord?> Read(params Event[] events) => new SomeDossiers(events).Contacts.ReadAsync(Anna.Key, TestContext.Current.CancellationToken);

    private static Event Told(Event happened, string? name, params (string Name, string Value)[] traits) =>
        happened with { Personal = new Personal { Name = name, Traits = traits.ToDictionary(t => t.Name, t => t.Value) } };

    private static Event Told(Event happened, string? name, string text) => happened with { Personal = new Personal { Name = name, Text = text } };
}
