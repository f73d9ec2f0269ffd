using Beleg.Primitives;
using Beleg.Sources;
using NodaTime;

namespace Beleg.Model;

/// <summary>A click that counts, with what it leads to and the repeats it stands for.</summary>
internal sealed record CountedClick(Key Key, Event Source, ClickPayload? Payload, Episode? Episode)
{
    public Instant At => Source.OccurredAt;

    public Channel Channel => Source.Channel == Channel.Other && Episode is not null ? Episode.Channel : Source.Channel;

    /// <summary>Click ids it and its repeats carried on.</summary>
    public List<string> Bids { get; } = [];
}
