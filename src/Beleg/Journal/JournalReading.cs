using Beleg.Sources;

namespace Beleg.Journal;

/// <summary>Ways of reading that every journal offers.</summary>
public static class JournalReading
{
    /// <summary>One delivery; null where the workspace does not have it.</summary>
    /// <exception cref="JournalDamagedException">It does not open.</exception>
    public static async ValueTask<Delivery?> ReadOneAsync(this IJournal journal, string workspace, long seq, CancellationToken cancellationToken) =>
        await journal.ReadManyAsync(workspace, [seq], cancellationToken).ConfigureAwait(false) is [var only] ? only : null;
}
