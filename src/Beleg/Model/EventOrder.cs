using System.Runtime.InteropServices;
using Beleg.Sources;

namespace Beleg.Model;

/// <summary>
/// The one order in which a cluster's events are read, whatever order they came in: each event once, by time, then by what causes
/// what, then by id. Buffers are kept; one instance per thread.
/// </summary>
internal sealed class EventOrder
{
    private readonly EventWriter left = new();
    private readonly EventWriter right = new();
    private Entry[] entries = new Entry[64];
    private long[] ids = new long[64];
    private int[] positions = new int[64];
    private long[] seen = new long[256];

    /// <summary>Events of the last sorting that came with one id and other content.</summary>
    public List<EventConflict> Conflicts { get; } = [];

    /// <summary>Fills <paramref name="into"/> with each event once, in order.</summary>
    public void Sort(IReadOnlyList<Event> events, List<Event> into)
    {
        into.Clear();
        Conflicts.Clear();
        var count = events.Count;
        if (entries.Length < count)
        {
            var size = Math.Max(count, entries.Length * 2);
            entries = new Entry[size];
            ids = new long[size];
            positions = new int[size];
        }

        var sorted = true;
        for (var i = 0; i < count; i++)
        {
            var happened = events[i];
            ids[i] = happened.Id.Value;
            positions[i] = i;
            entries[i] = new Entry(happened.OccurredAt.ToUnixTimeTicks(), Rank(happened), happened.Id.Value, i);
            sorted &= i == 0 || entries[i - 1].CompareTo(entries[i]) <= 0;
        }

        var dropped = HasRepeats(count) ? DropRepeats(events, count) : 0;
        if (!sorted)
            entries.AsSpan(0, count).Sort();
        CollectionsMarshal.SetCount(into, count - dropped);
        var target = CollectionsMarshal.AsSpan(into);
        var at = 0;
        for (var i = 0; i < count; i++)
        {
            if (positions[entries[i].Position] >= 0)
                target[at++] = events[entries[i].Position];
        }
    }

    /// <summary>Whether any id comes twice: a small open table, because nearly always none does.</summary>
    private bool HasRepeats(int count)
    {
        var size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)count * 2 + 2);
        if (seen.Length < size)
            seen = new long[size];
        var table = seen.AsSpan(0, size);
        table.Clear();
        for (var i = 0; i < count; i++)
        {
            // Ids are bits of an HMAC, so they spread by themselves; 0 is no id and marks a free place.
            var at = (int)ids[i] & (size - 1);
            while (table[at] != 0 && table[at] != ids[i])
                at = (at + 1) & (size - 1);
            if (table[at] == ids[i])
                return true;
            table[at] = ids[i];
        }

        return false;
    }

    /// <summary>Marks the position of every event that another with its id replaces by -1; gives how many.</summary>
    private int DropRepeats(IReadOnlyList<Event> events, int count)
    {
        var order = ids.AsSpan(0, count);
        Span<int> by = count <= 256 ? stackalloc int[count] : new int[count];
        positions.AsSpan(0, count).CopyTo(by);
        order.Sort(by);
        var dropped = 0;
        for (var (start, end) = (0, 1); start < count; start = end++)
        {
            while (end < count && order[end] == order[start])
                end++;
            if (end - start > 1)
                dropped += Settle(events, by[start..end]);
        }

        return dropped;
    }

    /// <summary>Keeps one of the events at some places, which have one id; gives how many are dropped.</summary>
    private int Settle(IReadOnlyList<Event> events, ReadOnlySpan<int> places)
    {
        var kept = places[0];
        foreach (var place in places[1..])
        {
            var other = place;
            if (Wins(events[other], events[kept]))
                (kept, other) = (other, kept);
            positions[other] = -1;
        }

        var versions = new Event[places.Length];
        for (var i = 0; i < places.Length; i++)
            versions[i] = events[places[i]];
        if (EventContent.Conflict(versions, events[kept]) is { } conflict)
            Conflicts.Add(conflict);
        return places.Length - 1;
    }

    /// <summary>Whether the first of two events with one id replaces the second: later by the source's own clock, else the greater bytes.</summary>
    private bool Wins(Event first, Event second)
    {
        if (first.UpdatedAt != second.UpdatedAt)
            return second.UpdatedAt is null || first.UpdatedAt > second.UpdatedAt;
        if (ReferenceEquals(first, second))
            return true;
        left.Clear();
        right.Clear();
        EventCodec.Write(first, left);
        EventCodec.Write(second, right);
        return left.Written.SequenceCompareTo(right.Written) > 0;
    }

    /// <summary>
    /// What comes first of two events of one instant: many sources know only seconds. A visit before the words, the contact's words
    /// before what they set off, the end after everything, deliveries last.
    /// </summary>
    private static long Rank(Event happened)
    {
        long kind = happened.Kind switch
        {
            EventKind.ContactSeen or
                EventKind.ContactsMerged or
                EventKind.MergeUndone => 0,
            EventKind.SessionStarted => 1,
            EventKind.LinkClicked => 2,
            EventKind.ConversationReopened => 3,
            EventKind.MessageReceived => 4,
            EventKind.ButtonClicked => 5,
            EventKind.FlowEntered => 6,
            EventKind.FlowBranchChosen => 7,
            EventKind.FlowStepReached => 8,
            EventKind.HandoffRequested => 9,
            EventKind.HandoffAccepted => 10,
            EventKind.MessageSent => 11,
            EventKind.IntentDetected or
                EventKind.IntentLabelled => 12,
            EventKind.ConsentGiven => 13,
            EventKind.ConsentWithdrawn => 14,
            EventKind.LeadCaptured => 15,
            EventKind.FlowGoalReached => 17,
            EventKind.FlowExited => 18,
            EventKind.HandoffExpired => 19,
            EventKind.ConversationResolved => 20,
            EventKind.SurveySent => 21,
            EventKind.SurveyAnswered => 22,
            EventKind.MessageDelivered => 23,
            EventKind.MessageRead => 24,
            EventKind.MessageFailed => 25,
            EventKind.OrderCompleted => 30,
            EventKind.OrderUpdated => 31,
            EventKind.OrderRefunded => 32,
            EventKind.OrderCancelled => 33,
            _ => 28,
        };
        var step = happened.Payload is FlowPayload { StepIndex: { } index } ? Math.Clamp(index, 0, 0xFFFFFF) : 0;
        return (kind << 24) | (uint)step;
    }

    private readonly record struct Entry(long Ticks, long Rank, long Id, int Position) : IComparable<Entry>
    {
        public int CompareTo(Entry other)
        {
            var order = Ticks.CompareTo(other.Ticks);
            if (order == 0)
                order = Rank.CompareTo(other.Rank);
            return order == 0 ? Id.CompareTo(other.Id) : order;
        }

        public static bool operator <(Entry left, Entry right) => left.CompareTo(right) < 0;

        public static bool operator >(Entry left, Entry right) => left.CompareTo(right) > 0;

        public static bool operator <=(Entry left, Entry right) => left.CompareTo(right) <= 0;

        public static bool operator >=(Entry left, Entry right) => left.CompareTo(right) >= 0;
    }
}
