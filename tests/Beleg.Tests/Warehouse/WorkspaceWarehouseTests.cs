using Beleg.Model;
using Beleg.Tests.Warehouse.DuckDb;
using Beleg.Warehouse;
using Beleg.Warehouse.DuckDb;
using Beleg.Warehouse.Facts;

namespace Beleg.Tests.Warehouse;

public sealed class WorkspaceWarehouseTests : IDisposable
{
    private readonly ScratchEngine engine = new();

    public void Dispose() => engine.Dispose();

    private string File(string workspace) => engine.PathOf($"warehouse/{workspace}.duckdb");

    private WorkspaceWarehouse Open(string workspace = "florist") => WorkspaceWarehouse.Open(engine.Instance, workspace);

    private static long Count(WorkspaceWarehouse warehouse, string table = "message")
    {
        using var reading = warehouse.Read();
        return reading.Connection.Scalar<long>($"select count(*) from {table}");
    }

    private static void Fill(WorkspaceWarehouse warehouse, long bookmark, params int[] contacts)
    {
        using var draft = warehouse.Draft();
        draft.Append(SomeFacts.Of(contacts));
        draft.Finish(bookmark);
    }

    [Fact]
    public void ANewWorkspaceIsReadyAndEmpty()
    {
        using var warehouse = Open();
        (warehouse.State, warehouse.Bookmark, Count(warehouse)).ShouldBe((WarehouseState.Ready, 0, 0));
        warehouse.FactsHash().ShouldBe(FactsHash.Of(new FactBatch()));
    }

    [Fact]
    public void FactsAndBookmarkAreThereAfterOpeningAgain()
    {
        using (var warehouse = Open())
            warehouse.Replace([], SomeFacts.Of(1, 2, 3), ledger: true, 17);
        using var again = Open();
        (again.State, again.Bookmark, Count(again), Count(again, "cost")).ShouldBe((WarehouseState.Ready, 17, 3, 1));
        again.FactsHash().ShouldBe(FactsHash.Of(SomeFacts.Of(1, 2, 3)));
    }

    [Fact]
    public void ReplacingTouchesTheContactsNamedAndNoOther()
    {
        using var warehouse = Open();
        warehouse.Replace([], SomeFacts.Of(1, 2, 3, 4), ledger: true, 1);
        // Two and three became one contact, five is new; the ledger stays as it was.
        warehouse.Replace([SomeFacts.Contact(2), SomeFacts.Contact(3)], SomeFacts.OfContacts(2, 5), ledger: false, 2);
        warehouse.FactsHash().ShouldBe(FactsHash.Of(SomeFacts.Of(1, 2, 4, 5)));
        warehouse.Bookmark.ShouldBe(2);
        warehouse.Replaced.ShouldBe(2 * FactTables.All.Count(table => table.HasContact));
    }

    [Fact]
    public void ReplacingAgainChangesNothing()
    {
        using var warehouse = Open();
        warehouse.Replace([], SomeFacts.Of(1, 2), ledger: true, 5);
        warehouse.Replace([], SomeFacts.Of(1, 2), ledger: true, 5);
        warehouse.FactsHash().ShouldBe(FactsHash.Of(SomeFacts.Of(1, 2)));
    }

    [Fact]
    public void AContactWithoutNewFactsIsGone()
    {
        using var warehouse = Open();
        warehouse.Replace([], SomeFacts.Of(1, 2), ledger: true, 1);
        warehouse.Replace([SomeFacts.Contact(2)], new FactBatch(), ledger: false, 2);
        warehouse.FactsHash().ShouldBe(FactsHash.Of(SomeFacts.Of(1)));
    }

