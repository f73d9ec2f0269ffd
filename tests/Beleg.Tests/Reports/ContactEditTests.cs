using Beleg.Reports.Contacts;
using Beleg.Sources;
using static Beleg.Tests.Support.Some;

namespace Beleg.Tests.Reports;

/// <summary>What a person of the business writes on a record is an event among the others, and the record says who wrote it.</summary>
public sealed class ContactEditTests
{
    [Fact]
    public async Task ACorrectedNameOutlivesTheProfilesName()
    {
        var record = await Read(
            Named("2026-09-01 10:00", Trust.Server, "sunflower_girl"),
            Edited("2026-09-02 10:00", "Anna Lindqvist"),
            Named("2026-09-03 10:00", Trust.Server, "sunflower_girl"));

        record.Name.ShouldBe("Anna Lindqvist");
    }

    [Fact]
    public async Task TheLatestWordOnAnInterestCountsWhoeverSaidIt()
    {
        var record = await Read(
            Edited("2026-09-01 10:00", null, ("interest", "wedding"), ("budget", "500")),
            Named("2026-09-02 10:00", Trust.Server, null, ("interest", "funeral")));

        (record.Interest, record.Budget).ShouldBe(("funeral", "500"));
    }

    [Fact]
    public async Task AClearedFieldIsEmptyUntilSomebodySaysAnotherWord()
    {
        Event[] told =
        [
            Named("2026-09-01 10:00", Trust.Server, "Anna", ("interest", "wedding"), ("budget", "500")),
            Edited("2026-09-02 10:00", null, ("cleared", """["interest","owner"]""")),
            Status("2026-09-01 11:00", "Tomas"),
        ];

        var cleared = await Read(told);
        (cleared.Interest, cleared.Budget, cleared.LeadOwner).ShouldBe((null, "500", null));

        var again = await Read([.. told, Status("2026-09-03 10:00", "Ines"), Edited("2026-09-03 10:00", null, ("interest", "birthday"))]);
        (again.Interest, again.LeadOwner).ShouldBe(("birthday", "Ines"));
    }

    [Fact]
    public async Task AChannelWrittenDownIsPreferredToTheOneWrittenIn()
    {
        (await Read(Inbound(Anna, At("2026-09-01 10:00")))).PreferredChannel.ShouldBe(Channel.WhatsApp);
        (await Read(Inbound(Anna, At("2026-09-01 10:00")), Edited("2026-09-02 10:00", null, ("preferred_channel", "email")))).PreferredChannel.ShouldBe(Channel.Email);
        (await Read(Inbound(Anna, At("2026-09-01 10:00")), Edited("2026-09-02 10:00", null, ("preferred_channel", "smoke signals")))).PreferredChannel.ShouldBe(Channel.WhatsApp);
    }

    [Fact]
    public async Task AnEditIsNoSignOfThePerson()
    {
        var record = await Read(Inbound(Anna, At("2026-09-01 10:00"), m: "m1"), Edited("2026-09-20 10:00", "Anna"));

        (record.Last.At, record.LastAction, record.LastActionAt).ShouldBe((At("2026-09-01 10:00"), EventKind.MessageReceived, At("2026-09-01 10:00")));
        Fold(Inbound(Anna, At("2026-09-01 10:00")), Edited("2026-09-20 10:00", "Anna")).Contacts.Single().LastSeenAt.ShouldBe(At("2026-09-01 10:00"));
    }

    [Fact]
    public async Task EveryEditNamesItsAuthorTimeAndReason()
    {
        var record = await Read(
            Inbound(Anna, At("2026-09-01 10:00")),
            Edited("2026-09-02 10:00", "Anna L.", ("budget", "700"), ("agent", "ines@shop.example"), ("reason", "she called")),
            Edited("2026-09-03 10:00", null, ("cleared", """["budget"]"""), ("agent", "tom@shop.example")));

        record.Edits.Select(e => (e.Written.At, e.Written.By, e.Written.Reason)).ShouldBe([(At("2026-09-03 10:00"), "tom@shop.example", null), (At("2026-09-02 10:00"), "ines@shop.example", "she called")]);
        record.Edits[1].Said.ShouldBe([new("name", "Anna L."), new("budget", "700")], ignoreOrder: true);
        record.Edits[0].Said.ShouldBe([new("budget", "")]);
        record.Traits.Keys.ShouldNotContain("agent");
        record.Traits.Keys.ShouldNotContain("reason");
    }

    [Fact]
    public async Task AMergeByHandIsAmongTheEdits()
    {
        var merge = Merge(At("2026-09-02 10:00"), Anna, Berta) with { Trust = Trust.Operator };
        var record = await Read(
            Inbound(Anna, At("2026-09-01 10:00")), Inbound(Berta, At("2026-09-01 11:00")),
            merge with { Personal = new Personal { Traits = new Dictionary<string, string> { ["agent"] = "ines@shop.example" } } });

        record.Edits.Select(e => (e.Kind, e.Written.By)).ShouldBe([(EventKind.ContactsMerged, "ines@shop.example")]);
    }

    [Fact]
    public async Task TheLeadThatAnEditIsAboutIsTheLatest()
    {
        var record = await Read(
            Lead(EventKind.LeadCaptured, Anna, At("2026-09-01 10:00"), id: "old"),
            Lead(EventKind.LeadCaptured, Anna, At("2026-09-05 10:00"), id: "new"));

        record.Lead.ShouldBe(KeyOf("lead", "new"));
        (await Read(Inbound(Anna, At("2026-09-01 10:00")))).Lead.ShouldBeNull();
    }

    private static async Task<ContactRecord> Read(params Event[] events) =>
        (await new SomeDossiers(events).Contacts.ReadAsync(Anna.Key, TestContext.Current.CancellationToken)).ShouldNotBeNull();

    // An act names the person by key alone.
    private static Event Named(string at, Trust trust, string? name, params (string Name, string Value)[] traits) =>
        Seen(At(at), trust, trust == Trust.Operator ? Anna with { Value = "" } : Anna) with { Personal = new Personal { Name = name, Traits = traits.ToDictionary(t => t.Name, t => t.Value) } };

    private static Event Edited(string at, string? name, params (string Name, string Value)[] traits) => Named(at, Trust.Operator, name, traits) with { Source = "operator" };

    private static Event Status(string at, string owner) =>
        Act(EventKind.LeadStatusChanged, Anna, At(at), new LeadPayload { Lead = KeyOf("lead", "l1"), Status = LeadStatus.Qualified, Owner = owner });
}
