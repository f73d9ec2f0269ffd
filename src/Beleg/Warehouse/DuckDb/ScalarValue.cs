using NodaTime;

namespace Beleg.Warehouse.DuckDb;

/// <summary>Reads a row's first value as the type that is asked for.</summary>
internal static class ScalarValue
{
    internal static T Read<T>(DuckDbRow row)
    {
        var wanted = Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T);
        object? value = wanted switch
        {
            _ when wanted == typeof(long) => row.Long(0),
            _ when wanted == typeof(int) => row.Int(0),
            _ when wanted == typeof(bool) => row.Bool(0),
            _ when wanted == typeof(double) => row.Double(0),
            _ when wanted == typeof(decimal) => row.Decimal(0),
            _ when wanted == typeof(Int128) => row.Wide(0),
            _ when wanted == typeof(string) => row.Text(0),
            _ when wanted == typeof(Instant) => row.Instant(0),
            _ when wanted == typeof(LocalDate) => row.Date(0),
            _ when wanted == typeof(byte[]) => row.Bytes(0),
            _ when wanted == typeof(object) => row.Value(0),
            _ => throw new NotSupportedException($"A {typeof(T).Name} cannot be read from the warehouse."),
        };
        return (T)value!;
    }
}
