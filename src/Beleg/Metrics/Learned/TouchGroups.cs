using Beleg.Warehouse.DuckDb;

namespace Beleg.Metrics;

/// <summary>Reads touches order by order (or contact by contact) in one pass, without keeping them.</summary>
internal sealed class TouchGroups(FactReader facts)
{
    /// <summary>What a statement selects of a touch.</summary>
    public const string Columns = "touch, is_chat, channel, traffic_channel";

    private TouchRow[] rows = new TouchRow[64];

    /// <summary>What each channel is called; a visit's after the chat's.</summary>
    public IReadOnlyList<string> Names { get; private set; } = [];

    /// <summary>Hands over the touches of one after the other.</summary>
    /// <param name="sql">Selects whose touch it is, its time and <see cref="Columns"/>; for credits place, booking, its time, kind and minor units as well.</param>
    /// <param name="parameters">Of the statement.</param>
    /// <param name="act">Takes those of one, in no order; it may sort them.</param>
    /// <returns>Whether those of each lay together. Where not, what was handed over is worth nothing.</returns>
    /// <remarks>Facts are written contact by contact, so they nearly always do; sorting millions of rows would cost as much as all the rest.</remarks>
    public bool TryEach(string sql, IReadOnlyList<object?> parameters, Action<Span<TouchRow>> act)
    {
        var (seen, count, together) = (new HashSet<long>(), 0, true);
        facts.Each(sql, parameters, chunk =>
        {
            if (!together)
                return;
            for (var row = 0; row < chunk.Count; row++)
            {
                var read = Read(chunk, row);
                if (count > 0 && rows[0].Of != read.Of)
                {
                    act(rows.AsSpan(0, count));
                    count = 0;
                }

                if (count == 0 && !seen.Add(read.Of))
                {
                    together = false;
                    return;
                }

                if (count == rows.Length)
                    Array.Resize(ref rows, count * 2);
                rows[count++] = read;
            }
        });
        if (together && count > 0)
            act(rows.AsSpan(0, count));
        return together;
    }

    private TouchRow Read(DataChunk chunk, int row)
    {
        if (Names.Count == 0)
            Names = [.. chunk[4].Column.Labels, .. chunk[5].Column.Labels.Select(label => "visit:" + label)];
        var isChat = chunk[3].Bool(row);
        ref readonly var named = ref chunk[isChat ? 4 : 5];
        var touch = chunk[2].IsNull(row) ? 0 : chunk[2].Long(row);
        var channel = touch == 0 || named.IsNull(row) ? -1 : (int)named.Long(row) + (isChat ? 0 : chunk[4].Column.Labels.Count);
        var at = chunk[1].IsNull(row) ? 0 : chunk[1].Long(row);
        return chunk.Columns == 6
            ? new TouchRow(chunk[0].Long(row), at, touch, channel, 0, 0, 0, 0, 0)
            : new TouchRow(chunk[0].Long(row), at, touch, channel, chunk[6].Long(row), chunk[7].Long(row), chunk[8].Long(row), (int)chunk[9].Long(row), chunk[10].Long(row));
    }
}
