using Beleg.Primitives;
using Beleg.Sources;
using NodaTime;

namespace Beleg.Model;

/// <summary>One thing before an order that may have caused it.</summary>
public sealed record TouchFact
{
    /// <summary>The touch.</summary>
    public required Key Touch { get; init; }

    /// <summary>The contact.</summary>
    public required Key Contact { get; init; }

    /// <summary>When.</summary>
    public required Instant At { get; init; }

    /// <summary>Its day.</summary>
    public required LocalDate Day { get; init; }

    /// <summary>What it was.</summary>
    public required TouchKind Kind { get; init; }

    /// <summary>Whether it is the chat's.</summary>
    public required bool IsChat { get; init; }

    /// <summary>A visit without any source.</summary>
    public required bool IsDirect { get; init; }

    /// <summary>Messaging channel.</summary>
    public required Channel Channel { get; init; }

    /// <summary>Traffic channel of a visit.</summary>
    public required TrafficChannel TrafficChannel { get; init; }

    /// <summary>Its episode; none.</summary>
    public required Key Conversation { get; init; }

    /// <summary>Flow.</summary>
    public string? FlowId { get; init; }

    /// <summary>Campaign.</summary>
    public string? CampaignId { get; init; }

    /// <summary>How that conversation was entered.</summary>
    public required EntryPoint EntryPoint { get; init; }

    /// <summary>Key of its click id; none.</summary>
    public required Key Bid { get; init; }
}
