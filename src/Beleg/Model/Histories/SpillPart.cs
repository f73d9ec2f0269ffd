using System.Buffers.Binary;

namespace Beleg.Model.Histories;

/// <summary>
/// One part of a spill in memory, each cluster's events side by side. Its buffers serve the next part again: a part is large, and
/// fresh memory of that size for each would cost more than reading it.
/// </summary>
internal sealed class SpillPart
{
    private readonly List<(int At, int Length)> entries = [];
    private byte[] dealt = [];
    private byte[] sorted = [];
    private long[] order = [];

    /// <summary>The clusters, as (cluster, place of its packed events, their length).</summary>
    public List<(int Cluster, int At, int Length)> Clusters { get; } = [];

    /// <summary>Packed events of a cluster, good until the next part is loaded.</summary>
    public ReadOnlySpan<byte> Packed(int at, int length) => sorted.AsSpan(at, length);

    /// <summary>Takes a part's file: (cluster, packed event) as they came.</summary>
    public void Load(string path)
    {
        var length = Read(path);
        Index(dealt.AsSpan(0, length));
        Gather();
    }

    private int Read(string path)
    {
        using var file = File.OpenHandle(path, options: FileOptions.SequentialScan);
        var length = checked((int)RandomAccess.GetLength(file));
        if (dealt.Length < length)
            (dealt, sorted) = (new byte[length], new byte[length]);
        for (var read = 0; read < length;)
            read += RandomAccess.Read(file, dealt.AsSpan(read, length - read), read);
        return length;
    }

    private void Index(ReadOnlySpan<byte> bytes)
    {
        entries.Clear();
        for (var at = 0; at < bytes.Length;)
        {
            var cluster = BinaryPrimitives.ReadInt32LittleEndian(bytes[at..]);
            var length = PackedEvents.HeaderBytes + BinaryPrimitives.ReadInt32LittleEndian(bytes[(at + 4 + 12)..]);
            if (entries.Count == order.Length)
                Array.Resize(ref order, Math.Max(4096, order.Length * 2));
            // By cluster, then as they came: one number says both.
            order[entries.Count] = ((long)cluster << 32) | (uint)entries.Count;
            entries.Add((at + 4, length));
            at += 4 + length;
        }

        order.AsSpan(0, entries.Count).Sort();
    }

    private void Gather()
    {
        Clusters.Clear();
        var written = 0;
        for (var from = 0; from < entries.Count;)
        {
            var (cluster, start, to) = ((int)(order[from] >> 32), written, from);
            for (; to < entries.Count && (int)(order[to] >> 32) == cluster; to++)
            {
                var (at, length) = entries[(int)order[to]];
                dealt.AsSpan(at, length).CopyTo(sorted.AsSpan(written));
                written += length;
            }

            Clusters.Add((cluster, start, written - start));
            from = to;
        }
    }
}
