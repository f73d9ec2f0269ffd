using System.Text;
using Beleg.Journal;
using Beleg.Journal.Sqlite;
using Beleg.Keys;
using Beleg.Tests.Support;

namespace Beleg.Tests.Journal;

public sealed class SqliteJournalSecrecyTests : IDisposable
{
    private const string Workspace = SomeDelivery.Workspace;
    private const string Planted = "Zacharias Quittenbaum +49 151 0000001";
    private readonly TemporaryDirectory directory = new();
    private readonly KeyRing ring = KeyRing.InMemory();

    public SqliteJournalSecrecyTests()
    {
        ring.Create(Workspace);
        ring.Create("baker");
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string File => directory["journal.db"];

    public void Dispose()
    {
        ring.Dispose();
        directory.Dispose();
    }

    [Fact]
    public async Task APlantedNameIsInNoFileOfTheJournal()
    {
        var journal = SqliteJournal.Open(File, ring);
        var delivery = SomeDelivery.Saying(Planted) with { Headers = new Dictionary<string, string> { ["x-name"] = Planted } };
        await journal.AppendAsync(delivery, Token);
        System.IO.File.Exists(File + "-wal").ShouldBeTrue();
        Contains(directory.AllBytes(), "florist"u8).ShouldBeTrue("the name of the workspace is no secret, so the search finds what is there");
        Contains(directory.AllBytes(), Encoding.UTF8.GetBytes(Planted)).ShouldBeFalse();
        await journal.DisposeAsync();
        Contains(directory.AllBytes(), Encoding.UTF8.GetBytes(Planted)).ShouldBeFalse();
    }

    [Fact]
    public async Task ARowThatIsMovedToAnotherSourceWorkspaceOrTimeDoesNotOpen()
    {
        long first;
        await using (var journal = SqliteJournal.Open(File, ring))
        {
            first = (await journal.AppendAsync(SomeDelivery.Saying("whatsapp's"), Token)).Seq;
            await journal.AppendAsync(SomeDelivery.Saying("shopify's", source: "shopify"), Token);
            await journal.AppendAsync(SomeDelivery.Saying("the baker's", "baker"), Token);
        }

        foreach (var tampering in new[]
        {
            "UPDATE delivery SET source = 2 WHERE seq = 1",
            "UPDATE delivery SET received_at = received_at + 1 WHERE seq = 1",
            "UPDATE delivery SET content = (SELECT content FROM delivery WHERE seq = 3) WHERE seq = 1",
            "UPDATE delivery SET content = x'00' WHERE seq = 1",
        })
        {
            System.IO.File.Copy(File, directory["tampered.db"], overwrite: true);
            using (var connection = RawConnection.Open(directory["tampered.db"]))
                connection.Execute(tampering);
            await using var journal = SqliteJournal.Open(directory["tampered.db"], ring);
            var damaged = await Should.ThrowAsync<JournalDamagedException>(async () => await journal.ReadOneAsync(Workspace, first, Token));
            damaged.Seq.ShouldBe(first, tampering);
            (await journal.CheckIntegrityAsync(Token)).ShouldHaveSingleItem().ShouldContain("Delivery 1 ");
            (await journal.ReadAsync(Workspace, first, 10, long.MaxValue, Token)).ShouldHaveSingleItem().Text().ShouldBe("shopify's");
        }
    }

    [Fact]
    public async Task AnotherWorkspacesKeyOpensNothing()
    {
        await using (var journal = SqliteJournal.Open(File, ring))
            await journal.AppendAsync(SomeDelivery.Saying(Planted), Token);
        using var others = KeyRing.InMemory();
        others.Create(Workspace);
        await using var reopened = SqliteJournal.Open(File, others);
        await Should.ThrowAsync<JournalDamagedException>(async () => await reopened.ReadAsync(Workspace, 0, 1, 1, Token));
    }

    [Theory]
    [InlineData(40)]
    [InlineData(3_000)]
    [InlineData(200_000)] // spills over many pages
    public async Task ARewriteLeavesNoOldBytesInAnyFile(int length)
    {
        await using var journal = SqliteJournal.Open(File, ring);
        for (var n = 0; n < 20; n++)
            await journal.AppendAsync(SomeDelivery.Saying(new string('a', length)), Token);
        var old = StoredContent(7);
        var pieces = old.Chunk(Math.Max(32, length / 100)).ToList();
        var before = directory.AllBytes();
        var found = pieces.Where(piece => Contains(before, piece)).ToList(); // a piece across two pages is not found
        found.Count.ShouldBeGreaterThan(pieces.Count / 2);

        await journal.RewriteAsync(Workspace, [new Rewrite(7, "k"u8.ToArray())], Token);
        var after = directory.AllBytes();
        found.ShouldAllBe(piece => !Contains(after, piece));
        new FileInfo(File + "-wal").Length.ShouldBe(0);
        (await journal.ReadOneAsync(Workspace, 7, Token))!.Text().ShouldBe("k");
        (await journal.CheckIntegrityAsync(Token)).ShouldBeEmpty();
    }

    private byte[] StoredContent(long seq)
    {
        using var connection = RawConnection.Open(File, readOnly: true);
        using var statement = connection.Prepare("SELECT content FROM delivery WHERE seq = ?1");
        statement.Bind(1, seq).Step().ShouldBeTrue();
        return statement.Blob(0).ToArray();
    }

    private static bool Contains(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> sought) => bytes.IndexOf(sought) >= 0;
}