    [Fact]
    public void AReplacementThatFailsLeavesFactsAndBookmarkAsTheyWere()
    {
        using var warehouse = Open();
        warehouse.Replace([], SomeFacts.Of(1, 2), ledger: true, 1);
        var before = warehouse.FactsHash();
        var bad = SomeFacts.Of(1, 2);
        bad.Messages[1] = bad.Messages[1] with { Message = default };
        Should.Throw<DuckDbException>(() => warehouse.Replace([SomeFacts.Contact(1)], bad, ledger: true, 9));
        (warehouse.FactsHash(), warehouse.Bookmark).ShouldBe((before, 1));
        warehouse.Replace([], SomeFacts.OfContacts(3), ledger: false, 2);
        Count(warehouse).ShouldBe(3);
    }

    [Fact]
    public void RowsOfALedgerThatIsNotReplacedAreRefusedBeforeTheyAreDoubled()
    {
        using var warehouse = Open();
        Should.Throw<ArgumentException>(() => warehouse.Replace([], SomeFacts.Of(1), ledger: false, 1));
    }

    [Fact]
    public void AReaderKeepsItsViewWhileRowsAreReplaced()
    {
        using var warehouse = Open();
        warehouse.Replace([], SomeFacts.Of(1, 2), ledger: true, 1);
        using var reading = warehouse.Read();
        reading.Connection.Scalar<long>("select count(*) from message").ShouldBe(2);
        warehouse.Replace([SomeFacts.Contact(1), SomeFacts.Contact(2)], new FactBatch(), ledger: false, 2);
        reading.Connection.Scalar<long>("select count(*) from conversation").ShouldBe(2);
        Count(warehouse).ShouldBe(0);
    }

    [Fact]
    public void AReaderCannotWrite()
    {
        using var warehouse = Open();
        using var reading = warehouse.Read();
        Should.Throw<DuckDbException>(() => reading.Connection.Execute("delete from message"));
    }

    [Fact]
    public void AReaderWhoseQueryFailedLeavesAUsableConnectionBehind()
    {
        using var warehouse = Open();
        for (var n = 0; n < 20; n++)
        {
            using var reading = warehouse.Read();
            Should.Throw<DuckDbException>(() => reading.Connection.Scalar<long>("select error('no')::bigint"));
        }
        Count(warehouse).ShouldBe(0);
    }

    [Fact]
    public void ARebuiltWarehouseHasTheSameFactsAsOneThatGrew()
    {
        using var grown = Open("grown");
        grown.Replace([], SomeFacts.Of(), ledger: true, 1);
        foreach (var part in Enumerable.Range(0, 300).Chunk(50))
            grown.Replace([], SomeFacts.OfContacts(part), ledger: false, part[0] + 1);
        using var rebuilt = Open("rebuilt");
        using (var draft = rebuilt.Draft())
        {
            Parallel.ForEach(Enumerable.Range(0, 300).Reverse().Chunk(40), part => draft.Append(SomeFacts.OfContacts(part)));
            draft.Append(SomeFacts.Of());
            draft.Finish(251);
        }
        rebuilt.FactsHash().ShouldBe(grown.FactsHash());
        rebuilt.Bookmark.ShouldBe(grown.Bookmark);
    }

    [Fact]
    public void RebuiltRowsLieInTheOrderOfTime()
    {
        using var warehouse = Open();
        Fill(warehouse, 1, [.. Enumerable.Range(0, 800).Reverse()]);
        using var reading = warehouse.Read();
        foreach (var table in FactTables.All)
            reading.Connection.Scalar<bool>($"select coalesce(bool_and(ordered), true) from (select {Sql.Name(table.TimeColumn)} >= lag({Sql.Name(table.TimeColumn)}) over (order by rowid) as ordered from {table.Name})").ShouldBeTrue(table.Name);
    }

