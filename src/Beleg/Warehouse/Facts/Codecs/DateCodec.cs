using Beleg.Warehouse.DuckDb;
using NodaTime;

namespace Beleg.Warehouse.Facts;

/// <summary>A day, counted from 1970.</summary>
internal readonly struct DateCodec : IFactCodec<LocalDate>
{
    public static FactType Type { get; } = new(FactKind.Date);

    public static void Write(AppenderColumn into, int row, LocalDate value) => into.Write(row, (long)ParameterValue.Days(value));

    public static LocalDate Read(in DataVector stored, int row) => stored.Date(row);

    public static void Mix(ref RowHash hash, LocalDate value) => hash.Add(ParameterValue.Days(value));

    public static void Mix(ref RowHash hash, in DataVector stored, int row) => hash.Add(stored.Long(row));
}
