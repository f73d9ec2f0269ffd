using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Beleg.Keys;
using Beleg.Sources;
using NodaTime;

namespace Beleg.Journal;

/// <summary>
/// The stored form of headers and body: header count (1 byte), for each name length (1), value length (2), name, value; then the body;
/// all of it sealed. Workspace, source and arrival are authenticated with it, so a row moved elsewhere does not open.
/// </summary>
internal static class DeliverySeal
{
    private const int MaxHeaders = 32;
    private const int MaxNameBytes = byte.MaxValue;
    private const int MaxValueBytes = 4096;
    private const int MaxContextBytes = 512;

    public static SealedDelivery Seal(in NewDelivery delivery, WorkspaceKeys keys)
    {
        if (delivery.Body.Length > NewDelivery.MaxBodyBytes)
            throw new ArgumentException("The body is larger than a delivery may be.", nameof(delivery));
        var ticks = delivery.ReceivedAt.ToUnixTimeTicks();
        var content = Seal(delivery.Headers, delivery.Body.Span, keys, delivery.Workspace, delivery.Source, ticks);
        return new SealedDelivery(delivery.Workspace, delivery.Source, ticks, content);
    }

    public static byte[] Reseal(Delivery delivery, ReadOnlySpan<byte> body, WorkspaceKeys keys) =>
        Seal(delivery.Headers, body, keys, delivery.Workspace, delivery.Source, delivery.ReceivedAt.ToUnixTimeTicks());

    public static Delivery Open(long seq, string workspace, string source, long ticks, ReadOnlySpan<byte> content, WorkspaceKeys keys)
    {
        try
        {
            Span<byte> context = stackalloc byte[MaxContextBytes];
            var plain = GC.AllocateUninitializedArray<byte>(Math.Max(0, content.Length - WorkspaceKeys.Overhead));
            keys.Open(content, context[..WriteContext(workspace, source, ticks, context)], plain);
            var headers = ReadHeaders(plain, out var bodyStart);
            return new Delivery(seq, workspace, source, Instant.FromUnixTimeTicks(ticks), headers, plain.AsMemory(bodyStart));
        }
        catch (CryptographicException notOurs)
        {
            throw new JournalDamagedException(seq, notOurs);
        }
    }

    private static byte[] Seal(IReadOnlyDictionary<string, string> headers, ReadOnlySpan<byte> body, WorkspaceKeys keys, string workspace, string source, long ticks)
    {
        var length = HeaderLength(headers) + body.Length;
        var plain = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            Span<byte> context = stackalloc byte[MaxContextBytes];
            body.CopyTo(plain.AsSpan(WriteHeaders(headers, plain)));
            var content = GC.AllocateUninitializedArray<byte>(length + WorkspaceKeys.Overhead);
            keys.Seal(plain.AsSpan(0, length), context[..WriteContext(workspace, source, ticks, context)], content);
            return content;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(plain);
        }
    }

    private static int WriteContext(string workspace, string source, long ticks, Span<byte> context)
    {
        if (!Encoding.UTF8.TryGetBytes(workspace, context[..(MaxContextBytes / 3)], out var length)
            || !Encoding.UTF8.TryGetBytes(source, context.Slice(length + 1, MaxContextBytes / 3), out var more))
            throw new ArgumentException("The name of the workspace or the source is too long.", nameof(workspace));
        context[length] = 0x1f;
        length += 1 + more;
        BinaryPrimitives.WriteInt64LittleEndian(context[length..], ticks);
        return length + sizeof(long);
    }

    private static int HeaderLength(IReadOnlyDictionary<string, string> headers)
    {
        if (headers.Count > MaxHeaders)
            throw new ArgumentException($"More than {MaxHeaders} headers.", nameof(headers));
        var length = 1;
        foreach (var (name, value) in headers)
        {
            var (nameBytes, valueBytes) = (Encoding.UTF8.GetByteCount(name), Encoding.UTF8.GetByteCount(value));
            if (nameBytes > MaxNameBytes || valueBytes > MaxValueBytes)
                throw new ArgumentException("A header is too long.", nameof(headers));
            length += 3 + nameBytes + valueBytes;
        }

        return length;
    }

    private static int WriteHeaders(IReadOnlyDictionary<string, string> headers, Span<byte> plain)
    {
        plain[0] = (byte)headers.Count;
        var at = 1;
        foreach (var (name, value) in headers)
        {
            var nameBytes = Encoding.UTF8.GetBytes(name, plain[(at + 3)..]);
            var valueBytes = Encoding.UTF8.GetBytes(value, plain[(at + 3 + nameBytes)..]);
            plain[at] = (byte)nameBytes;
            BinaryPrimitives.WriteUInt16LittleEndian(plain[(at + 1)..], (ushort)valueBytes);
            at += 3 + nameBytes + valueBytes;
        }

        return at;
    }

    private static IReadOnlyDictionary<string, string> ReadHeaders(ReadOnlySpan<byte> plain, out int bodyStart)
    {
        bodyStart = 1;
        if (plain[0] == 0)
            return ImmutableDictionary<string, string>.Empty;
        var headers = new Dictionary<string, string>(plain[0], StringComparer.Ordinal);
        for (var left = plain[0]; left > 0; left--)
        {
            var name = plain.Slice(bodyStart + 3, plain[bodyStart]);
            var value = plain.Slice(bodyStart + 3 + name.Length, BinaryPrimitives.ReadUInt16LittleEndian(plain[(bodyStart + 1)..]));
            headers[Encoding.UTF8.GetString(name)] = Encoding.UTF8.GetString(value);
            bodyStart += 3 + name.Length + value.Length;
        }

        return headers;
    }
}
