using System.Buffers.Binary;

namespace Beleg.Model.Histories;

/// <summary>
/// Stored events on their way through a rebuild, in temporary files: first as they come, then dealt out so that a cluster lies whole
/// in one part. What a rebuild holds in memory so stays the size of one part, whatever the journal's.
/// </summary>
internal sealed class Spill : IDisposable
{
    /// <summary>(node, seq, item, length).</summary>
    private const int HeaderBytes = 20;
    private const int BufferBytes = 1 << 20;
    private const int PartBufferBytes = 1 << 17;

    private readonly string folder;
    private readonly FileStream all;

    public Spill(string folder)
    {
        this.folder = folder;
        Directory.CreateDirectory(folder);
        all = Create("all", BufferBytes);
    }

    /// <summary>Bytes written.</summary>
    public long Length => all.Length;

    /// <summary>Adds one event.</summary>
    public void Add(int node, long seq, int item, ReadOnlySpan<byte> stored)
    {
        Span<byte> header = stackalloc byte[HeaderBytes];
        BinaryPrimitives.WriteInt32LittleEndian(header, node);
        PackedEvents.WriteHeader(header[4..], seq, item, stored.Length);
        all.Write(header);
        all.Write(stored);
    }

    /// <summary>Adds an event that was spilled before, as it was packed.</summary>
    public void AddPacked(int node, ReadOnlySpan<byte> packed)
    {
        Span<byte> header = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(header, node);
        all.Write(header);
        all.Write(packed);
    }

    /// <summary>Walks all events; <paramref name="see"/> gets the node, the packed event with its header, and the stored bytes alone.</summary>
    public void Walk(SpillWalk see)
    {
        all.Flush();
        Walk(all, see);
    }

    /// <summary>Deals the events out: part p holds those whose <paramref name="clusterOf"/> is p modulo the number of parts.</summary>
    public void Deal(int parts, Func<int, int> clusterOf)
    {
        var streams = new FileStream[parts];
        for (var part = 0; part < parts; part++)
            streams[part] = Create(Name(part), PartBufferBytes);
        try
        {
            var header = new byte[4];
            Walk((node, packed, _) =>
            {
                var cluster = clusterOf(node);
                var stream = streams[cluster % parts];
                BinaryPrimitives.WriteInt32LittleEndian(header, cluster);
                stream.Write(header);
                stream.Write(packed);
            });
        }
        finally
        {
            foreach (var stream in streams)
                stream.Dispose();
        }

        all.SetLength(0);
    }

    /// <summary>Reads one part and removes its file.</summary>
    public void TakePart(int part, SpillPart into)
    {
        var path = Path.Combine(folder, Name(part));
        into.Load(path);
        File.Delete(path);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        all.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private static void Walk(FileStream stream, SpillWalk see)
    {
        stream.Position = 0;
        var reader = new BufferedStream(stream, BufferBytes);
        var header = new byte[HeaderBytes];
        var packed = new byte[4096];
        while (reader.ReadAtLeast(header, HeaderBytes, throwOnEndOfStream: false) == HeaderBytes)
        {
            var length = BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(16));
            var whole = PackedEvents.HeaderBytes + length;
            if (packed.Length < whole)
                packed = new byte[whole * 2];
            header.AsSpan(4).CopyTo(packed);
            reader.ReadExactly(packed, PackedEvents.HeaderBytes, length);
            see(BinaryPrimitives.ReadInt32LittleEndian(header), packed.AsSpan(0, whole), packed.AsSpan(PackedEvents.HeaderBytes, length));
        }
    }

    private static string Name(int part) => $"part-{part:d4}";

    private FileStream Create(string name, int buffer) =>
        new(Path.Combine(folder, name), FileMode.Create, FileAccess.ReadWrite, FileShare.None, buffer);
}

/// <summary>Sees one spilled event.</summary>
/// <param name="node">Node it is filed under.</param>
/// <param name="packed">Header and stored form, as a history packs it.</param>
/// <param name="stored">The stored form alone.</param>
internal delegate void SpillWalk(int node, ReadOnlySpan<byte> packed, ReadOnlySpan<byte> stored);