    [Fact]
    public void TheOldFactsAnswerUntilTheDraftIsFinished()
    {
        using var warehouse = Open();
        Fill(warehouse, 1, 1, 2);
        using (var draft = warehouse.Draft())
        {
            draft.Append(SomeFacts.Of(7, 8, 9));
            Count(warehouse).ShouldBe(2);
            draft.Finish(4);
        }
        (Count(warehouse), warehouse.Bookmark).ShouldBe((3, 4));
        warehouse.Replace([SomeFacts.Contact(7)], SomeFacts.Of(7, 10), ledger: true, 5);
        Count(warehouse).ShouldBe(4);
    }

    [Fact]
    public void ADraftThatIsGivenUpLeavesNothingBehind()
    {
        using var warehouse = Open();
        Fill(warehouse, 1, 1, 2);
        using (var draft = warehouse.Draft())
            draft.Append(SomeFacts.Of(7));
        Count(warehouse).ShouldBe(2);
        Directory.GetFiles(engine.PathOf("warehouse")).Where(name => !name.EndsWith(".wal", StringComparison.Ordinal)).ShouldBe([File("florist")]);
    }

    [Fact(Timeout = 60_000)]
    public async Task FinishingWaitsForTheReadersOfTheOldFile()
    {
        using var warehouse = Open();
        Fill(warehouse, 1, 1, 2);
        var reading = warehouse.Read();
        reading.Connection.Scalar<long>("select count(*) from message").ShouldBe(2);
        var finishing = Task.Run(() => Fill(warehouse, 2, 5));
        reading.Connection.Scalar<long>("select count(*) from conversation").ShouldBe(2);
        reading.Dispose();
        await finishing;
        Count(warehouse).ShouldBe(1);
    }

    [Fact]
    public void CompactingKeepsTheFactsAndWinsTheSpaceBack()
    {
        using var warehouse = Open();
        var message = (MessageFact)SomeFacts.Record(typeof(MessageFact), 1);
        var facts = new FactBatch();
        for (var n = 1; n <= 40_000; n++)
            facts.Messages.Add(message with { Message = new(n * 7_919L), Contact = SomeFacts.Contact(n % 100), Conversation = new(n * 104_729L) });
        for (var n = 1; n <= 6; n++)
            warehouse.Replace(Enumerable.Range(0, 100).Select(SomeFacts.Contact), facts, ledger: false, n);
        var before = warehouse.FactsHash();
        var size = Size();
        warehouse.Compact();
        (warehouse.FactsHash(), warehouse.Bookmark, warehouse.Replaced).ShouldBe((before, 6, 0));
        Size().ShouldBeLessThan(size);
        warehouse.Replace([], SomeFacts.OfContacts(200), ledger: false, 7);
        var after = warehouse.FactsHash();
        using var again = Reopened(warehouse);
        (again.FactsHash(), again.Bookmark).ShouldBe((after, 7));

        long Size() => Directory.GetFiles(engine.PathOf("warehouse")).Sum(name => new FileInfo(name).Length);
    }

    [Fact]
    public void ARottenBlockIsAnErrorOfItsWorkspaceAndNeverOtherFacts()
    {
        using var other = Open("other");
        other.Replace([], SomeFacts.Of(1), ledger: true, 1);
        using (var warehouse = Open())
            Fill(warehouse, 1, [.. Enumerable.Range(0, 500)]);
        // Behind the three headers of 4 KiB, every block carries a checksum.
        var bytes = System.IO.File.ReadAllBytes(File("florist"));
        for (var at = 12_288; at < bytes.Length; at += 100_000)
            bytes[at + 500] ^= 0x5A;
        System.IO.File.WriteAllBytes(File("florist"), bytes);
        using var again = Open();
        Should.Throw<Exception>(() => again.FactsHash()).ShouldSatisfyAllConditions(
            error => (error is DuckDbException or WarehouseUnavailableException).ShouldBeTrue(error.ToString()));
        (Count(other), other.FactsHash()).ShouldBe((1, FactsHash.Of(SomeFacts.Of(1))));
        Fill(again, 3, 1, 2);
        (again.State, Count(again)).ShouldBe((WarehouseState.Ready, 2));
    }

