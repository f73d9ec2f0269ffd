using Beleg.Sources;
using NodaTime;

namespace Beleg.App.Hosting;

/// <summary>How one source of a workspace does, the same on the page, in the interface and on the command line.</summary>
/// <param name="Settings">The source.</param>
/// <param name="Deliveries">How many deliveries of it the journal holds.</param>
/// <param name="LastAt">Arrival of the latest; null where there is none.</param>
/// <param name="Refused">Items of them that could not be translated.</param>
/// <param name="TurnedAwayAt">When something it sent was turned away last; null where nothing was.</param>
/// <param name="State">In one word.</param>
internal sealed record SourceGlance(SourceSettings Settings, long Deliveries, Instant? LastAt, long Refused, Instant? TurnedAwayAt, SourceState State)
{
    /// <summary>A source that let this pass without a word is quiet. A day, since shops and chats have nights and every one of them has a day.</summary>
    public static readonly Duration QuietAfter = Duration.FromHours(24);

    /// <summary>How long a turned away delivery is what most needs a look.</summary>
    public static readonly Duration TroubledFor = Duration.FromHours(1);

    /// <summary>Since when it is quiet; null where it is not.</summary>
    public Instant? QuietSince => State == SourceState.Quiet ? LastAt : null;

    /// <summary>The sources of a workspace: those that were added, and of those that every workspace has the ones that delivered.</summary>
    public static IReadOnlyList<SourceGlance> List(Installation data, string workspace, Instant now)
    {
        var kept = data.Journal.Counts(workspace).ToDictionary(count => count.Source);
        var refused = data.State.Refusals.Counts(workspace).ToLookup(count => count.Source, count => count.Items);
        var turnedAway = data.State.Door.List(workspace).ToLookup(away => away.Source, away => away.LastAt);
        var sources = data.State.Sources.List(workspace)
            .Concat(BuiltInSources.All.Where(source => source.Name is "segment" || kept.ContainsKey(source.Name)))
            .DistinctBy(source => source.Name);
        return
        [
            .. sources.Select(source =>
            {
                var count = kept.GetValueOrDefault(source.Name);
                Instant? away = turnedAway[source.Name].Select(at => (Instant?)at).Max();
                return new SourceGlance(source, count?.Deliveries ?? 0, count?.LastReceivedAt, refused[source.Name].Sum(), away, Judge(count?.LastReceivedAt, away, now));
            }),
        ];
    }

    /// <summary>How a source does.</summary>
    /// <param name="lastAt">Arrival of its latest delivery.</param>
    /// <param name="turnedAwayAt">When it was turned away last.</param>
    /// <param name="now">Now.</param>
    public static SourceState Judge(Instant? lastAt, Instant? turnedAwayAt, Instant now) =>
        turnedAwayAt is { } away && now - away < TroubledFor ? SourceState.TurningAway
        : lastAt is not { } last ? SourceState.Never
        : now - last <= QuietAfter ? SourceState.Receiving
        : SourceState.Quiet;
}
