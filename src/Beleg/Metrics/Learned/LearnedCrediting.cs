using Beleg.Model;
using Beleg.Primitives;

namespace Beleg.Metrics;

/// <summary>
/// Shares each booking of orders among their touches by learned weights, to the cent: what <see cref="LearnedCredit"/> says in SQL, in one
/// pass over the credits.
/// </summary>
internal sealed class LearnedCrediting(LearnedWeights weights, TouchGroups groups, LearnedColumn column)
{
    private static readonly Comparison<TouchRow> ByBooking = (a, b) =>
        a.Kind != b.Kind ? a.Kind.CompareTo(b.Kind)
        : a.BookedAt != b.BookedAt ? a.BookedAt.CompareTo(b.BookedAt)
        : a.Booking != b.Booking ? a.Booking.CompareTo(b.Booking)
        : a.At != b.At ? a.At.CompareTo(b.At) : a.Touch.CompareTo(b.Touch);

    private ulong[] own = new ulong[64];
    private long[] given = new long[64];
    private long[] held = new long[64];
    private TouchRow[] touches = new TouchRow[64];
    private long[]? known;

    /// <summary>The credits of every order that has one on these days, by booking or by conversation.</summary>
    public static LearnedColumn Read(FactReader facts, LearnedWeights weights, Period days) =>
        Read(facts, weights, days, "") ?? Read(facts, weights, days, " ORDER BY \"order\"")!;

    private static LearnedColumn? Read(FactReader facts, LearnedWeights weights, Period days, string sorted)
    {
        var (groups, column) = (new TouchGroups(facts), new LearnedColumn());
        var crediting = new LearnedCrediting(weights, groups, column);
        const string Concerned = "(day >= $1::date AND day < $2::date) OR (conversation_day >= $1::date AND conversation_day < $2::date)";
        return groups.TryEach(
            $"""
            SELECT "order", epoch_us(touch_at), {TouchGroups.Columns}, rowid, booking, epoch_us(booked_at), kind, linear
            FROM credit WHERE "order" IN (SELECT "order" FROM credit WHERE {Concerned}){sorted}
            """,
            [days.From, days.To],
            crediting.Share) ? column : null;
    }

    private void Share(Span<TouchRow> rows)
    {
        if (rows.Length > 1)
            rows.Sort(ByBooking);
        var count = Touches(rows);
        var all = count > 0 ? Weigh(count) : 0;
        held.AsSpan(0, count).Clear();
        var net = 0L;
        for (int from = 0, to; from < rows.Length; from = to)
        {
            var minor = 0L;
            for (to = from; to < rows.Length && rows[to].Booking == rows[from].Booking; to++)
                minor += rows[to].Touch == 0 ? 0 : rows[to].Minor;
            net += minor;
            if (all > 0)
                LargestRemainder.Allocate(net, own.AsSpan(0, count), given.AsSpan(0, count));
            for (var (i, place) = (from, 0); i < to; i++)
            {
                ref readonly var row = ref rows[i];
                var mark = row.Of ^ row.Booking ^ row.Touch;
                if (row.Touch == 0)
                {
                    column.Set(row.Place, mark, row.Minor, hasWeight: false);
                    continue;
                }

                // Sorted alike, the next touch is mostly the next row.
                var touch = place < count && touches[place].Touch == row.Touch ? place : Find(row.Touch, count);
                place = touch + 1;
                column.Set(row.Place, mark, touch < 0 ? 0 : given[touch] - held[touch], touch >= 0 && own[touch] > 0);
            }

            (held, given) = (given, held);
        }
    }

    // The touches of an order are those of its own booking, by time.
    private int Touches(ReadOnlySpan<TouchRow> rows)
    {
        if (touches.Length < rows.Length)
            (touches, own, given, held) = (new TouchRow[rows.Length * 2], new ulong[rows.Length * 2], new long[rows.Length * 2], new long[rows.Length * 2]);
        var count = 0;
        foreach (ref readonly var row in rows)
        {
            if (row.Kind == (int)CreditKind.Order && row.Touch != 0)
                touches[count++] = row;
        }

        return count;
    }

    private int Find(long touch, int count)
    {
        for (var i = 0; i < count; i++)
        {
            if (touches[i].Touch == touch)
                return i;
        }

        return -1;
    }

    private ulong Weigh(int count)
    {
        known ??= [.. groups.Names.Select(name => weights.Channels.FirstOrDefault(c => c.Channel == name).Weight)];
        var any = false;
        for (var i = 0; i < count; i++)
            any |= WeightOf(touches[i].Channel) > 0;
        var whole = 0UL;
        for (var i = 0; i < count; i++)
        {
            var same = 0;
            for (var other = 0; other < count; other++)
                same += touches[other].Channel == touches[i].Channel ? 1 : 0;
            own[i] = (ulong)(any ? WeightOf(touches[i].Channel) : (long)LearnedWeights.Scale) / (ulong)same;
            whole += own[i];
        }

        return whole;
    }

    private long WeightOf(int channel) => channel < 0 ? 0 : known![channel];
}
