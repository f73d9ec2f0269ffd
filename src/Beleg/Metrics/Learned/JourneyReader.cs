using System.Runtime.InteropServices;
using Beleg.Attribution.DataDriven;

namespace Beleg.Metrics;

/// <summary>Reads the journeys of a period: the channels before each of its orders, and those of touches that led to none.</summary>
internal static class JourneyReader
{
    private static readonly Comparison<TouchRow> ByTime = (a, b) => a.At != b.At ? a.At.CompareTo(b.At) : a.Touch.CompareTo(b.Touch);

    /// <summary>The journeys, by their channels.</summary>
    public static JourneyTable Read(FactReader facts, Period period) => Read(facts, period, sorted: false) ?? Read(facts, period, sorted: true)!;

    private static JourneyTable? Read(FactReader facts, Period period, bool sorted)
    {
        var (steps, starts) = (new List<int>(), new List<int> { 0 });
        var groups = new TouchGroups(facts);
        object?[] days = [period.From, period.To];
        var order = sorted ? " ORDER BY 1" : "";
        if (!groups.TryEach($"""SELECT "order", epoch_us(touch_at), {TouchGroups.Columns} FROM credit WHERE kind = 'order' AND touch IS NOT NULL AND day >= $1::date AND day < $2::date{order}""", days, Add))
            return null;
        var converted = starts.Count - 1;
        return groups.TryEach($"""SELECT contact, epoch_us("at"), {TouchGroups.Columns} FROM touch AS t WHERE day >= $1::date AND day < $2::date AND NOT EXISTS (SELECT 1 FROM credit AS c WHERE c.touch = t.touch){order}""", days, Add)
            ? JourneyTable.Of(groups.Names, CollectionsMarshal.AsSpan(steps), CollectionsMarshal.AsSpan(starts), converted)
            : null;

        void Add(Span<TouchRow> touches)
        {
            if (touches.Length > 1)
                touches.Sort(ByTime);
            foreach (ref readonly var touch in touches)
            {
                if (touch.Channel >= 0)
                    steps.Add(touch.Channel);
            }

            // Without any channel there is nothing to learn from.
            if (steps.Count > starts[^1])
                starts.Add(steps.Count);
        }
    }

    /// <summary>What a channel is called, from a credit or a touch. A touch of a web visit is told from a chat's: 'email' may be both.</summary>
    public static string NameOf(string of) => $"CASE WHEN {of}.touch IS NULL THEN NULL WHEN {of}.is_chat THEN {of}.channel::varchar ELSE 'visit:' || {of}.traffic_channel::varchar END";
}
