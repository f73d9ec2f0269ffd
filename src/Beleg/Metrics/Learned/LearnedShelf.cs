using System.Globalization;
using Beleg.Warehouse;

namespace Beleg.Metrics;

/// <summary>The columns that were asked for last, of facts as they are just now; the oldest go where they would take much memory.</summary>
internal sealed class LearnedShelf : IByPlace
{
    /// <summary>A row takes twelve bytes.</summary>
    private const long MostRows = 12_000_000;

    private readonly List<(string Key, LearnedColumn Column)> columns = [];

    /// <summary>The column that weights give the credits of some days; null where it is not here.</summary>
    public LearnedColumn? Take(LearnedWeights weights, Period days)
    {
        var key = KeyOf(weights, days);
        lock (columns)
            return columns.Find(c => c.Key == key).Column;
    }

    /// <summary>Keeps a column.</summary>
    public LearnedColumn Put(LearnedWeights weights, Period days, LearnedColumn column)
    {
        lock (columns)
        {
            columns.Add((KeyOf(weights, days), column));
            while (columns.Count > 1 && columns.Sum(c => c.Column.Rows) > MostRows)
                columns.RemoveAt(0);
        }

        return column;
    }

    // By what was learned, not by how: chains of several lengths learn different weights from the same period.
    private static string KeyOf(LearnedWeights weights, Period days) => string.Create(
        CultureInfo.InvariantCulture, $"{days.From:uuuu-MM-dd} {days.To:uuuu-MM-dd} {string.Join(' ', weights.Channels.Select(c => (c.Channel, c.Weight)))}");
}
