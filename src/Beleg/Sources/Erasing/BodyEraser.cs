using System.Text;
using Beleg.Primitives;
using Beleg.Sources.Normalising;

namespace Beleg.Sources.Erasing;

/// <summary>
/// Takes a person out of a delivery so that it still means the same. Values that became keys are replaced by these keys
/// (<see cref="ErasedValue"/>); every other text or long number of the person's items goes, unless an event would change without it
/// (an order's id, a flow's name, a word that means stop): translating tells. Items of others are left alone. Pure.
/// </summary>
/// <param name="hash">The workspace's hash.</param>
/// <param name="translate">Translates a delivery with a given hash, without what is personal.</param>
internal sealed class BodyEraser(KeyedHash hash, Action<Delivery, KeyedHash, Translation> translate)
{
    /// <summary>Shorter values are not looked for within texts: they are part of too much.</summary>
    private const int ShortestWithin = 7;

    // Ids of shops and pages are short numbers that others' items may hold by chance.
    private static readonly string[] FoundWithin = [Identifier.Domain(IdentifierType.Email), Identifier.Domain(IdentifierType.Phone)];

    /// <summary>Erases a person; null where nothing of it is left or ever was.</summary>
    /// <param name="delivery">The delivery.</param>
    /// <param name="provider">Whose format it is in.</param>
    /// <param name="keys">Keys of the person: identifiers, messages, conversations, events.</param>
    /// <param name="values">The person's values where they are known, to be found wherever they stand; what is found is added.</param>
    public byte[]? Erase(Delivery delivery, string provider, IReadOnlySet<Key> keys, ISet<string> values)
    {
        var heard = new Heard();
        var before = new Translation();
        using var witnessed = hash.Witnessed(heard.Note);
        translate(delivery, witnessed, before);
        var own = before.Events.Where(at => Concerns(at.Event, keys)).Select(at => at.Item).ToHashSet();
        var leaves = Leaf.Of(delivery.Body.Span);
        var places = ItemPlaces.Of(provider, delivery.Body);
        foreach (var leaf in leaves)
        {
            if (leaf.Text.Length >= ShortestWithin && heard.KeysOf(leaf.Text).Exists(key => keys.Contains(key.Key) && FoundWithin.Contains(key.Domain)))
                values.UnionWith(leaf.Text.Contains('@', StringComparison.Ordinal) ? [leaf.Text] : [leaf.Text, Digits(leaf.Text)]);
        }

        var mine = MyLeaves(provider, leaves, places, own, leaf => heard.KeysOf(leaf.Text).Exists(key => keys.Contains(key.Key)) || Names(leaf, keys) || Mentions(leaf.Text, values));
        var work = new Work(delivery, Meaning.Of(before), Translated, new Rewording(delivery.Body), [.. values]);
        PutIds(delivery, provider, before, places.Where(place => own.Contains(place.Item)), work.Draft);
        work.Keep(mine.Where(leaf => !leaf.IsHarmless || heard.KeysOf(leaf.Text).Count > 0), leaf => Replacement(leaf, heard));
        if (leaves.Count == 0 && Mentions(Encoding.UTF8.GetString(delivery.Body.Span), values))
            return Encoding.UTF8.GetBytes(Leaf.Erased);
        if (work.Draft.Count == 0)
            return null;
        var body = work.Draft.Compose();
        return Translated(delivery with { Body = body }).AsSpan().SequenceEqual(Meaning.Of(before))
            ? body
            : throw new InvalidOperationException(FormattableString.Invariant($"Delivery {delivery.Seq} would mean something else without the person."));
    }

    /// <summary>Whether an event is about a person.</summary>
    public static bool Concerns(Event happened, IReadOnlySet<Key> keys) =>
        keys.Contains(happened.Id) || keys.Contains(happened.Message) || keys.Contains(happened.Conversation) || happened.Identifiers.Any(name => keys.Contains(name.Key));

    private byte[] Translated(Delivery delivery)
    {
        var translation = new Translation();
        translate(delivery, hash, translation);
        return Meaning.Of(translation);
    }

    private string? Replacement(Leaf leaf, Heard heard) =>
        heard.KeysOf(leaf.Text) is { Count: > 0 } keys ? ErasedValue.Write(hash, keys, heard.CallingCodeOf(leaf.Text)) : null;

    private static List<Leaf> MyLeaves(string provider, List<Leaf> leaves, List<ItemPlaces.Place> places, HashSet<int> own, Func<Leaf, bool> names)
    {
        var items = places.Where(place => place.Item >= 0).ToList();
        var alone = items.Count > 0 && items.TrueForAll(place => own.Contains(place.Item));

        // What the calls of a batch share is about the person too, where all are. WhatsApp shares the contacts, and the business's own data.
        if (alone && provider != "whatsapp")
            return leaves;
        var mine = places.Where(place => own.Contains(place.Item) || (place.Item < 0 && (alone || leaves.Exists(leaf => place.Holds(leaf) && names(leaf))))).ToList();
        return leaves.FindAll(leaf => mine.Exists(place => place.Holds(leaf)) || names(leaf));
    }

