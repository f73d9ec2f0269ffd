using Beleg.Journal;
using Beleg.Journal.Sqlite;
using Beleg.Tests.Support;

namespace Beleg.Tests.Journal;

public sealed class SqliteJournalTests : JournalContract
{
    private readonly TemporaryDirectory directory = new();

    protected override IJournal Open() => SqliteJournal.Open(directory["journal.db"], Ring);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        directory.Dispose();
    }
}
