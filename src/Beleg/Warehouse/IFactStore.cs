using Beleg.Model;
using Beleg.Primitives;

namespace Beleg.Warehouse;

/// <summary>The facts of one workspace, as the pipeline writes them. One writer; readers see whole changes only.</summary>
public interface IFactStore
{
    /// <summary>Journal position the facts stand at; 0 where there are none, or none that can be used.</summary>
    long Bookmark { get; }

    /// <summary>Replaces all rows of some contacts, in one transaction with the bookmark. Doing it again changes nothing.</summary>
    /// <param name="contacts">Those whose rows go, also where no new ones come.</param>
    /// <param name="facts">The rows that come.</param>
    /// <param name="ledger">Whether the rows that belong to no contact are replaced as well.</param>
    /// <param name="bookmark">Where the journal was read to.</param>
    void Replace(IEnumerable<Key> contacts, FactBatch facts, bool ledger, long bookmark);

    /// <summary>Changes rows of contacts, in one transaction with the bookmark: cheaper than replacing all of theirs.</summary>
    /// <param name="gone">The rows that go, just as they are there.</param>
    /// <param name="come">The rows that come.</param>
    /// <param name="bookmark">Where the journal was read to.</param>
    void Change(FactBatch gone, FactBatch come, long bookmark);

    /// <summary>Begins to derive everything anew, beside the facts that still answer.</summary>
    IFactDraft Draft();

    /// <summary>How many messages there are, and each of them.</summary>
    /// <param name="begin">Told the number first.</param>
    /// <param name="see">Given each.</param>
    void Messages(Action<long> begin, Action<Key> see);

    /// <summary>The contacts that messages, conversations (the source's own) and runs belong to, as far as they are known.</summary>
    /// <param name="messages">Messages.</param>
    /// <param name="others">Conversations and runs.</param>
    IReadOnlyDictionary<Key, Key> ContactsOf(IReadOnlyCollection<Key> messages, IReadOnlyCollection<Key> others);
}

/// <summary>All facts of a workspace, derived anew. Disposed unfinished, it leaves nothing behind.</summary>
public interface IFactDraft : IDisposable
{
    /// <summary>Adds the facts of some contacts, each contact once. From any thread.</summary>
    void Append(FactBatch facts);

    /// <summary>Makes it the workspace's facts.</summary>
    /// <param name="bookmark">Where the journal was read to.</param>
    void Finish(long bookmark);
}
