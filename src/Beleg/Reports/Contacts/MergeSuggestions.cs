using Beleg.Primitives;
using Beleg.Sources;
using Beleg.Sources.Normalising;
using Beleg.Sources.Track;

namespace Beleg.Reports.Contacts;

/// <summary>
/// Finds who else a contact may be, from weak evidence only: what is strong has joined them already. People's data is not searched:
/// names are asked for by their keys, and whoever lies in the same cluster is looked at anyway.
/// </summary>
/// <param name="dossiers">Opens what belongs together.</param>
/// <param name="hash">The workspace's hash.</param>
internal sealed class MergeSuggestions(IDossiers dossiers, KeyedHash hash)
{
    private const int Most = 5;

    /// <summary>A name that more contacts came with tells nobody apart.</summary>
    private const int MostWithOneName = 4;

    private const string Mail = "email";
    private const string Telephone = "phone";

    /// <summary>The suggestions, the surest first, each contact once.</summary>
    /// <param name="contact">The contact.</param>
    /// <param name="dossier">Its cluster.</param>
    /// <param name="told">Its events with what is personal.</param>
    public IReadOnlyList<MergeSuggestion> Find(Key contact, Dossier dossier, IReadOnlyList<Event> told)
    {
        var own = told.SelectMany(e => e.Identifiers).Select(i => i.Key).ToHashSet();
        return
        [
            .. Claimed(told).Concat(Elsewhere(told)).Concat(WithinCluster(contact, dossier, told))
                .Where(found => found.Contact != contact && !IsParted(own, found.Contact))
                .OrderBy(found => found.Reason).DistinctBy(found => found.Contact).Take(Most),
        ];
    }

    private IEnumerable<MergeSuggestion> Claimed(IReadOnlyList<Event> told)
    {
        foreach (var traits in told.Where(e => e.Trust == Trust.Browser).Select(e => e.Personal?.Traits).OfType<IReadOnlyDictionary<string, string>>())
        {
            foreach (var (trait, type, reason) in new[] { (Mail, IdentifierType.Email, MergeReason.UnverifiedEmail), (Telephone, IdentifierType.Phone, MergeReason.UnverifiedPhone) })
            {
                if (traits.GetValueOrDefault(trait) is { } said && Normalise.Identifier(hash, type, string.Empty, said, null, withValue: true) is { } name && OwnerOf(name.Key) is { } other)
                    yield return new MergeSuggestion(other, reason, name.Value);
            }
        }
    }

    private IEnumerable<MergeSuggestion> Elsewhere(IReadOnlyList<Event> told)
    {
        foreach (var handle in told.SelectMany(e => e.Identifiers).Where(i => i.Type == IdentifierType.Handle && i.Value.Length > 0).DistinctBy(i => i.Key))
        {
            foreach (var channel in Labels<Channel>.All.Where(channel => channel != handle.Scope))
            {
                if (OwnerOf(Identifier.Of(hash, IdentifierType.Handle, channel, handle.Value).Key) is { } other)
                    yield return new MergeSuggestion(other, MergeReason.SameHandleElsewhere, handle.Value);
            }
        }
    }

    private static IEnumerable<MergeSuggestion> WithinCluster(Key contact, Dossier dossier, IReadOnlyList<Event> told)
    {
        var weak = told.SelectMany(e => e.Identifiers).Where(i => !i.IsStrong).GroupBy(i => i.Key).ToDictionary(g => g.Key, g => (g.First().Type, Value: g.Select(i => i.Value).LastOrDefault(v => v.Length > 0)));
        var people = dossier.Facts.Contacts.Where(c => c.IsPerson).Select(c => c.Contact).ToHashSet();
        var sharers = dossier.Events
            .SelectMany(e => e.Event.Identifiers, (e, i) => (Owner: dossier.Owners.GetValueOrDefault(e.Event.Id), i.Key))
            .Where(one => weak.ContainsKey(one.Key) && one.Owner != contact && people.Contains(one.Owner))
            .Distinct().GroupBy(one => one.Key).Where(shared => shared.Count() <= MostWithOneName);
        foreach (var shared in sharers)
        {
            var (type, value) = weak[shared.Key];
            foreach (var (owner, _) in shared)
                yield return new MergeSuggestion(owner, type == IdentifierType.Handle ? MergeReason.SharedHandle : MergeReason.SharedBrowser, type == IdentifierType.Handle ? value : null);
        }
    }

    // What somebody parted on purpose is not offered again.
    private bool IsParted(HashSet<Key> own, Key other)
    {
        if (dossiers.Open(other) is not { } dossier)
            return false;
        var theirs = dossier.Events.Where(e => dossier.Owners.GetValueOrDefault(e.Event.Id) == other).SelectMany(e => e.Event.Identifiers).Select(i => i.Key).ToHashSet();
        return dossier.Events
            .Where(e => e.Event.Payload is MergePayload merge && ((own.Contains(merge.A) && theirs.Contains(merge.B)) || (own.Contains(merge.B) && theirs.Contains(merge.A))))
            .Select(e => e.Event.Kind).LastOrDefault() == EventKind.MergeUndone;
    }

    private Key? OwnerOf(Key name)
    {
        if (dossiers.Open(name) is not { } dossier)
            return null;
        var owner = dossier.Events.Where(e => e.Event.Trust != Trust.Browser && e.Event.Identifiers.Any(i => i.Key == name)).Select(e => dossier.Owners.GetValueOrDefault(e.Event.Id)).FirstOrDefault(o => !o.IsNone);
        return owner.IsNone || !dossier.Facts.Contacts.Exists(c => c.Contact == owner && c.IsPerson) ? null : owner;
    }
}
