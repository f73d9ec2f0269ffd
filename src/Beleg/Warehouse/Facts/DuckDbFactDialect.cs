using System.Globalization;
using Beleg.Warehouse.DuckDb;

namespace Beleg.Warehouse.Facts;

/// <summary>DuckDB: enumerations are types of the file, so that columns of different tables compare as numbers.</summary>
internal sealed class DuckDbFactDialect : FactDialect
{
    protected override IEnumerable<string> CreateEnumeration(FactType type) =>
        [$"create type {Sql.Name(type.Name)} as enum ({string.Join(", ", type.Known.Select(Sql.Text))})"];

    protected override string CreateTable(FactTable table)
    {
        var columns = table.Columns.Select(column => $"  {Sql.Name(column.Name)} {TypeOf(column.Type)}{(column.Required ? " not null" : "")}");
        return $"create table {Sql.Name(table.Name)} (\n{string.Join(",\n", columns)}\n)";
    }

    private static string TypeOf(FactType type) => type.Kind switch
    {
        FactKind.Key or FactKind.Long => "bigint",
        FactKind.Int => "integer",
        FactKind.Bool => "boolean",
        FactKind.Instant => "timestamp",
        FactKind.Date => "date",
        FactKind.Text => "varchar",
        FactKind.Decimal => string.Create(CultureInfo.InvariantCulture, $"decimal(38, {DecimalCodec.Decimals})"),
        FactKind.Label => Sql.Name(type.Name),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type.Kind, null),
    };
}
