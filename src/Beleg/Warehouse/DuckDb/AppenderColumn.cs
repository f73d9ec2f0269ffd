using System.Runtime.CompilerServices;
using System.Text;

namespace Beleg.Warehouse.DuckDb;

/// <summary>One column of the chunk that an appender fills: values by row, or the whole span.</summary>
internal sealed unsafe class AppenderColumn
{
    private const int InlineTextBytes = 12;
    private const int TextBytes = 16;
    private readonly DuckDbColumn column;
    private readonly nint chunk;
    private readonly ulong position;
    private nint vector;
    private byte* data;
    private ulong* validity;

    internal AppenderColumn(DuckDbColumn column, nint chunk, int position)
    {
        (this.column, this.chunk, this.position) = (column, chunk, (ulong)position);
        Renew();
    }

    internal DuckDbType Type => column.Type;

    /// <summary>All 2,048 places; the element must be as wide as the column.</summary>
    internal Span<T> Values<T>() where T : unmanaged => Unsafe.SizeOf<T>() == Width
        ? new(data, NativeMethods.VectorSize)
        : throw Mismatch(typeof(T).Name);

    /// <summary>A whole number, a boolean as 0 or 1, microseconds for a TIMESTAMP, days for a DATE, the index for an ENUM.</summary>
    /// <exception cref="OverflowException">The column is too narrow.</exception>
    internal void Write(int row, long value)
    {
        switch (column.Storage)
        {
            case DuckDbType.BigInt: ((long*)data)[row] = value; break;
            case DuckDbType.Integer: ((int*)data)[row] = checked((int)value); break;
            case DuckDbType.UTinyInt when column.Type == DuckDbType.Enum: data[row] = (byte)Known(value); break;
            case DuckDbType.USmallInt when column.Type == DuckDbType.Enum: ((ushort*)data)[row] = (ushort)Known(value); break;
            case DuckDbType.UTinyInt: data[row] = checked((byte)value); break;
            case DuckDbType.USmallInt: ((ushort*)data)[row] = checked((ushort)value); break;
            case DuckDbType.SmallInt: ((short*)data)[row] = checked((short)value); break;
            case DuckDbType.UInteger: ((uint*)data)[row] = checked((uint)value); break;
            case DuckDbType.Boolean: data[row] = (byte)(value == 0 ? 0 : 1); break;
            default: throw Mismatch("a whole number");
        }
    }

    internal void Write(int row, bool value)
    {
        if (column.Type != DuckDbType.Boolean)
            throw Mismatch("a boolean");
        data[row] = (byte)(value ? 1 : 0);
    }

    internal void Write(int row, double value)
    {
        if (column.Type != DuckDbType.Double)
            throw Mismatch("a double");
        ((double*)data)[row] = value;
    }

    /// <summary>A DECIMAL; decimals that the column lacks are rounded to even.</summary>
    /// <exception cref="OverflowException">The column is too narrow.</exception>
    internal void Write(int row, decimal value)
    {
        if (column.Type != DuckDbType.Decimal)
            throw Mismatch("a decimal");
        var unscaled = NativeDecimal.Unscaled(value, column.Scale);
        if (column.Storage != DuckDbType.HugeInt)
            Write(row, checked((long)unscaled));
        else
            ((NativeHugeInt*)data)[row] = NativeHugeInt.From(unscaled);
    }

    internal void Write(int row, string? value)
    {
        if (value is null)
        {
            WriteNull(row);
            return;
        }
        if (column.Type != DuckDbType.Varchar)
            throw Mismatch("text");
        const int Stack = 256;
        var most = Encoding.UTF8.GetMaxByteCount(value.Length);
        var bytes = most <= Stack ? stackalloc byte[Stack] : new byte[most];
        Write(row, bytes[..Encoding.UTF8.GetBytes(value, bytes)]);
    }

    /// <summary>A BLOB, or a VARCHAR's UTF-8, which is not checked again.</summary>
    internal void Write(int row, ReadOnlySpan<byte> value)
    {
        if (column.Type is not (DuckDbType.Varchar or DuckDbType.Blob))
            throw Mismatch("bytes");
        if (value.Length > InlineTextBytes)
        {
            fixed (byte* start = value)
                NativeMethods.duckdb_unsafe_vector_assign_string_element_len(vector, (ulong)row, start, (ulong)value.Length);
            return;
        }
        // TRICKY: short text lies in place, and the engine compares all its bytes: the rest must be zero.
        var entry = new Span<byte>(data + (long)row * TextBytes, TextBytes);
        entry.Clear();
        *(int*)(data + (long)row * TextBytes) = value.Length;
        value.CopyTo(entry[4..]);
    }

    internal void WriteNull(int row)
    {
        if (validity == null)
        {
            NativeMethods.duckdb_vector_ensure_validity_writable(vector);
            validity = NativeMethods.duckdb_vector_get_validity(vector);
        }
        validity[row >> 6] &= ~(1UL << (row & 63));
        // The engine looks at the text of NULL rows when it copies a chunk; what lies there must be sound.
        if (Width == TextBytes)
            new Span<byte>(data + (long)row * TextBytes, TextBytes).Clear();
    }

    /// <summary>After a reset the vector may lie elsewhere, and no row of it is NULL.</summary>
    internal void Renew()
    {
        vector = NativeMethods.duckdb_data_chunk_get_vector(chunk, position);
        data = (byte*)NativeMethods.duckdb_vector_get_data(vector);
        validity = null;
    }

    // An index beyond the labels would be stored, and read as whatever lies behind them.
    private long Known(long index) => (ulong)index < (ulong)column.Labels.Count
        ? index
        : throw new DuckDbException($"Column {column.Name} has no label of index {index}.");

    private int Width => column.Storage switch
    {
        DuckDbType.Boolean or DuckDbType.TinyInt or DuckDbType.UTinyInt => 1,
        DuckDbType.SmallInt or DuckDbType.USmallInt => 2,
        DuckDbType.Integer or DuckDbType.UInteger or DuckDbType.Float => 4,
        DuckDbType.Varchar or DuckDbType.Blob or DuckDbType.HugeInt => TextBytes,
        _ => 8,
    };

    private DuckDbException Mismatch(string given) => new($"Column {column.Name} is {column.Type} and takes no {given}.");
}
