using System.Buffers.Binary;
using Beleg.Primitives;
using NodaTime;

namespace Beleg.Sources;

/// <summary>Reads what <see cref="EventWriter"/> wrote.</summary>
internal ref struct EventReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> rest = bytes;

    public readonly bool AtEnd => rest.IsEmpty;

    public byte Byte()
    {
        var value = rest[0];
        rest = rest[1..];
        return value;
    }

    public bool Bool() => Byte() == 1;

    public bool? MaybeBool() => Byte() switch { 0 => false, 1 => true, _ => null };

    public long Fixed()
    {
        var value = BinaryPrimitives.ReadInt64LittleEndian(rest);
        rest = rest[8..];
        return value;
    }

    public Key Key() => new(Fixed());

    public long Int()
    {
        var value = Unsigned();
        return (long)(value >> 1) ^ -(long)(value & 1);
    }

    public long? MaybeInt() => Bool() ? Int() : null;

    public double? MaybeDouble() => Bool() ? BitConverter.Int64BitsToDouble(Fixed()) : null;

    public decimal? MaybeDecimal() => Bool() ? new decimal([(int)Int(), (int)Int(), (int)Int(), (int)Int()]) : null;

    public string? Text()
    {
        var length = Unsigned();
        if (length == 0)
            return null;
        var bytes = rest[..(int)(length - 1)];
        rest = rest[bytes.Length..];
        return TextPool.Of(bytes);
    }

    public IReadOnlyList<string> Texts()
    {
        var count = (int)Int();
        if (count == 0)
            return [];
        var values = new string[count];
        for (var i = 0; i < count; i++)
            values[i] = Text()!;
        return values;
    }

    public Instant Instant() => NodaTime.Instant.FromUnixTimeTicks(Fixed());

    public Instant? MaybeInstant() => Bool() ? Instant() : null;

    public LocalDate? MaybeDate()
    {
        if (!Bool())
            return null;
        var value = (int)Int();
        return new LocalDate(value / 10_000, value / 100 % 100, value % 100);
    }

    private ulong Unsigned()
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var part = Byte();
            value |= (ulong)(part & 0x7f) << shift;
            if (part < 0x80)
                return value;
        }
    }
}
