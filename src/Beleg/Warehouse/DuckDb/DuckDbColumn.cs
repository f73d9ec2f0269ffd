namespace Beleg.Warehouse.DuckDb;

/// <summary>A result's column: its name and how its values lie in memory.</summary>
internal sealed class DuckDbColumn
{
    private DuckDbColumn(string name, DuckDbType type) => (Name, Type, Storage) = (name, type, type);

    internal string Name { get; }
    internal DuckDbType Type { get; }

    /// <summary>The type of the values in memory: for an enum its index, for a decimal its integer.</summary>
    internal DuckDbType Storage { get; private set; }

    /// <summary>Decimals of a DECIMAL.</summary>
    internal byte Scale { get; private set; }

    /// <summary>An ENUM's labels, by index.</summary>
    internal IReadOnlyList<string> Labels { get; private set; } = [];

    /// <summary>The elements of a LIST.</summary>
    internal DuckDbColumn? Element { get; private set; }

    /// <summary>Reads a logical type and frees it.</summary>
    internal static DuckDbColumn Take(string name, nint logicalType)
    {
        var column = new DuckDbColumn(name, NativeMethods.duckdb_get_type_id(logicalType));
        switch (column.Type)
        {
            case DuckDbType.Decimal:
                column.Scale = NativeMethods.duckdb_decimal_scale(logicalType);
                column.Storage = NativeMethods.duckdb_decimal_internal_type(logicalType);
                break;
            case DuckDbType.Enum:
                column.Storage = NativeMethods.duckdb_enum_internal_type(logicalType);
                column.Labels = ReadLabels(logicalType);
                break;
            case DuckDbType.List:
                column.Element = Take(name, NativeMethods.duckdb_list_type_child_type(logicalType));
                break;
            case DuckDbType.Date:
                column.Storage = DuckDbType.Integer;
                break;
            case DuckDbType.Timestamp or DuckDbType.TimestampTz:
                column.Storage = DuckDbType.BigInt;
                break;
        }
        NativeMethods.duckdb_destroy_logical_type(ref logicalType);
        return column;
    }

    private static string[] ReadLabels(nint logicalType)
    {
        var labels = new string[NativeMethods.duckdb_enum_dictionary_size(logicalType)];
        for (var index = 0; index < labels.Length; index++)
            labels[index] = NativeMethods.TakeText(NativeMethods.duckdb_enum_dictionary_value(logicalType, (ulong)index));
        return labels;
    }
}
