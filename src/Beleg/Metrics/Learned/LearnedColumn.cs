using Beleg.Warehouse.DuckDb;

namespace Beleg.Metrics;

/// <summary>For each credit of some orders the minor units that a model gives it, and whether its touch has a weight.</summary>
internal sealed class LearnedColumn
{
    /// <summary>What tells a credit from another, in SQL.</summary>
    public const string Mark = "xor(\"order\", xor(booking, coalesce(touch, 0)))";

    private const int PageBits = 11;
    private const int PageRows = 1 << PageBits;
    private readonly Dictionary<long, Page> pages = [];
    private readonly Values cents;
    private readonly Values weighted;
    private (long Number, Page? Page) latest = (-1, null);

    public LearnedColumn() => (cents, weighted) = (new Values(this, weighted: false), new Values(this, weighted: true));

    /// <summary>The number of the minor units in a statement.</summary>
    public long Cents => cents.Number;

    /// <summary>The number of whether there is a weight, 0 or 1, in a statement.</summary>
    public long Weighted => weighted.Number;

    /// <summary>How many rows it has memory for.</summary>
    public long Rows => (long)pages.Count * PageRows;

    /// <summary>Sets a row; from one thread, before any statement reads.</summary>
    public void Set(long place, long mark, long minor, bool hasWeight)
    {
        if (latest.Number != place >> PageBits)
        {
            if (!pages.TryGetValue(place >> PageBits, out var page))
                pages[place >> PageBits] = page = new Page(new long[PageRows], new uint[PageRows]);
            latest = (place >> PageBits, page);
        }

        var at = (int)(place & (PageRows - 1));
        (latest.Page!.Minor[at], latest.Page.Marks[at]) = (minor, Fold(mark) | (hasWeight ? 1u : 0));
    }

    // Bit 0 is for the weight and bit 1 says that there is a row.
    private static uint Fold(long mark) => (uint)(((ulong)mark * 0x9E3779B97F4A7C15) >> 32) & ~3u | 2;

    private sealed record Page(long[] Minor, uint[] Marks);

    private sealed class Values(LearnedColumn column, bool weighted) : PlacedValues
    {
        protected override void Read(ReadOnlySpan<long> places, ReadOnlySpan<long> marks, Span<long> values)
        {
            var (number, page) = (-1L, (Page?)null);
            for (var i = 0; i < places.Length; i++)
            {
                if (number != places[i] >> PageBits)
                    page = column.pages.GetValueOrDefault(number = places[i] >> PageBits);
                var at = (int)(places[i] & (PageRows - 1));
                if (page is null || (page.Marks[at] & ~1u) != Fold(marks[i]))
                    throw new DuckDbException("The credits have moved since the model learned from them; ask again.");
                values[i] = weighted ? page.Marks[at] & 1 : page.Minor[at];
            }
        }
    }
}
