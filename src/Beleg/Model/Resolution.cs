using Beleg.Sources;
using NodaTime;

namespace Beleg.Model;

/// <summary>How an episode ended. Silence is no resolution.</summary>
internal static class Resolution
{
    /// <summary>What automation says this soon after a resolution is its closing word, not the beginning of something new.</summary>
    public static readonly Duration ClosingWords = Duration.FromMinutes(1);

    /// <summary>The source says it is resolved; gives who did it where that is news.</summary>
    public static ResolvedBy Resolve(Episode episode, Event happened)
    {
        var said = happened.Payload as ResolutionPayload;
        if (said?.Confirmed == true)
        {
            episode.Confirmed = true;
            episode.ConfirmedAt ??= happened.OccurredAt;
        }

        if (episode.IsClosed && !episode.IsReopened)
            return ResolvedBy.Nobody;
        var by = By(episode, said?.By is { } actor and not Actor.Unknown ? actor : happened.Actor);
        episode.ResolvedBy = by;
        episode.ResolvedAt = happened.OccurredAt;
        episode.Wait = by != ResolvedBy.Timer ? Duration.Zero
            : said?.InactivityWaitSeconds is { } seconds ? Duration.FromSeconds(seconds) : happened.OccurredAt - episode.EndedAt;
        (episode.IsClosed, episode.IsReopened) = (true, false);
        if (by == ResolvedBy.Human)
            (episode.HumanResolved, episode.LastHumanAt) = (true, happened.OccurredAt);
        // A timer's end says nothing new: the episode was over when the last word was said.
        if (by != ResolvedBy.Timer && happened.OccurredAt > episode.EndedAt)
            episode.EndedAt = happened.OccurredAt;
        return by;
    }

    /// <summary>Judges the end once everything is known.</summary>
    public static bool Finish(Episode episode)
    {
        ResponseClock.LeaveOpen(episode);
        var abandoned = IsAbandoned(episode);
        if (abandoned)
        {
            (episode.ResolvedAt, episode.ResolvedBy) = (null, ResolvedBy.Nobody);
            return true;
        }

        if (episode.ResolvedAt is not null)
            return false;
        if (episode.Confirmed)
            (episode.ResolvedAt, episode.ResolvedBy) = (episode.ConfirmedAt, ResolvedBy.Contact);
        else if (episode.GoalAt is { } goal && !(episode.LastHumanAt > goal) && !(episode.HandoffAt > goal))
            (episode.ResolvedAt, episode.ResolvedBy) = (goal, ResolvedBy.Bot);
        return false;
    }

    /// <summary>
    /// Ended by silence, goal not reached, and the last word was an open question or a fallback of the bot; or a timer closed it on
    /// a conversation in which no person acted.
    /// </summary>
    private static bool IsAbandoned(Episode episode)
    {
        if (episode.GoalAt is not null || episode.Confirmed || episode.ResolvedBy is ResolvedBy.Bot or ResolvedBy.Human or ResolvedBy.Contact)
            return false;
        if (episode.ResolvedBy == ResolvedBy.Timer && !episode.HumanActed)
            return true;
        return episode.LastWord is { IsAutomated: true, Payload: { ExpectsReply: true } or { IsFallback: true } };
    }

    private static ResolvedBy By(Episode episode, Actor actor) => actor switch
    {
        Actor.Bot or Actor.Flow => ResolvedBy.Bot,
        Actor.Human => ResolvedBy.Human,
        Actor.Contact => ResolvedBy.Contact,
        Actor.Timer => ResolvedBy.Timer,
        // Nobody says who: where a person was near, it was that person, so that automation is not credited with it.
        _ => episode.HumanInvolved || !episode.IsAutomated ? ResolvedBy.Human : ResolvedBy.Bot,
    };
}
