using Beleg.Journal.Sqlite;
using Beleg.Keys;
using Beleg.Tests.Support;

namespace Beleg.Tests.Journal;

public sealed class JournalReaderTests
{
    [Fact]
    public async Task ANewSourcesFirstRowIsReadBeforeTheWriterHasShownTheSource()
    {
        using var directory = new TemporaryDirectory();
        using var ring = KeyRing.InMemory();
        ring.Create("florist");
        var token = TestContext.Current.CancellationToken;
        await using var journal = SqliteJournal.Open(directory["journal.db"], ring);
        await journal.AppendAsync(SomeDelivery.Saying("1"), token);

        var asItWasBefore = new SourceTable();
        using (var connection = RawConnection.Open(directory["journal.db"], readOnly: true))
            asItWasBefore.Load(connection);
        await journal.AppendAsync(SomeDelivery.Saying("2", source: "shopify"), token);
        using var reader = new JournalReader(directory["journal.db"], asItWasBefore, ring);
        reader.Read("florist", 0, 10, long.MaxValue, token).Select(delivery => delivery.Source).ShouldBe(["whatsapp", "shopify"]);
    }
}
