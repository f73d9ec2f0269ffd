using System.Runtime.CompilerServices;
using System.Text;
using NodaTime;

namespace Beleg.Warehouse.DuckDb;

/// <summary>One column of one data chunk. Spans and list elements point into the chunk and die with it; text and bytes are copies.</summary>
internal readonly unsafe struct DataVector
{
    private const int InlineTextBytes = 12;
    private const int TextBytes = 16;
    private readonly void* data;
    private readonly ulong* validity;
    private readonly nint vector;

    internal DataVector(nint vector, DuckDbColumn column, int count)
    {
        this.vector = vector;
        data = NativeMethods.duckdb_vector_get_data(vector);
        validity = NativeMethods.duckdb_vector_get_validity(vector);
        Column = column;
        Count = count;
    }

    internal DuckDbColumn Column { get; }
    internal int Count { get; }

    /// <summary>False is a promise that no row is NULL; true that some may be.</summary>
    internal bool MayBeNull => validity != null;

    internal bool IsNull(int row) => validity != null && (validity[row >> 6] & (1UL << (row & 63))) == 0;

    /// <summary>The raw values; those of NULL rows are undefined. The element must be as wide as the column's storage.</summary>
    internal ReadOnlySpan<T> Values<T>() where T : unmanaged
    {
        if (Unsafe.SizeOf<T>() != Width(Column.Storage))
            throw Mismatch(typeof(T).Name);
        return new(data, Count);
    }

    /// <summary>A whole number of any width, an enum's index, a boolean as 0 or 1.</summary>
    /// <exception cref="OverflowException">The value needs more than 64 bits.</exception>
    internal long Long(int row) => Column.Storage switch
    {
        DuckDbType.BigInt => ((long*)data)[row],
        DuckDbType.Boolean or DuckDbType.UTinyInt => ((byte*)data)[row],
        DuckDbType.TinyInt => ((sbyte*)data)[row],
        DuckDbType.SmallInt => ((short*)data)[row],
        DuckDbType.USmallInt => ((ushort*)data)[row],
        DuckDbType.Integer => ((int*)data)[row],
        DuckDbType.UInteger => ((uint*)data)[row],
        DuckDbType.UBigInt => checked((long)((ulong*)data)[row]),
        DuckDbType.HugeInt => checked((long)Huge(row)),
        _ => throw Mismatch("a whole number"),
    };

    internal bool Bool(int row) => Column.Type == DuckDbType.Boolean ? ((byte*)data)[row] != 0 : throw Mismatch("a boolean");

    internal Int128 Wide(int row) => Column.Storage == DuckDbType.HugeInt ? Huge(row) : Long(row);

    internal double Double(int row) => Column.Type switch
    {
        DuckDbType.Double => ((double*)data)[row],
        DuckDbType.Float => ((float*)data)[row],
        DuckDbType.Decimal => (double)Decimal(row),
        _ => (double)Wide(row),
    };

    /// <exception cref="OverflowException">The value has more than the 29 digits of a <see cref="decimal"/>.</exception>
    internal decimal Decimal(int row)
    {
        var unscaled = Wide(row);
        if (Column.Type != DuckDbType.Decimal || Column.Scale == 0)
            return checked((decimal)unscaled);
        // Through the parts, since an unscaled value may exceed what the scaled one does not.
        var magnitude = UInt128.CreateChecked(Int128.Abs(unscaled));
        if (magnitude >> 96 == 0 && Column.Scale <= 28)
            return new((int)(uint)magnitude, (int)(uint)(magnitude >> 32), (int)(uint)(magnitude >> 64), unscaled < 0, Column.Scale);
        var divisor = Int128.Parse("1" + new string('0', Column.Scale), System.Globalization.CultureInfo.InvariantCulture);
        return checked((decimal)(unscaled / divisor)) + (decimal)((double)(unscaled % divisor) / (double)divisor);
    }

    internal Instant Instant(int row) => Column.Type is DuckDbType.Timestamp or DuckDbType.TimestampTz
        ? NodaTime.Instant.FromUnixTimeTicks(checked(((long*)data)[row] * 10))
        : throw Mismatch("an instant");

    internal LocalDate Date(int row) => Column.Type == DuckDbType.Date
        ? ParameterValue.Date(((int*)data)[row])
        : throw Mismatch("a date");

    /// <summary>A text, or an enum's label.</summary>
    internal string Text(int row) => Column.Type switch
    {
        DuckDbType.Varchar => Encoding.UTF8.GetString(Bytes(row)),
        DuckDbType.Enum => Column.Labels[(int)Long(row)],
        _ => throw Mismatch("text"),
    };

    /// <summary>The bytes of a BLOB or of a text's UTF-8, still inside the chunk.</summary>
    internal ReadOnlySpan<byte> Bytes(int row)
    {
        if (Column.Type is not (DuckDbType.Varchar or DuckDbType.Blob))
            throw Mismatch("bytes");
        // Sixteen bytes: the length, then up to twelve bytes in place, else four of them again and a pointer.
        var entry = (byte*)data + (long)row * TextBytes;
        var length = *(int*)entry;
        return new(length <= InlineTextBytes ? entry + 4 : *(byte**)(entry + 8), length);
    }

    /// <summary>A LIST's elements, each read by <paramref name="read"/> from the vector of all elements of the chunk.</summary>
    internal T[] List<T>(int row, ElementReader<T> read)
    {
        var element = Column.Element ?? throw Mismatch("a list");
        var (offset, length) = (((ulong*)data)[row * 2], ((ulong*)data)[row * 2 + 1]);
        var elements = new DataVector(NativeMethods.duckdb_list_vector_get_child(vector), element, checked((int)(offset + length)));
        var values = new T[length];
        for (var index = 0; index < values.Length; index++)
            values[index] = read(elements, (int)offset + index);
        return values;
    }

    private Int128 Huge(int row) => new((ulong)((long*)data)[row * 2 + 1], ((ulong*)data)[row * 2]);

    private static int Width(DuckDbType storage) => storage switch
    {
        DuckDbType.Boolean or DuckDbType.TinyInt or DuckDbType.UTinyInt => 1,
        DuckDbType.SmallInt or DuckDbType.USmallInt => 2,
        DuckDbType.Integer or DuckDbType.UInteger or DuckDbType.Float => 4,
        DuckDbType.BigInt or DuckDbType.UBigInt or DuckDbType.Double => 8,
        DuckDbType.HugeInt => 16,
        _ => 0,
    };

    private DuckDbException Mismatch(string wanted) => new($"Column {Column.Name} is {Column.Type} and cannot be read as {wanted}.");
}
