using NodaTime;

namespace Beleg.Model;

/// <summary>
/// The clock of a person's first answer. It starts at the hand-off request, or at the contact's first message where no automation
/// spoke; what the contact says later never restarts it, and what the business says before the contact does not start it.
/// </summary>
internal static class ResponseClock
{
    /// <summary>A person wrote a real answer.</summary>
    public static void Stop(Episode episode, Instant at)
    {
        if (episode.HumanAnswerAt is not null)
            return;
        episode.HumanClockAt ??= Start(episode);
        if (episode.HumanClockAt is not null)
            episode.HumanAnswerAt = at;
    }

    /// <summary>Nothing more comes: an unanswered clock stays open.</summary>
    public static void LeaveOpen(Episode episode) => episode.HumanClockAt ??= Start(episode);

    private static Instant? Start(Episode episode)
    {
        if (episode.HandoffAt is { } asked)
            return asked;
        return episode.AutomationAnswered || episode.FlowEntered ? null : episode.FirstInboundAt;
    }
}
