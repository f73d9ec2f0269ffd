using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Beleg.Model;

namespace Beleg.Warehouse.Facts;

/// <summary>One name for all facts, whatever the order of their rows: SHA-256 over each table's number of rows and the sum of their hashes.</summary>
internal sealed class FactsHash
{
    private readonly SortedDictionary<string, (long Rows, UInt128 Sum)> tables = new(StringComparer.Ordinal);

    /// <summary>Of the facts of a batch; the same as of a warehouse that holds them.</summary>
    internal static string Of(FactBatch batch)
    {
        var hash = new FactsHash();
        foreach (var table in FactTables.All)
            table.Sum(batch, hash);
        return hash.ToString();
    }

    internal void Add(string table, ReadOnlySpan<RowHash> rows)
    {
        var (count, sum) = tables.GetValueOrDefault(table);
        foreach (var row in rows)
            sum = unchecked(sum + row.Value);
        tables[table] = (count + rows.Length, sum);
    }

    /// <summary>64 hexadecimal digits.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var (table, (rows, sum)) in tables)
        {
            if (rows > 0)
                text.Append(CultureInfo.InvariantCulture, $"{table} {rows} {sum:x32}\n");
        }
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
