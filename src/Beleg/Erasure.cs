using System.Buffers;
using System.Text;
using Beleg.Journal;
using Beleg.Model;
using Beleg.Primitives;
using Beleg.Sources;
using Beleg.Sources.Erasing;
using Beleg.Sources.Normalising;
using Beleg.Sources.Track;
using Beleg.State;

namespace Beleg;

/// <summary>
/// Erases people of one workspace: their values leave the journal, the keys made of them stay, so no figure changes, also not by a
/// rebuild. What is delivered again later is erased as it comes. One caller at a time, and never beside the stream.
/// </summary>
public sealed class Erasure(ErasureParts parts, Pipeline pipeline)
{
    private const int BatchRows = 2_000;
    private const long BatchBytes = 16L << 20;

    private readonly BodyEraser eraser = new(parts.Hash, parts.Translate);
    private long checkedUpTo = -1;

    /// <summary>Erases the person that a name is known to be.</summary>
    /// <param name="name">An identifier in any spelling, or the contact's key as pages show it.</param>
    /// <param name="type">What kind of identifier, as the vocabulary calls it; null tries all.</param>
    /// <param name="dryRun">Finds and proves everything, and writes nothing.</param>
    /// <param name="progress">Told what is being read.</param>
    /// <param name="cancellationToken">Leaves everything as it was; an erasure that has begun to write is finished.</param>
    /// <exception cref="UserErrorException">Nobody, or more than one, is known by that name; or a source of theirs was removed.</exception>
    public async Task<ErasureOutcome> EraseAsync(string name, string? type, bool dryRun, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        var person = Find(name, type);
        var values = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var rewrites = new SortedDictionary<long, Rewrite>();
        foreach (var delivery in await parts.Journal.ReadManyAsync(parts.Workspace, [.. person.Seqs], cancellationToken))
            Add(delivery, person.Keys, values, rewrites);

        // TRICKY: a value learnt from a late delivery may stand in an early one; and what was refused, or is about others, is in no history.
        await SweepAsync(person.Keys, values, rewrites, progress, cancellationToken);
        var links = 0;
        if (!dryRun)
        {
            parts.State.Erasures.Add(parts.Workspace, person.Keys);
            if (rewrites.Count > 0)
                await parts.Journal.RewriteAsync(parts.Workspace, [.. rewrites.Values], CancellationToken.None);
            links = parts.State.Links.Forget(parts.Workspace, link => KeysOf(link).Any(person.Keys.Contains));
            parts.State.Notes.Forget(parts.Workspace, values);
        }

        return new ErasureOutcome(person.Contact.ToString(), person.Events, rewrites.Count, links, dryRun);
    }

    /// <summary>Erases from what came since it was last asked whoever was erased before. Says how many deliveries.</summary>
    public async Task<int> EraseRepeatedAsync(CancellationToken cancellationToken)
    {
        if (checkedUpTo < 0)
            checkedUpTo = pipeline.Bookmark;
        var last = parts.Journal.LastSeq(parts.Workspace);
        var keys = last > checkedUpTo ? parts.State.Erasures.Of(parts.Workspace) : new HashSet<Key>();
        if (keys.Count == 0)
        {
            checkedUpTo = Math.Max(checkedUpTo, last);
            return 0;
        }

        var count = 0;
        while (await parts.Journal.ReadAsync(parts.Workspace, checkedUpTo, BatchRows, BatchBytes, cancellationToken) is { Count: > 0 } deliveries)
        {
            var rewrites = new SortedDictionary<long, Rewrite>();
            foreach (var delivery in deliveries.Where(IsReadable))
                Add(delivery, keys, new HashSet<string>(StringComparer.OrdinalIgnoreCase), rewrites);
            if (rewrites.Count > 0)
                await parts.Journal.RewriteAsync(parts.Workspace, [.. rewrites.Values], cancellationToken);
            count += rewrites.Count;
            checkedUpTo = deliveries[^1].Seq;
        }

        return count;
    }

    private bool IsReadable(Delivery delivery) => parts.SourceOf(delivery.Source) is not null;

    private void Add(Delivery delivery, IReadOnlySet<Key> keys, HashSet<string> values, SortedDictionary<long, Rewrite> rewrites)
    {
        var source = parts.SourceOf(delivery.Source)
            ?? throw new UserErrorException($"The source {delivery.Source} was removed, so its deliveries cannot be read: add it again under that name, then erase.");
        if (eraser.Erase(delivery, source.Provider, keys, values) is { } body)
            rewrites[delivery.Seq] = new Rewrite(delivery.Seq, body);
    }

    private async Task SweepAsync(IReadOnlySet<Key> keys, HashSet<string> values, SortedDictionary<long, Rewrite> rewrites, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        if (values.Count == 0)
            return;
        var sought = SearchValues.Create([.. values], StringComparison.OrdinalIgnoreCase);
        var after = 0L;
        var read = 0;
        while (await parts.Journal.ReadAsync(parts.Workspace, after, BatchRows, BatchBytes, cancellationToken) is { Count: > 0 } deliveries)
        {
            foreach (var delivery in deliveries)
            {
                var current = rewrites.TryGetValue(delivery.Seq, out var rewritten) ? delivery with { Body = rewritten.Body } : delivery;
                if (Mentions(current.Body.Span, sought))
                    Add(current, keys, values, rewrites);
            }

            after = deliveries[^1].Seq;
            progress?.Report(FormattableString.Invariant($"{parts.Workspace}: {read += deliveries.Count} deliveries searched …"));
        }

        progress?.Report("");
    }

    // A text may be escaped in the body: what is sought is then looked for in what it says.
    private static bool Mentions(ReadOnlySpan<byte> body, SearchValues<string> sought) =>
        Encoding.UTF8.GetString(body).AsSpan().ContainsAny(sought)
        || (body.IndexOf("\\u"u8) >= 0 && Leaf.Of(body).Exists(leaf => leaf.Text.AsSpan().ContainsAny(sought)));

    private Belongings Find(string name, string? type)
    {
        var found = new Dictionary<Key, Belongings>();
        foreach (var key in NameKeys.Of(parts.Hash, name.Trim(), type, parts.Sources()).Distinct())
        {
            if (pipeline.Dossiers.Find(key) is { } person)
                found[person.Contact] = person;
        }

        return found.Count switch
        {
            1 => found.Values.Single(),
            0 => throw new UserErrorException("Nobody is known by that name, or too many are: give an e-mail, a phone number with its country code, an id as it was delivered, or the contact's key of 16 hex digits."),
            _ => throw new UserErrorException($"{found.Count} people are known by that name: say with --type what it is, or give the contact's key of 16 hex digits."),
        };
    }

    // A link says which message it stands in, but not always from which account: any of the workspace's may have sent it.
    private IEnumerable<Key> KeysOf(NewLink link)
    {
        if (link.Recipient is { } recipient && Normalise.Identifier(parts.Hash, recipient.Type, recipient.Scope, recipient.Value, null, withValue: false) is { } identifier)
            yield return identifier.Key;
        if (link.MessageId is not { } message || !Labels<Channel>.TryRead(link.Channel ?? string.Empty, out var channel))
            yield break;
        foreach (var account in parts.Sources().SelectMany(source => source.AccountIds).Append(link.AccountId).Append(null).Distinct(StringComparer.Ordinal))
            yield return MessageKeys.Of(parts.Hash, channel, account, message);
    }
}
