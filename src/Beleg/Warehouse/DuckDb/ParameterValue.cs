using System.Text;
using NodaTime;

namespace Beleg.Warehouse.DuckDb;

/// <summary>Turns a .NET value into the engine's: one table of what may be bound.</summary>
internal static unsafe class ParameterValue
{
    /// <summary>1970-01-01, counted as the runtime counts days.</summary>
    private static readonly int Epoch = new DateOnly(1970, 1, 1).DayNumber;

    /// <summary>Creates a value that the caller destroys.</summary>
    /// <exception cref="ArgumentException">The type cannot be bound; the message names the type, not the value.</exception>
    internal static nint Create(object? value) => value switch
    {
        null => NativeMethods.duckdb_create_null_value(),
        bool flag => NativeMethods.duckdb_create_bool(flag),
        byte or sbyte or short or ushort or int => NativeMethods.duckdb_create_int32(Convert.ToInt32(value, System.Globalization.CultureInfo.InvariantCulture)),
        uint number => NativeMethods.duckdb_create_int64(number),
        long number => NativeMethods.duckdb_create_int64(number),
        ulong number => NativeMethods.duckdb_create_uint64(number),
        Int128 number => NativeMethods.duckdb_create_hugeint(NativeHugeInt.From(number)),
        double number => NativeMethods.duckdb_create_double(number),
        float number => NativeMethods.duckdb_create_double(number),
        decimal number => NativeMethods.duckdb_create_decimal(NativeDecimal.From(number)),
        string text => Text(text),
        byte[] bytes => Blob(bytes),
        Instant instant => NativeMethods.duckdb_create_timestamp(Microseconds(instant)),
        DateTime time => NativeMethods.duckdb_create_timestamp(Microseconds(time)),
        LocalDate date => NativeMethods.duckdb_create_date(Days(date)),
        long[] numbers => List(DuckDbType.BigInt, numbers, static number => NativeMethods.duckdb_create_int64(number)),
        string[] texts => List(DuckDbType.Varchar, texts, Text),
        _ => throw new ArgumentException($"A {value.GetType().Name} cannot be bound to a statement.", nameof(value)),
    };

    /// <summary>Microseconds since 1970, floored: a TIMESTAMP.</summary>
    internal static long Microseconds(Instant instant)
    {
        var ticks = instant.ToUnixTimeTicks();
        return ticks >= 0 ? ticks / 10 : (ticks - 9) / 10;
    }

    /// <summary>Days since 1970: a DATE.</summary>
    internal static int Days(LocalDate date) => date.ToDateOnly().DayNumber - Epoch;

    /// <summary>The day that <see cref="Days"/> counted.</summary>
    internal static LocalDate Date(int days) => LocalDate.FromDateOnly(DateOnly.FromDayNumber(days + Epoch));

    private static long Microseconds(DateTime time) => time.Kind == DateTimeKind.Utc
        ? Microseconds(Instant.FromDateTimeUtc(time))
        : throw new ArgumentException("Only a DateTime in UTC names an instant.", nameof(time));

    // TRICKY: pinning an empty array gives a null pointer, which the engine takes for no value at all and later follows.
    private static nint Text(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var none = (byte)0;
        fixed (byte* start = bytes)
            return NativeMethods.duckdb_create_varchar_length(start == null ? &none : start, (ulong)bytes.Length);
    }

    private static nint Blob(byte[] bytes)
    {
        var none = (byte)0;
        fixed (byte* start = bytes)
            return NativeMethods.duckdb_create_blob(start == null ? &none : start, (ulong)bytes.Length);
    }

    private static nint List<T>(DuckDbType element, T[] items, Func<T, nint> create)
    {
        var values = Array.ConvertAll(items, item => create(item));
        var type = NativeMethods.duckdb_create_logical_type(element);
        try
        {
            var none = (nint)0;
            fixed (nint* start = values)
                return NativeMethods.duckdb_create_list_value(type, start == null ? &none : start, (ulong)values.Length);
        }
        finally
        {
            NativeMethods.duckdb_destroy_logical_type(ref type);
            for (var index = 0; index < values.Length; index++)
                NativeMethods.duckdb_destroy_value(ref values[index]);
        }
    }
}
