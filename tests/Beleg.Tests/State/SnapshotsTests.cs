using Beleg.Primitives;
using Beleg.State;
using Beleg.Tests.Support;
using Microsoft.Data.Sqlite;

namespace Beleg.Tests.State;

public sealed class SnapshotsTests : IDisposable
{
    private readonly TemporaryState state = new();

    public void Dispose() => state.Dispose();

    [Fact]
    public void ASnapshotIsChainedToTheOneBefore()
    {
        var october = Publish("2026-10", """{"revenue":620}""");
        var november = Publish("2026-11", """{"revenue":1280}""");
        october.PreviousHash.ShouldBeNull();
        october.Hash.ShouldBe("537e6655fcfd948d8675e0f10f69a402a6df8e55c191c9eb34739e39e1ba1290");
        november.PreviousHash.ShouldBe(october.Hash);
        november.Hash.ShouldBe(Snapshots.HashOf(october.Hash, november.Json));
        state.Reopen().Snapshots.Latest("florist", "proof-pack", "2026-10").ShouldBe(october);
        state.Store.Snapshots.Find("florist", november.Hash).ShouldBe(november);
        state.Store.Snapshots.Find("baker", november.Hash).ShouldBeNull();
        state.Store.Snapshots.Verify("florist").ShouldBeEmpty();
    }

    [Fact]
    public void ARestatementStandsBesideWhatItRestates()
    {
        var first = Publish("2026-10", "{}");
        Publish("2026-10", "{}").ShouldBe(first, "nothing changed, so nothing is restated");
        var second = Publish("2026-10", """{"restated":true}""");
        state.Store.Snapshots.History("florist", "proof-pack", "2026-10").ShouldBe([first, second]);
        state.Store.Snapshots.Latest("florist", "proof-pack", "2026-10").ShouldBe(second);
    }

    [Fact]
    public void APublishedSnapshotCannotBeChanged()
    {
        Publish("2026-10", "{}");
        Should.Throw<SqliteException>(() => Run("UPDATE snapshot SET json = '{\"revenue\":9}'")).Message.ShouldContain("never changes");
    }

    [Fact]
    public void AnAlterationOrAGapShows()
    {
        foreach (var month in new[] { "2026-08", "2026-09", "2026-10" })
            Publish(month, $$"""{"month":"{{month}}"}""");
        Run("DROP TRIGGER snapshot_is_frozen; UPDATE snapshot SET json = '{}' WHERE month = '2026-08'");
        state.Store.Snapshots.Verify("florist").ShouldHaveSingleItem().ShouldContain("2026-08 was altered");
        Run("DELETE FROM snapshot WHERE month = '2026-09'");
        state.Store.Snapshots.Verify("florist").Count.ShouldBe(2);
    }

    [Fact]
    public void ErasedIdentifiersAreRemembered()
    {
        state.Store.Erasures.Add("florist", [new Key(7), new Key(-8)]);
        state.Store.Erasures.Add("florist", [new Key(7)]);
        state.Reopen().Erasures.Of("florist").ShouldBe([new Key(7), new Key(-8)], ignoreOrder: true);
        state.Store.Erasures.Of("baker").ShouldBeEmpty();
    }

    private FrozenSnapshot Publish(string month, string json) => state.Store.Snapshots.Publish("florist", "proof-pack", month, json);

    private void Run(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={state.File};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The test's own constants.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
