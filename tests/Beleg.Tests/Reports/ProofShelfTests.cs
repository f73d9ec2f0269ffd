using System.Text.Json;
using Beleg.Reports;
using Beleg.Reports.ProofPacks;
using Beleg.Tests.Support;
using NodaTime;

namespace Beleg.Tests.Reports;

public sealed class ProofShelfTests : IDisposable
{
    private readonly TemporaryState state = new();

    private ProofShelf Shelf => new(state.Store.Snapshots, TemporaryState.Florist);

    [Fact]
    public void APublishedProofIsTheSameAfterARestart()
    {
        var published = Shelf.Publish(SomeProof.Florist());
        state.Reopen();

        var found = Shelf.Find(SomeProof.September)!;

        found.Hash.ShouldBe(published.Hash);
        ProofHtml.Render(found, ReportLanguage.German).ShouldBe(ProofHtml.Render(published, ReportLanguage.German));
        ProofHash.Verify(JsonSerializer.Serialize(found, ReportJson.Indented)).ShouldBeTrue();
        Shelf.Find(published.Hash!)!.Proof.Month.ShouldBe(SomeProof.September);
    }

    [Fact]
    public void PublishingWhatStandsChangesNothing()
    {
        var first = Shelf.Publish(SomeProof.Florist());

        Shelf.Publish(SomeProof.Florist() with { Revision = 2, Restated = [] }).Hash.ShouldBe(first.Hash);
        Shelf.History(SomeProof.September).Count.ShouldBe(1);
    }

    [Fact]
    public void ALaterOneLeavesTheEarlierAsItWas()
    {
        var first = Shelf.Publish(SomeProof.Florist());
        var second = Shelf.Publish(SomeProof.Florist() with { Revision = 2, Channels = ["telegram"] });

        second.PreviousHash.ShouldBe(first.Hash);
        Shelf.History(SomeProof.September).Select(d => d.Proof.Revision).ShouldBe([1, 2]);
        Shelf.Find(first.Hash!)!.Proof.Channels.ShouldBe(["instagram", "whatsapp"]);
        state.Store.Snapshots.Verify(TemporaryState.Florist).ShouldBeEmpty();
    }

    [Fact]
    public void MonthsFormOneChain()
    {
        var august = Shelf.Publish(SomeProof.Florist() with { Month = new YearMonth(2026, 8) });

        Shelf.Publish(SomeProof.Florist()).PreviousHash.ShouldBe(august.Hash);
        Shelf.Before(SomeProof.September).Select(p => p.Month).ShouldBe([new YearMonth(2026, 8), SomeProof.September]);
    }

    [Fact]
    public void OneWorkspaceDoesNotSeeAnothersProof()
    {
        var hash = Shelf.Publish(SomeProof.Florist()).Hash!;

        new ProofShelf(state.Store.Snapshots, TemporaryState.Baker).Find(hash).ShouldBeNull();
        new ProofShelf(state.Store.Snapshots, TemporaryState.Baker).Find(SomeProof.September).ShouldBeNull();
    }

    public void Dispose() => state.Dispose();
}
