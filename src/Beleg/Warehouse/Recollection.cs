using System.Collections.Concurrent;

namespace Beleg.Warehouse;

/// <summary>
/// What was made of the facts as they are just now, for whoever asks the same before they change: four readers of a page between two
/// changes cost one. With the next change all of it is forgotten, so it can never tell of other facts.
/// </summary>
internal sealed class Recollection
{
    /// <summary>A workspace's pages ask some tens of things; far above that somebody asks something else each time.</summary>
    private const int Most = 500;

    private volatile Of? current;

    /// <summary>What was made of exactly these facts; null where nothing was.</summary>
    /// <param name="versions">The facts, as a view was opened with them.</param>
    /// <param name="key">What was asked.</param>
    internal object? Find(MonthVersions versions, string key) =>
        current is { } known && ReferenceEquals(known.Versions, versions) ? known.Made.GetValueOrDefault(key) : null;

    /// <summary>Keeps what was made of these facts.</summary>
    internal void Keep(MonthVersions versions, string key, object made)
    {
        var known = current;
        if (known is null || !ReferenceEquals(known.Versions, versions) || known.Made.Count >= Most)
            current = known = new(versions, new(StringComparer.Ordinal));
        known.Made[key] = made;
    }

    /// <summary>Forgets what holds only while every row stays at its place: letting go of a file may write it anew.</summary>
    internal void ForgetPlaces()
    {
        if (current is not { } known)
            return;
        foreach (var (key, _) in known.Made.Where(made => made.Value is IByPlace))
            known.Made.TryRemove(key, out _);
    }

    private sealed record Of(MonthVersions Versions, ConcurrentDictionary<string, object> Made);
}
