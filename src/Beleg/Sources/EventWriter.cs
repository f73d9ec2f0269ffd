using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using Beleg.Primitives;
using NodaTime;

namespace Beleg.Sources;

/// <summary>Writes the compact stored form of an event: variable-length integers, UTF-8 texts, no names. Reused over many events.</summary>
internal sealed class EventWriter
{
    private readonly ArrayBufferWriter<byte> buffer = new(512);

    public ReadOnlySpan<byte> Written => buffer.WrittenSpan;

    public void Clear() => buffer.ResetWrittenCount();

    public void Byte(byte value)
    {
        buffer.GetSpan(1)[0] = value;
        buffer.Advance(1);
    }

    public void Bool(bool value) => Byte(value ? (byte)1 : (byte)0);

    public void MaybeBool(bool? value) => Byte(value switch { null => 2, true => 1, false => 0 });

    public void Fixed(long value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(buffer.GetSpan(8), value);
        buffer.Advance(8);
    }

    public void Key(Key value) => Fixed(value.Value);

    /// <summary>Zigzag, then seven bits a byte.</summary>
    public void Int(long value) => Unsigned((ulong)(value << 1) ^ (ulong)(value >> 63));

    public void MaybeInt(long? value)
    {
        Bool(value.HasValue);
        if (value is { } present)
            Int(present);
    }

    public void MaybeDouble(double? value)
    {
        Bool(value.HasValue);
        if (value is { } present)
            Fixed(BitConverter.DoubleToInt64Bits(present));
    }

    public void MaybeDecimal(decimal? value)
    {
        Bool(value.HasValue);
        if (value is not { } present)
            return;
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(present, bits);
        foreach (var part in bits)
            Int(part);
    }

    public void Text(string? value)
    {
        if (value is null)
        {
            Unsigned(0);
            return;
        }

        var bytes = Encoding.UTF8.GetByteCount(value);
        Unsigned((ulong)bytes + 1);
        buffer.Advance(Encoding.UTF8.GetBytes(value, buffer.GetSpan(Math.Max(bytes, 1))));
    }

    public void Texts(IReadOnlyList<string> values)
    {
        Int(values.Count);
        foreach (var value in values)
            Text(value);
    }

    /// <summary>Ticks of 100 ns: NodaTime's nanoseconds below that come from no provider.</summary>
    public void Instant(Instant value) => Fixed(value.ToUnixTimeTicks());

    public void MaybeInstant(Instant? value)
    {
        Bool(value.HasValue);
        if (value is { } present)
            Instant(present);
    }

    public void MaybeDate(LocalDate? value)
    {
        Bool(value.HasValue);
        if (value is { } present)
            Int(present.Year * 10_000L + present.Month * 100 + present.Day);
    }

    private void Unsigned(ulong value)
    {
        var span = buffer.GetSpan(10);
        var length = 0;
        while (value >= 0x80)
        {
            span[length++] = (byte)(value | 0x80);
            value >>= 7;
        }

        span[length++] = (byte)value;
        buffer.Advance(length);
    }
}
