using System.Buffers.Binary;
using Beleg.Sources;

namespace Beleg.Model.Histories;

/// <summary>Walks the packed events of a history: (journal position, item, stored event).</summary>
internal ref struct PackedEvents(ReadOnlySpan<byte> packed)
{
    public const int HeaderBytes = 16;

    private ReadOnlySpan<byte> rest = packed;

    public long Seq { get; private set; }

    public int Item { get; private set; }

    public ReadOnlySpan<byte> Stored { get; private set; }

    public bool MoveNext()
    {
        if (rest.IsEmpty)
            return false;
        Seq = BinaryPrimitives.ReadInt64LittleEndian(rest);
        Item = BinaryPrimitives.ReadInt32LittleEndian(rest[8..]);
        var length = BinaryPrimitives.ReadInt32LittleEndian(rest[12..]);
        Stored = rest.Slice(HeaderBytes, length);
        rest = rest[(HeaderBytes + length)..];
        return true;
    }

    public static void WriteHeader(Span<byte> target, long seq, int item, int length)
    {
        BinaryPrimitives.WriteInt64LittleEndian(target, seq);
        BinaryPrimitives.WriteInt32LittleEndian(target[8..], item);
        BinaryPrimitives.WriteInt32LittleEndian(target[12..], length);
    }

    /// <summary>All events of a history, read.</summary>
    public static List<Event> ReadAll(ReadOnlySpan<byte> packed)
    {
        var events = new List<Event>();
        ReadAll(packed, events);
        return events;
    }

    /// <summary>Adds all events of a history to a list.</summary>
    public static void ReadAll(ReadOnlySpan<byte> packed, List<Event> into)
    {
        var walk = new PackedEvents(packed);
        while (walk.MoveNext())
            into.Add(EventCodec.Read(walk.Stored));
    }
}
