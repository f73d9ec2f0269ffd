using Beleg.Journal;
using Beleg.Tests.Support;

namespace Beleg.Tests.Journal;

public sealed class InMemoryJournalTests : JournalContract
{
    protected override IJournal Open() => new InMemoryJournal(Ring);
}