    // What was refused made no keys; an address or number is known all the same.
    private bool Names(Leaf leaf, IReadOnlySet<Key> keys)
    {
        if (leaf.Text.Contains('@', StringComparison.Ordinal) && Addresses.Email(leaf.Text) is { } email)
            return keys.Contains(hash.Of(Identifier.Domain(IdentifierType.Email), email));
        return leaf.Text.Length is >= 7 and <= 32
            && PhoneNumber.TryNormalise(leaf.Text.StartsWith('+') ? leaf.Text : "+" + leaf.Text, null, out var e164)
            && keys.Contains(hash.Of(Identifier.Domain(IdentifierType.Phone), e164));
    }

    private static string Digits(string phone) =>
        string.Concat(phone.Where(char.IsAsciiDigit)).TrimStart('0') is { Length: >= ShortestWithin } digits ? digits : phone;

    private static bool Mentions(string text, IEnumerable<string> values) => values.Any(value => text.Contains(value, StringComparison.OrdinalIgnoreCase));

    // A call without an id is known by its bytes; it gets the id it had by them.
    private void PutIds(Delivery delivery, string provider, Translation before, IEnumerable<ItemPlaces.Place> own, Rewording draft)
    {
        if (provider is "whatsapp" or "shopify")
            return;
        foreach (var place in own)
        {
            var call = delivery.Body[place.Start..place.End];
            if (!Json.JsonTape.TryRead(call, out var root, out _) || !root.IsObject || (root["messageId"u8].Text() ?? root["message_id"u8].Text()) is not null)
                continue;
            var id = before.Events.Find(at => at.Item == place.Item).Event.Id;
            var start = place.Start + call.Span.IndexOf((byte)'{');
            draft.PutFirst(start, "messageId", ErasedValue.Write(hash, [("event", delivery.Source, id)], null));
        }
    }

    /// <summary>One body in the making: what is replaced is kept only while the meaning stays.</summary>
    private sealed class Work(Delivery delivery, byte[] meaning, Func<Delivery, byte[]> translated, Rewording draft, List<string> values)
    {
        public Rewording Draft => draft;

        public void Keep(IEnumerable<Leaf> leaves, Func<Leaf, string?> replacement)
        {
            var keyed = new Dictionary<Leaf, string>();
            var plain = new List<Leaf>();
            foreach (var leaf in leaves)
            {
                if (replacement(leaf) is { } token)
                    keyed[leaf] = token;
                else
                    plain.Add(leaf);
            }

            // Values that are compared with each other change together.
            if (!Try(keyed.Keys, leaf => keyed[leaf]))
            {
                foreach (var same in keyed.Keys.GroupBy(leaf => leaf.Text, StringComparer.Ordinal).ToList())
                {
                    if (Try(same, leaf => keyed[leaf]))
                        continue;
                    foreach (var leaf in same.Where(leaf => !Try([leaf], one => keyed[one])))
                        plain.Add(leaf);
                }
            }

            Halve([.. plain.Where(leaf => !leaf.IsHarmless).OrderBy(leaf => leaf.Field, StringComparer.Ordinal).ThenBy(leaf => leaf.Start)]);
        }

        private bool Try(IReadOnlyCollection<Leaf> leaves, Func<Leaf, string> text)
        {
            foreach (var leaf in leaves)
                draft.Replace(leaf, text(leaf));
            if (translated(delivery with { Body = draft.Compose() }).AsSpan().SequenceEqual(meaning))
                return true;
            foreach (var leaf in leaves)
                draft.Restore(leaf);
            return false;
        }

        private bool Try(IEnumerable<Leaf> leaves, Func<Leaf, string> text) => Try([.. leaves], text);

        // Most texts mean nothing to the figures, so halves that do not matter go at once.
        private void Halve(List<Leaf> leaves)
        {
            if (leaves.Count == 0 || Try((IReadOnlyCollection<Leaf>)leaves, _ => Leaf.Erased))
                return;
            if (leaves.Count == 1)
            {
                Soften(leaves[0]);
                return;
            }

            Halve(leaves[..(leaves.Count / 2)]);
            Halve(leaves[(leaves.Count / 2)..]);
        }

        // An address of a page that carries an e-mail; a form's answers, which stand as JSON within a text.
        private void Soften(Leaf leaf)
        {
            if (!leaf.IsText)
                return;
            var inner = Leaf.Of(Encoding.UTF8.GetBytes(leaf.Text));
            if (inner.Count > 0 && leaf.Text.AsSpan().TrimStart() is ['{' or '[', ..])
            {
                var form = new Rewording(Encoding.UTF8.GetBytes(leaf.Text));
                inner.ForEach(answer => form.Replace(answer, Leaf.Erased));
                var answered = Encoding.UTF8.GetString(form.Compose());
                if (answered == leaf.Text || Try([leaf], _ => answered))
                    return;
            }

            var without = values.Aggregate(leaf.Text, (text, value) => text.Replace(value, Leaf.Erased, StringComparison.OrdinalIgnoreCase));
            if (without != leaf.Text)
                Try([leaf], _ => without);
        }
    }
}
