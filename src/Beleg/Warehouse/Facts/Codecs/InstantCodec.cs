using Beleg.Warehouse.DuckDb;
using NodaTime;

namespace Beleg.Warehouse.Facts;

/// <summary>An instant, floored to microseconds.</summary>
internal readonly struct InstantCodec : IFactCodec<Instant>
{
    public static FactType Type { get; } = new(FactKind.Instant);

    public static void Write(AppenderColumn into, int row, Instant value) => into.Write(row, ParameterValue.Microseconds(value));

    public static Instant Read(in DataVector stored, int row) => stored.Instant(row);

    public static void Mix(ref RowHash hash, Instant value) => hash.Add(ParameterValue.Microseconds(value));

    public static void Mix(ref RowHash hash, in DataVector stored, int row) => hash.Add(stored.Long(row));
}
