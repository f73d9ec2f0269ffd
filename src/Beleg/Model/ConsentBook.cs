using Beleg.Primitives;
using Beleg.Sources;
using NodaTime;

namespace Beleg.Model;

/// <summary>
/// A contact's consent, span by span, for each purpose and channel. A withdrawal that says again what was said already is a further
/// proof of the same one.
/// </summary>
internal sealed class ConsentBook
{
    /// <summary>The purpose that campaigns need.</summary>
    public const string Marketing = "marketing";

    private readonly List<Span> spans = [];

    public IReadOnlyList<Span> Spans => spans;

    public void Clear() => spans.Clear();

    /// <summary>Takes acts in order of time.</summary>
    public void Take(Event happened)
    {
        if (happened.Payload is not ConsentPayload consent)
            return;
        if (happened.Kind == EventKind.ConsentGiven)
            Give(happened, consent);
        else
            Withdraw(happened, consent);
    }

    /// <summary>Whether any consent holds at an instant, or is given after it and not later than an end.</summary>
    public bool IsValid(Instant at, Instant end)
    {
        foreach (var span in spans)
        {
            if (span.GivenAt is { } given && given <= end && !(span.WithdrawnAt <= (given > at ? end : at)) && !(span.ValidUntil <= at))
                return true;
        }

        return false;
    }

    /// <summary>When marketing was last agreed to and not taken back.</summary>
    public Instant? LatestMarketing()
    {
        Instant? latest = null;
        foreach (var span in spans)
        {
            if (span.Purpose == Marketing && span.WithdrawnAt is null && (latest is null || span.GivenAt > latest))
                latest = span.GivenAt;
        }

        return latest;
    }

    /// <summary>The latest withdrawal of marketing that no consent on its channel followed.</summary>
    public Span? OptOut()
    {
        Span? latest = null;
        foreach (var span in spans)
        {
            if (span.Purpose != Marketing || span.WithdrawnAt is not { } withdrawn || (latest is not null && latest.WithdrawnAt >= withdrawn))
                continue;
            if (!spans.Exists(s => s.Purpose == Marketing && s.GivenAt > withdrawn && Covers(s.Channel, span.Channel)))
                latest = span;
        }

        return latest;
    }

    private void Give(Event happened, ConsentPayload consent)
    {
        var open = spans.FindLast(s => s.Purpose == consent.Purpose && s.Channel == happened.Channel);
        if (open is { GivenAt: not null, WithdrawnAt: null } && !(open.ValidUntil <= happened.OccurredAt))
        {
            // Said again while it holds: the same span, perhaps for longer.
            open.ValidUntil = open.ValidUntil is null || consent.ValidUntil is null ? null : Instant.Max(open.ValidUntil.Value, consent.ValidUntil.Value);
            return;
        }

        spans.Add(new Span(happened.Id, consent.Purpose, happened.Channel)
        {
            GivenAt = happened.OccurredAt,
            ValidUntil = consent.ValidUntil,
            Wording = consent.WordingVersion,
        });
    }

    private void Withdraw(Event happened, ConsentPayload consent)
    {
        var found = false;
        foreach (var span in spans)
        {
            if (span.Purpose != consent.Purpose || !Covers(happened.Channel, span.Channel))
                continue;
            var isLast = spans.FindLast(s => s.Purpose == span.Purpose && s.Channel == span.Channel) == span;
            if (!isLast)
                continue;
            span.WithdrawnAt ??= happened.OccurredAt;
            span.Proofs++;
            found = true;
        }

        if (!found)
            spans.Add(new Span(happened.Id, consent.Purpose, happened.Channel) { WithdrawnAt = happened.OccurredAt, Proofs = 1 });
    }

    /// <summary>Whether words about one channel hold for another; Other speaks for all.</summary>
    private static bool Covers(Channel said, Channel asked) => said == Channel.Other || said == asked;

    public sealed class Span(Key first, string purpose, Channel channel)
    {
        public Key Key { get; } = first.With(21);

        public string Purpose { get; } = purpose;

        public Channel Channel { get; } = channel;

        public Instant? GivenAt { get; set; }

        public Instant? WithdrawnAt { get; set; }

        public Instant? ValidUntil { get; set; }

        public string? Wording { get; set; }

        public int Proofs { get; set; }
    }
}
