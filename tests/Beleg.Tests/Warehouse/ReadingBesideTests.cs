using Beleg.Tests.Warehouse.DuckDb;
using Beleg.Warehouse;

namespace Beleg.Tests.Warehouse;

/// <summary>A second view is of exactly the same facts, or there is none; and nobody ever waits for it.</summary>
public sealed class ReadingBesideTests
{
    [Fact]
    public void ASecondViewSeesWhatTheFirstOneSees()
    {
        using var engine = new ScratchEngine();
        using var warehouse = WorkspaceWarehouse.Open(engine.Instance, "two");
        warehouse.Replace([], SomeFacts.OfContacts(1), ledger: false, 1);
        using var first = warehouse.Read(out var versions);
        using var second = warehouse.ReadBeside(versions!);
        second.ShouldNotBeNull();
        warehouse.Replace([], SomeFacts.OfContacts(2), ledger: false, 2);
        first.Connection.Scalar<long>("select count(*) from contact").ShouldBe(1);
        second.Connection.Scalar<long>("select count(*) from contact").ShouldBe(1);
    }

    [Fact]
    public void ThereIsNoSecondViewOfFactsThatHaveChanged()
    {
        using var engine = new ScratchEngine();
        using var warehouse = WorkspaceWarehouse.Open(engine.Instance, "two");
        using var first = warehouse.Read(out var versions);
        warehouse.Replace([], SomeFacts.OfContacts(1), ledger: false, 1);
        warehouse.ReadBeside(versions!).ShouldBeNull();
    }

    [Fact]
    public async Task WhoeverReadsNeverWaitsForSomebodyWhoWaitsForIt()
    {
        using var engine = new ScratchEngine();
        using var warehouse = WorkspaceWarehouse.Open(engine.Instance, "two");
        var first = warehouse.Read(out var versions);
        var rewriting = Task.Run(warehouse.Compact, TestContext.Current.CancellationToken);
        WarehouseReading? second;
        while ((second = warehouse.ReadBeside(versions!)) is not null)
            second.Dispose();
        rewriting.IsCompleted.ShouldBeFalse();
        first.Dispose();
        await rewriting;
    }
}