    [Fact]
    public void ABrokenFileIsReportedAndRebuilt()
    {
        Directory.CreateDirectory(engine.PathOf("warehouse"));
        System.IO.File.WriteAllText(File("florist"), new string('x', 50_000));
        using var other = Open("other");
        using var warehouse = Open();
        warehouse.State.ShouldBe(WarehouseState.Broken);
        warehouse.Reason.ShouldNotBeEmpty();
        Should.Throw<WarehouseUnavailableException>(() => warehouse.FactsHash());
        Should.Throw<WarehouseUnavailableException>(() => warehouse.Replace([], SomeFacts.Of(1), ledger: true, 1));
        Fill(warehouse, 3, 1);
        (warehouse.State, Count(warehouse)).ShouldBe((WarehouseState.Ready, 1));
        Count(other).ShouldBe(0);
    }

    [Fact]
    public void AFileCutShortIsReportedAndRebuilt()
    {
        using (var warehouse = Open())
            Fill(warehouse, 1, [.. Enumerable.Range(0, 500)]);
        using (var stream = new FileStream(File("florist"), FileMode.Open))
            stream.SetLength(stream.Length / 3);
        using var again = Open();
        again.State.ShouldBe(WarehouseState.Broken);
        Fill(again, 3, 1);
        Count(again).ShouldBe(1);
    }

    [Theory]
    [InlineData("cut", false)]
    [InlineData("cut", true)]
    [InlineData("emptied", false)]
    [InlineData("emptied", true)]
    [InlineData("written over", false)]
    [InlineData("written over", true)]
    [InlineData("rotten", false)]
    [InlineData("rotten", true)]
    [InlineData("taken away", true)]
    public void AFileDamagedWhileItIsInUseIsNoticedAndRebuiltBesideTheOthers(string how, bool rests)
    {
        using var other = Open("other");
        other.Replace([], SomeFacts.Of(1), ledger: true, 1);
        using (var first = Open())
            Fill(first, 1, [.. Enumerable.Range(0, 500)]);
        using var warehouse = Open();
        var lost = 0;
        warehouse.Lost += () => lost++;
        Damage(how);
        if (rests)
            warehouse.Rest().ShouldBeTrue();

        Should.Throw<WarehouseUnavailableException>(warehouse.FactsHash).InnerException.ShouldBeOfType<DuckDbException>();
        (warehouse.State, warehouse.Bookmark, lost).ShouldBe((WarehouseState.Broken, 0, 1));
        warehouse.Reason.ShouldNotBeEmpty();
        Should.Throw<WarehouseUnavailableException>(() => Count(warehouse));
        Should.Throw<WarehouseUnavailableException>(() => warehouse.Replace([], SomeFacts.Of(3), ledger: true, 2));
        other.FactsHash().ShouldBe(FactsHash.Of(SomeFacts.Of(1)));
        Fill(warehouse, 3, 1, 2);
        (warehouse.State, warehouse.Bookmark, Count(warehouse), lost).ShouldBe((WarehouseState.Ready, 3, 2, 1));
        other.Replace([], SomeFacts.Of(2), ledger: true, 2);
        Count(other).ShouldBe(2);
    }

    [Fact]
    public void WhatCannotBeWrittenOutIntoACutFileIsNoticedWhenItIsReadNext()
    {
        using (var first = Open())
            Fill(first, 1, [.. Enumerable.Range(0, 500)]);
        using var warehouse = Open();
        warehouse.Replace([], SomeFacts.Of(1_000), ledger: true, 2);
        Damage("cut");
        warehouse.Rest().ShouldBeTrue();
        Should.Throw<WarehouseUnavailableException>(warehouse.FactsHash);
        Fill(warehouse, 3, 1, 2);
        (warehouse.State, Count(warehouse)).ShouldBe((WarehouseState.Ready, 2));
    }

