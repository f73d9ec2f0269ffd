using Beleg.Primitives;

namespace Beleg.Model.Histories;

/// <summary>
/// Which node of a rebuild each message was first met under. Ten million messages are looked up three times each, so this is the
/// plainest table there is: twelve bytes an entry, one probe as a rule, since keys are evenly spread already.
/// </summary>
internal sealed class MessageNodes
{
    private long[] keys = new long[1 << 12];
    private int[] nodes = new int[1 << 12];
    private int count;

    /// <summary>The node a message was first met under, which is this one where it was not met before.</summary>
    public int Meet(Key message, int node)
    {
        var at = Place(message.Value);
        if (keys[at] != 0)
            return nodes[at];
        (keys[at], nodes[at]) = (message.Value, node);
        if (++count > keys.Length - (keys.Length >> 2))
            Grow();
        return node;
    }

    /// <summary>The node of a message; -1 where it was not met.</summary>
    public int Find(Key message)
    {
        var at = Place(message.Value);
        return keys[at] == 0 ? -1 : nodes[at];
    }

    private int Place(long key)
    {
        var mask = keys.Length - 1;
        var at = (int)(key ^ (key >>> 32)) & mask;
        while (keys[at] != 0 && keys[at] != key)
            at = (at + 1) & mask;
        return at;
    }

    private void Grow()
    {
        var (oldKeys, oldNodes) = (keys, nodes);
        (keys, nodes) = (new long[oldKeys.Length * 2], new int[oldKeys.Length * 2]);
        for (var i = 0; i < oldKeys.Length; i++)
        {
            if (oldKeys[i] == 0)
                continue;
            var at = Place(oldKeys[i]);
            (keys[at], nodes[at]) = (oldKeys[i], oldNodes[i]);
        }
    }
}
