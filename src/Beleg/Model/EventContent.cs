using Beleg.Sources;

namespace Beleg.Model;

/// <summary>
/// What an event says, apart from when: two deliveries of one event may differ in the times alone, since a call without a time takes that
/// of its arrival. Names and texts of people are not compared; they are in no event that is stored.
/// </summary>
internal static class EventContent
{
    /// <summary>The content as bytes.</summary>
    public static byte[] Of(Event happened)
    {
        var writer = new EventWriter();
        EventCodec.Write(happened with { OccurredAt = default, UpdatedAt = null }, writer);
        return writer.Written.ToArray();
    }

    /// <summary>
    /// Whether the versions of one event contradict each other. A thing whose later state replaces the earlier (an order of a shop) only
    /// does where two states claim the same time.
    /// </summary>
    /// <param name="versions">All that came with the id, in any order.</param>
    /// <param name="kept">The one that counts.</param>
    public static EventConflict? Conflict(IReadOnlyList<Event> versions, Event kept)
    {
        var contents = versions.Select(version => (Version: version, Content: Convert.ToBase64String(Of(version)))).ToList();
        var counts = Convert.ToBase64String(Of(kept));
        if (contents.TrueForAll(version => version.Content == counts))
            return null;
        var distinct = kept.Revises
            ? contents.GroupBy(version => version.Version.UpdatedAt).Max(same => same.Select(version => version.Content).Distinct().Count())
            : contents.Select(version => version.Content).Distinct().Count();
        var later = kept.UpdatedAt is { } at && contents.TrueForAll(version => version.Content == counts || version.Version.UpdatedAt is null || version.Version.UpdatedAt < at);
        return distinct > 1 ? new EventConflict(kept, distinct, later) : null;
    }
}
