using Beleg.Reports.Contacts;
using Beleg.Sources;
using static Beleg.Tests.Support.Some;

namespace Beleg.Tests.Reports;

/// <summary>Weak evidence suggests and never joins.</summary>
public sealed class MergeSuggestionTests
{
    private static readonly Identifier OnInstagram = Handle("sunny");
    private static readonly Identifier OnTelegram = Identifier.Of(Hash, IdentifierType.Handle, "telegram", "sunny");
    private static readonly Identifier Mail = Email("berta@example.org");

    [Fact]
    public async Task TheSameHandleOnAnotherChannelIsSuggested()
    {
        var found = await Suggest(Seen(At("2026-09-01 10:00"), Anna, OnInstagram), Seen(At("2026-09-01 11:00"), Berta, OnTelegram));

        found.ShouldBe([new MergeSuggestion(Berta.Key, MergeReason.SameHandleElsewhere, "sunny")]);
    }

    [Fact]
    public async Task AHandleThatTwoNumbersCameWithIsSuggestedAndJoinsNobody()
    {
        Event[] events = [Seen(At("2026-09-01 10:00"), Anna, OnInstagram), Seen(At("2026-09-01 11:00"), Berta, OnInstagram)];

        (await Suggest(events)).ShouldBe([new MergeSuggestion(Berta.Key, MergeReason.SharedHandle, "sunny")]);
        Fold(events).Contacts.Count.ShouldBe(2);
    }

    [Fact]
    public async Task AnAddressThatABrowserNamedIsSuggested()
    {
        var found = await Suggest(
            Seen(At("2026-09-01 10:00"), Anna, Anonymous("a1")),
            Seen(At("2026-09-01 10:05"), Trust.Browser, Anonymous("a1")) with { Personal = new Personal { Traits = new Dictionary<string, string> { ["email"] = " Berta@Example.org " } } },
            Seen(At("2026-09-01 11:00"), Berta, Mail));

        found.ShouldBe([new MergeSuggestion(Fold(Seen(At("2026-09-01 11:00"), Berta, Mail)).Contacts.Single().Contact, MergeReason.UnverifiedEmail, "berta@example.org")]);
    }

    [Fact]
    public async Task OneBrowserOfTwoPeopleIsSuggestedWithoutAName()
    {
        var found = await Suggest(Seen(At("2026-09-01 10:00"), Anna, Anonymous("a1")), Seen(At("2026-09-01 11:00"), Berta, Anonymous("a1")));

        found.ShouldBe([new MergeSuggestion(Berta.Key, MergeReason.SharedBrowser, null)]);
    }

    [Fact]
    public async Task WhoeverIsOneAlreadyIsNotSuggested() =>
        (await Suggest(
            Seen(At("2026-09-01 10:00"), Anna, OnInstagram), Seen(At("2026-09-01 11:00"), Berta, OnTelegram), Merge(At("2026-09-02 10:00"), Anna, Berta))).ShouldBeEmpty();

    [Fact]
    public async Task WhomSomebodyPartedIsNotSuggestedAgain()
    {
        Event[] parted =
        [
            Seen(At("2026-09-01 10:00"), Anna, OnInstagram), Seen(At("2026-09-01 11:00"), Berta, OnTelegram),
            Merge(At("2026-09-02 10:00"), Anna, Berta), Merge(At("2026-09-03 10:00"), Anna, Berta, undo: true),
        ];

        (await Suggest(parted)).ShouldBeEmpty();
        Fold(parted).Contacts.Count.ShouldBe(2);
    }

    [Fact]
    public async Task ANameThatManyCameWithSuggestsNobody()
    {
        var crowd = Enumerable.Range(0, 8).Select(i => Seen(At("2026-09-01 10:00"), Phone($"+4915100000{i:000}"), OnInstagram));

        (await Suggest([Seen(At("2026-09-01 09:00"), Anna, OnInstagram), .. crowd])).ShouldBeEmpty();
    }

    private static async Task<IReadOnlyList<MergeSuggestion>> Suggest(params Event[] events) =>
        await new SomeDossiers(events).Contacts.SuggestAsync(Anna.Key, Hash, TestContext.Current.CancellationToken);
}
