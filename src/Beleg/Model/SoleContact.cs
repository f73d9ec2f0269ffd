using Beleg.Primitives;
using Beleg.Sources;

namespace Beleg.Model;

/// <summary>
/// Most clusters are one contact, and seeing that is cheap: few names, all joined, no act of an operator, no event without a name.
/// It only ever says yes where <see cref="Identity"/> would find the same. One instance per thread.
/// </summary>
internal sealed class SoleContact
{
    private const int MostNames = 8;
    private readonly Identifier[] names = new Identifier[MostNames];
    private readonly int[] groups = new int[MostNames];

    /// <summary>Whether everything is one contact.</summary>
    public bool TryFind(List<Event> events, IReadOnlySet<Key> quarantined, int maxContactsPerIdentifier, out Person person)
    {
        person = default;
        if (maxContactsPerIdentifier < MostNames)
            return false;
        var count = 0;
        foreach (var happened in events)
        {
            if (happened.Identifiers.Count == 0 || happened.Kind is EventKind.ContactsMerged or EventKind.MergeUndone)
                return false;
            // The usual event has the one name that the one before had.
            if (count == 1 && happened.Identifiers.Count == 1 && happened.Identifiers[0].Key == names[0].Key)
                continue;
            if (!Gather(happened, names, groups, ref count))
                return false;
        }

        var best = -1;
        for (var i = 0; i < count; i++)
        {
            if (groups[i] != groups[0] || (quarantined.Count > 0 && quarantined.Contains(names[i].Key)))
                return false;
            if (names[i].IsStrong && (best < 0 || names[i].Type < names[best].Type || (names[i].Type == names[best].Type && names[i].Key < names[best].Key)))
                best = i;
        }

        // Without a strong name only a single one is plain.
        if (best < 0 && count != 1)
            return false;
        person = new Person(names[Math.Max(best, 0)].Key, count);
        return true;
    }

    private static bool Gather(Event happened, Span<Identifier> names, Span<int> groups, ref int count)
    {
        var strong = -1;
        foreach (var name in happened.Identifiers)
        {
            var at = 0;
            while (at < count && names[at].Key != name.Key)
                at++;
            if (at == count)
            {
                if (count == MostNames)
                    return false;
                names[count] = name;
                groups[count] = count;
                count++;
            }

            if (name.IsStrong && strong < 0)
                strong = at;
        }

        if (happened.Trust == Trust.Browser || strong < 0)
            return true;
        foreach (var name in happened.Identifiers)
        {
            var at = 0;
            while (names[at].Key != name.Key)
                at++;
            Relabel(groups[..count], groups[at], groups[strong], name.IsStrong, out var bridged);
            if (bridged)
                return false;
        }

        return true;
    }

    /// <summary>Joins two groups; a weak name that is in another group already would bridge, which only <see cref="Identity"/> can judge.</summary>
    private static void Relabel(Span<int> groups, int from, int to, bool isStrong, out bool bridged)
    {
        var size = 0;
        foreach (var group in groups)
            size += group == from ? 1 : 0;
        bridged = !isStrong && from != to && size > 1;
        foreach (ref var group in groups)
        {
            if (group == from)
                group = to;
        }
    }
}
