using Beleg.Primitives;
using Beleg.Sources;
using NodaTime;

namespace Beleg.Model;

/// <summary>One hand-off to a person.</summary>
public sealed record HandoffFact
{
    /// <summary>The hand-off.</summary>
    public required Key Handoff { get; init; }

    /// <summary>The contact.</summary>
    public required Key Contact { get; init; }

    /// <summary>Its episode.</summary>
    public required Key Conversation { get; init; }

    /// <summary>Messaging channel.</summary>
    public required Channel Channel { get; init; }

    /// <summary>Flow it came from.</summary>
    public string? FlowId { get; init; }

    /// <summary>Requested.</summary>
    public required Instant RequestedAt { get; init; }

    /// <summary>Its day.</summary>
    public required LocalDate Day { get; init; }

    /// <summary>Taken.</summary>
    public Instant? AcceptedAt { get; init; }

    /// <summary>Nobody took it.</summary>
    public Instant? ExpiredAt { get; init; }

    /// <summary>First public human message.</summary>
    public Instant? AnsweredAt { get; init; }

    /// <summary>Fields the person needs.</summary>
    public required int Required { get; init; }

    /// <summary>Of these, filled.</summary>
    public required int Filled { get; init; }

    /// <summary>The contact had to say it again.</summary>
    public bool? Repeated { get; init; }
}
