using Beleg.Primitives;
using Beleg.Sources;

namespace Beleg.Model;

/// <summary>
/// Cuts a contact's events into episodes, in the order they happened. The source's own conversation wins where there is one; else a
/// longer silence than the gap starts a new episode. A resolution ends an episode in either case: what is said after it is another
/// one, linked to it. What names no conversation goes to the one that is going on on its channel.
/// </summary>
internal sealed class Threads(FoldSettings settings)
{
    private const int Channels = 16;
    private readonly Dictionary<Key, Thread> own = [];
    private readonly Thread?[] bySilence = new Thread?[Channels];
    private readonly Thread?[] latest = new Thread?[Channels];
    private Thread? latestOfAll;
    private List<Episode> episodes = null!;

    public void Start(List<Episode> into)
    {
        episodes = into;
        own.Clear();
        Array.Clear(bySilence);
        Array.Clear(latest);
        latestOfAll = null;
    }

    /// <summary>The episode a new activity belongs to, begun where there is none.</summary>
    /// <param name="happened">The activity.</param>
    /// <param name="key">What a new episode is named after.</param>
    /// <param name="reopens">Whether it starts another episode once one is resolved; a survey prompt does not.</param>
    /// <param name="alone">Whether it starts an episode where there is none at all.</param>
    public Episode? Enter(Event happened, Key key, bool reopens = true, bool alone = true)
    {
        var thread = ThreadOf(happened);
        var current = thread?.Current;
        var isSilent = current is not null && happened.OccurredAt - current.LastActivity > settings.ConversationGap;
        var reopened = current is { IsClosed: true } && reopens && (thread!.IsOwn || !isSilent);
        var cut = current is null || reopened || (isSilent && !thread!.IsOwn);
        if (cut && !alone)
            return current;
        if (thread is null)
            bySilence[(int)happened.Channel] = thread = new Thread(false);
        if (cut)
            current = Begin(thread, happened, key, reopened ? current : null);
        latest[(int)current!.Channel] = latestOfAll = thread;
        return current;
    }

    /// <summary>The episode something happened in that neither begins nor prolongs one; null where there is none.</summary>
    public Episode? Find(Event happened) =>
        happened.Conversation.IsNone ? ThreadOf(happened)?.Current
        : own.TryGetValue(happened.Conversation, out var thread) ? thread.Current : null;

    private Thread? ThreadOf(Event happened)
    {
        if (!happened.Conversation.IsNone)
            return Own(happened);
        var going = happened.Channel == Channel.Other && happened.Kind is not (EventKind.MessageReceived or EventKind.MessageSent)
            ? latestOfAll : latest[(int)happened.Channel];
        if (going?.Current is { } current && (going.IsOwn ? !current.IsClosed && IsWithinGap(current, happened) : true))
            return going;
        return bySilence[(int)happened.Channel];
    }

    private Thread Own(Event happened)
    {
        if (own.TryGetValue(happened.Conversation, out var thread))
            return thread;
        // A flow that was entered a moment before the source named its conversation is the beginning of that conversation.
        var going = latest[(int)happened.Channel] ?? latest[(int)Channel.Other];
        if (going is { IsOwn: false, Current: { Messages: 0, IsClosed: false } empty } && IsWithinGap(empty, happened))
        {
            thread = new Thread(true) { Current = empty };
            empty.SourceConversation = happened.Conversation;
            going.Current = null;
        }

        thread ??= new Thread(true);
        own.Add(happened.Conversation, thread);
        return thread;
    }

    private bool IsWithinGap(Episode episode, Event happened) => happened.OccurredAt - episode.LastActivity <= settings.ConversationGap;

    private Episode Begin(Thread thread, Event happened, Key key, Episode? reopenOf)
    {
        var episode = new Episode
        {
            Key = key.With(1),
            SourceConversation = happened.Conversation,
            ReopenOf = reopenOf,
            Channel = happened.Channel,
            StartedAt = happened.OccurredAt,
            EndedAt = happened.OccurredAt,
            LastActivity = happened.OccurredAt,
        };
        thread.Current = episode;
        episodes.Add(episode);
        return episode;
    }

    private sealed class Thread(bool isOwn)
    {
        /// <summary>Whether the source itself names it.</summary>
        public bool IsOwn { get; } = isOwn;

        public Episode? Current { get; set; }
    }
}