    [Fact]
    public void AMistakeInAQuestionIsNoDamage()
    {
        using var warehouse = Open();
        using var reading = warehouse.Read();
        Should.Throw<DuckDbException>(() => reading.Connection.Scalar<long>("select count(*) from nothing"));
        Should.Throw<DuckDbException>(() => reading.Connection.Scalar<long>("select 'Corrupt'::bigint"));
        warehouse.State.ShouldBe(WarehouseState.Ready);
    }

    private void Damage(string how)
    {
        switch (how)
        {
            case "taken away":
                System.IO.File.Delete(File("florist"));
                return;
            case "rotten":
                using (var stream = new FileStream(File("florist"), FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete))
                    for (var at = 12_288L; at < stream.Length; at += 16_384)
                    {
                        stream.Position = at + 500;
                        stream.Write([0x5A, 0x5A, 0x5A]);
                    }
                return;
            default:
                using (var stream = new FileStream(File("florist"), FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete))
                {
                    var length = stream.Length;
                    stream.SetLength(how == "cut" ? length / 3 : 0);
                    if (how == "written over")
                        stream.Write(new byte[length]);
                }
                return;
        }
    }

    [Fact]
    public void AFileOfAnotherVersionIsReportedAndRebuilt()
    {
        using (var warehouse = Open())
            Fill(warehouse, 1, 1);
        engine.Instance.Attach("touch", File("florist"));
        using (var connection = engine.Instance.Connect("touch"))
            connection.Execute("update schema_version set fingerprint = 'older'");
        engine.Instance.Detach("touch");
        using var again = Open();
        (again.State, again.Bookmark).ShouldBe((WarehouseState.Outdated, 0));
        Should.Throw<WarehouseUnavailableException>(again.Read);
        Fill(again, 3, 1, 2);
        (again.State, Count(again)).ShouldBe((WarehouseState.Ready, 2));
    }

    [Fact]
    public void ANameThatLeavesTheDirectoryIsRefused()
    {
        foreach (var name in new[] { "", "../x", "a/b", "a b", "x.y", "ü" })
            Should.Throw<ArgumentException>(() => Open(name));
    }

    [Fact]
    public void WorkspacesNamedLikeTheEnginesOwnCatalogsAreKeptApart()
    {
        foreach (var name in new[] { "memory", "temp", "system", "main" })
        {
            using var warehouse = Open(name);
            warehouse.Replace([], SomeFacts.Of(1), ledger: true, 1);
            Count(warehouse).ShouldBe(1);
        }
    }

    [Fact]
    public void MoreWorkspacesThanMemoryHoldsAreServedInTurn()
    {
        using var small = new ScratchEngine(memoryMegabytes: 64);
        var all = Enumerable.Range(0, 24).Select(n => WorkspaceWarehouse.Open(small.Instance, $"client-{n}")).ToList();
        using (var busy = all[0].Read())
        {
            busy.Connection.Scalar<long>("select count(*) from message").ShouldBe(0);
            for (var round = 1; round <= 2; round++)
            {
                foreach (var (n, warehouse) in all.Index())
                    warehouse.Replace([], SomeFacts.OfContacts(n, n + round), ledger: false, round);
            }
            busy.Connection.Scalar<long>("select count(*) from message").ShouldBe(0);
        }
        using (var connection = small.Instance.Connect())
            connection.Scalar<long>("select count(*) from duckdb_databases() where starts_with(database_name, 'ws_')").ShouldBeLessThan(24);
        foreach (var (n, warehouse) in all.Index())
            (warehouse.FactsHash(), warehouse.Bookmark).ShouldBe((FactsHash.Of(SomeFacts.OfContacts(n, n + 1, n + 2)), 2));
        all.ForEach(warehouse => warehouse.Dispose());
    }

    private WorkspaceWarehouse Reopened(WorkspaceWarehouse warehouse)
    {
        warehouse.Dispose();
        return Open(warehouse.Workspace);
    }
}
