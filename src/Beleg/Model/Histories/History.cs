using System.Runtime.InteropServices;
using Beleg.Primitives;

namespace Beleg.Model.Histories;

/// <summary>
/// One cluster: all stored events that may concern each other, the keys they are found by, and the contacts its fold last gave
/// (whose fact rows the next fold replaces).
/// </summary>
internal sealed class History(long cluster)
{
    private const int Room = 512;
    private const int LongSearch = 1 << 18;
    private byte[] events = [];
    private int length;
    private int stored;

    public long Cluster { get; } = cluster;

    public List<Key> Nodes { get; } = [];

    public List<Key> Contacts { get; } = [];

    /// <summary>Whether it is the workspace's ledger and no contact's.</summary>
    public bool IsLedger => Nodes.Count == 1 && Nodes[0] == Routing.Ledger;

    public ReadOnlySpan<byte> Packed => events.AsSpan(0, length);

    public int Length => length;

    /// <summary>Whether it holds more than when it was loaded, and more than the same once again: only then can its fold say anything new.</summary>
    public bool HasNews { get; private set; }

    /// <summary>The history that absorbed this one during a batch.</summary>
    public History? MergedInto { get; set; }

    /// <summary>The histories that this one absorbed since, directly or through another.</summary>
    public List<History> Absorbed { get; } = [];

    /// <summary>The events it held when it was loaded, which the facts are of; nothing where it is new.</summary>
    public ReadOnlySpan<byte> Stored => events.AsSpan(0, stored);

    /// <summary>Takes what was stored, with room for the few events that are usually the reason to load it.</summary>
    public void Restore(ReadOnlySpan<byte> packed)
    {
        events = GC.AllocateUninitializedArray<byte>(packed.Length + Room);
        packed.CopyTo(events);
        length = stored = packed.Length;
    }

    /// <summary>Adds one event: (seq, item, length) as fixed integers, then its stored form.</summary>
    public void Append(long seq, int item, ReadOnlySpan<byte> stored)
    {
        HasNews = HasNews || !IsStored(stored);
        Reserve(PackedEvents.HeaderBytes + stored.Length);
        PackedEvents.WriteHeader(events.AsSpan(length), seq, item, stored.Length);
        stored.CopyTo(events.AsSpan(length + PackedEvents.HeaderBytes));
        length += PackedEvents.HeaderBytes + stored.Length;
    }

    /// <summary>Takes over everything of another cluster: the two turned out to be one.</summary>
    public void Absorb(History other)
    {
        Reserve(other.length);
        other.Packed.CopyTo(events.AsSpan(length));
        length += other.length;
        Nodes.AddRange(other.Nodes);
        Contacts.AddRange(other.Contacts);
        HasNews = true;
        Absorbed.Add(other);
        Absorbed.AddRange(other.Absorbed);
    }

    /// <summary>Reads a stored list of keys.</summary>
    public static void Unpack(ReadOnlySpan<byte> bytes, List<Key> into) => into.AddRange(MemoryMarshal.Cast<byte, Key>(bytes));

    /// <summary>Whether events it was loaded with, or absorbed, make or change a message's row: then no other history does.</summary>
    public bool HoldsMessage(Key message) => Holds(this, message) || Absorbed.Exists(absorbed => Holds(absorbed, message));

    private static bool Holds(History history, Key message)
    {
        // One that large is rare, and asked of the facts instead.
        if (history.stored is 0 or > LongSearch)
            return false;
        Span<byte> key = stackalloc byte[sizeof(long)];
        System.Buffers.Binary.BinaryPrimitives.WriteInt64LittleEndian(key, message.Value);
        if (history.Stored.IndexOf(key) < 0)
            return false;
        var walk = new PackedEvents(history.Stored);
        while (walk.MoveNext())
        {
            // Others may name it as well: who pressed its button, what it was taken for.
            if (walk.Stored.IndexOf(key) >= 0 && Routing.MessageOf(Sources.EventCodec.Read(walk.Stored)) == message)
                return true;
        }

        return false;
    }

    // A provider that did not hear the answer sends the same again, byte for byte.
    private bool IsStored(ReadOnlySpan<byte> happened)
    {
        var walk = new PackedEvents(Stored);
        while (walk.MoveNext())
        {
            if (walk.Stored.SequenceEqual(happened))
                return true;
        }

        return false;
    }

    private void Reserve(int more)
    {
        if (length + more > events.Length)
            Array.Resize(ref events, Math.Max(length + more, events.Length + events.Length / 2));
    }
}
