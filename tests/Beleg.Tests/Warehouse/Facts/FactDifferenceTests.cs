using Beleg.Model;
using Beleg.Tests.Warehouse.DuckDb;
using Beleg.Warehouse;
using Beleg.Warehouse.Facts;

namespace Beleg.Tests.Warehouse.Facts;

public sealed class FactDifferenceTests : IDisposable
{
    private readonly ScratchEngine engine = new();
    private readonly FactDifference difference = new();

    public void Dispose() => engine.Dispose();

    [Fact]
    public void RowsThatStayAreNeitherDeletedNorWritten()
    {
        difference.Add(SomeFacts.OfContacts(1, 2), SomeFacts.OfContacts(1, 2));
        Rows(difference.Gone).ShouldBe(0);
        Rows(difference.Come).ShouldBe(0);
    }

    [Fact]
    public void OnlyTheRowThatDiffersGoesAndComes()
    {
        var after = SomeFacts.OfContacts(1, 2);
        after.Messages[1] = after.Messages[1] with { Intent = "another" };
        difference.Add(SomeFacts.OfContacts(1, 2), after);
        Rows(difference.Gone).ShouldBe(1);
        difference.Come.Messages.ShouldBe([after.Messages[1]]);
    }

    [Fact]
    public void RowsInAnotherOrderAreTheSameRows()
    {
        difference.Add(SomeFacts.OfContacts(1, 2, 3), SomeFacts.OfContacts(3, 1, 2));
        Rows(difference.Gone).ShouldBe(0);
    }

    [Fact]
    public void TheCreditsOfAnOrderGoTogether()
    {
        var (before, after) = (SomeFacts.OfContacts(1), SomeFacts.OfContacts(1));
        before.Credits.Add(before.Credits[0] with { Linear = 7 });
        after.Credits.Add(after.Credits[0] with { Linear = 8 });
        difference.Add(before, after);
        difference.Gone.Credits.Count.ShouldBe(2);
        difference.Come.Credits.ShouldBe(after.Credits);
    }

    [Fact]
    public void AWarehouseThatChangesByDifferenceHoldsTheNewFacts()
    {
        using var warehouse = WorkspaceWarehouse.Open(engine.Instance, "florist");
        var before = SomeFacts.Of(1, 2, 3);
        before.Credits.Add(before.Credits[0] with { Linear = 7 });
        warehouse.Replace([], before, ledger: true, 1);
        var after = SomeFacts.Of(4, 3, 1);
        after.Messages[1] = after.Messages[1] with { IsFallback = !after.Messages[1].IsFallback };
        after.Contacts[2] = after.Contacts[2] with { Orders = 9 };
        difference.Add(before, after);
        warehouse.Change(difference.Gone, difference.Come, 2);
        warehouse.FactsHash().ShouldBe(FactsHash.Of(after));
        warehouse.Bookmark.ShouldBe(2);
    }

    [Fact]
    public void TheSameKeyAtAnotherContactIsAnotherRow()
    {
        using var warehouse = WorkspaceWarehouse.Open(engine.Instance, "florist");
        var both = SomeFacts.OfContacts(1, 2);
        both.Messages[1] = both.Messages[1] with { Message = both.Messages[0].Message };
        warehouse.Replace([], both, ledger: false, 1);
        var gone = new FactBatch();
        gone.Messages.Add(both.Messages[0]);
        // The other contact's row of another fact goes in the same change; its message must not go with it.
        gone.Clicks.Add(both.Clicks[1]);
        warehouse.Change(gone, new FactBatch(), 2);
        both.Messages.RemoveAt(0);
        both.Clicks.RemoveAt(1);
        warehouse.FactsHash().ShouldBe(FactsHash.Of(both));
    }

    [Fact]
    public void ABatchThatIsClearedHoldsNothing()
    {
        var batch = SomeFacts.Of(1, 2);
        Rows(batch).ShouldBeGreaterThan(FactTables.All.Count);
        batch.Clear();
        Rows(batch).ShouldBe(0);
    }

    private static int Rows(FactBatch batch) => FactTables.All.Sum(table => table.Count(batch));
}
