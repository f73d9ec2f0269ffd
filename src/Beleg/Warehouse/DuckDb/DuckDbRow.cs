using NodaTime;

namespace Beleg.Warehouse.DuckDb;

/// <summary>One row of a data chunk. A getter without <c>OrNull</c> refuses NULL.</summary>
internal readonly struct DuckDbRow(DataChunk chunk, int row)
{
    internal bool IsNull(int column) => chunk[column].IsNull(row);

    internal bool Bool(int column) => Filled(column).Bool(row);
    internal int Int(int column) => checked((int)Filled(column).Long(row));
    internal long Long(int column) => Filled(column).Long(row);
    internal Int128 Wide(int column) => Filled(column).Wide(row);
    internal double Double(int column) => Filled(column).Double(row);
    internal decimal Decimal(int column) => Filled(column).Decimal(row);
    internal Instant Instant(int column) => Filled(column).Instant(row);
    internal LocalDate Date(int column) => Filled(column).Date(row);
    internal string Text(int column) => Filled(column).Text(row);
    internal byte[] Bytes(int column) => Filled(column).Bytes(row).ToArray();

    internal bool? BoolOrNull(int column) => IsNull(column) ? null : Bool(column);
    internal int? IntOrNull(int column) => IsNull(column) ? null : Int(column);
    internal long? LongOrNull(int column) => IsNull(column) ? null : Long(column);
    internal Int128? WideOrNull(int column) => IsNull(column) ? null : Wide(column);
    internal double? DoubleOrNull(int column) => IsNull(column) ? null : Double(column);
    internal decimal? DecimalOrNull(int column) => IsNull(column) ? null : Decimal(column);
    internal Instant? InstantOrNull(int column) => IsNull(column) ? null : Instant(column);
    internal LocalDate? DateOrNull(int column) => IsNull(column) ? null : Date(column);
    internal string? TextOrNull(int column) => IsNull(column) ? null : Text(column);
    internal byte[]? BytesOrNull(int column) => IsNull(column) ? null : Bytes(column);

    internal long[] Longs(int column) => Filled(column).List(row, static (elements, index) => elements.Long(index));
    internal double[] Doubles(int column) => Filled(column).List(row, static (elements, index) => elements.Double(index));
    internal string?[] Texts(int column) => Filled(column).List(row, static (elements, index) => elements.IsNull(index) ? null : elements.Text(index));

    /// <summary>The value in the .NET type that fits the column, or null; for rows whose columns are not known beforehand.</summary>
    internal object? Value(int column)
    {
        if (IsNull(column))
            return null;
        return chunk[column].Column.Type switch
        {
            DuckDbType.Boolean => Bool(column),
            DuckDbType.Varchar or DuckDbType.Enum => Text(column),
            DuckDbType.Float or DuckDbType.Double => Double(column),
            DuckDbType.Decimal => Decimal(column),
            DuckDbType.Timestamp or DuckDbType.TimestampTz => Instant(column),
            DuckDbType.Date => Date(column),
            DuckDbType.Blob => Bytes(column),
            DuckDbType.HugeInt => Wide(column),
            _ => Long(column),
        };
    }

    private DataVector Filled(int column) => chunk[column].IsNull(row)
        ? throw new DuckDbException($"Column {chunk[column].Column.Name} is NULL where a value is needed.")
        : chunk[column];
}
