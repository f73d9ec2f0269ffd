using Beleg.Model;
using Beleg.Primitives;

namespace Beleg.Warehouse;

/// <summary>The facts of one workspace, as the pipeline writes them. One writer; readers see whole changes only.</summary>
public interface IFactStore
{
    /// <summary>Journal position the facts stand at; 0 where there are none.</summary>
    long Bookmark { get; }

    /// <summary>Makes one change visible, whole or not at all.</summary>
    void Apply(FactChange change);

    /// <summary>Starts a rebuild: all rows go, parts are appended, and nothing is seen by readers before it is complete.</summary>
    IFactLoad Load();

    /// <summary>The contacts that messages, conversations (the source's own) and runs belong to, as far as they are known.</summary>
    IReadOnlyDictionary<Key, Key> ContactsOf(IReadOnlyCollection<Key> entities);

    /// <summary>SHA-256 over all fact rows, whatever their physical order: equal if and only if the facts are.</summary>
    string FactsHash();
}

/// <summary>One change of the facts.</summary>
/// <param name="Contacts">Contacts whose rows go, in every table.</param>
/// <param name="Facts">Rows that come.</param>
/// <param name="Ledger">Where the ledger changed: all of its rows, replacing those there are; else null.</param>
/// <param name="Bookmark">Journal position the facts stand at afterwards.</param>
public sealed record FactChange(IReadOnlyCollection<Key> Contacts, FactBatch Facts, FactBatch? Ledger, long Bookmark);

/// <summary>A rebuild under way. Disposed before <see cref="Complete"/>, it leaves the facts as they were.</summary>
public interface IFactLoad : IDisposable
{
    /// <summary>Appends rows. One caller at a time.</summary>
    void Append(FactBatch facts);

    /// <summary>Makes everything visible, with its bookmark.</summary>
    void Complete(long bookmark);
}
