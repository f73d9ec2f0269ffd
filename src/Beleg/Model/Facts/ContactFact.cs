using Beleg.Primitives;
using Beleg.Sources;
using NodaTime;

namespace Beleg.Model;

/// <summary>One person, after merging; or, where IsPerson is false, an order or click whose person nobody knows.</summary>
public sealed record ContactFact
{
    /// <summary>The contact.</summary>
    public required Key Contact { get; init; }

    /// <summary>Whether any identifier is known.</summary>
    public required bool IsPerson { get; init; }

    /// <summary>First event.</summary>
    public required Instant FirstSeenAt { get; init; }

    /// <summary>Last event.</summary>
    public required Instant LastSeenAt { get; init; }

    /// <summary>Day of the first event in the workspace's zone.</summary>
    public required LocalDate FirstDay { get; init; }

    /// <summary>Source of the first event.</summary>
    public required string FirstSource { get; init; }

    /// <summary>Messaging channel of the first message.</summary>
    public required Channel FirstChannel { get; init; }

    /// <summary>Entry point of the first conversation.</summary>
    public required EntryPoint FirstEntryPoint { get; init; }

    /// <summary>Campaign of the first event that names one.</summary>
    public string? FirstCampaign { get; init; }

    /// <summary>utm_source of the first event that has one.</summary>
    public string? FirstUtmSource { get; init; }

    /// <summary>utm_campaign of the same event.</summary>
    public string? FirstUtmCampaign { get; init; }

    /// <summary>utm_source of the last event that has one.</summary>
    public string? LastUtmSource { get; init; }

    /// <summary>Channel of most inbound messages, the latest on a tie.</summary>
    public required Channel PreferredChannel { get; init; }

    /// <summary>How many identifiers were joined.</summary>
    public required int Identifiers { get; init; }

    /// <summary>Where its lead stands; null without lead.</summary>
    public LeadStatus? LeadStatus { get; init; }

    /// <summary>First outbound message.</summary>
    public Instant? FirstMessagedAt { get; init; }

    /// <summary>Its day.</summary>
    public LocalDate? FirstMessagedDay { get; init; }

    /// <summary>Latest valid consent to marketing.</summary>
    public Instant? MarketingConsentAt { get; init; }

    /// <summary>Latest withdrawal that was not followed by consent.</summary>
    public Instant? OptedOutAt { get; init; }

    /// <summary>Its day.</summary>
    public LocalDate? OptedOutDay { get; init; }

    /// <summary>How many proofs of that withdrawal came within a minute or said the same.</summary>
    public required int OptOutProofs { get; init; }

    /// <summary>First counted order.</summary>
    public Instant? FirstOrderAt { get; init; }

    /// <summary>Its day.</summary>
    public LocalDate? FirstOrderDay { get; init; }

    /// <summary>Counted orders.</summary>
    public required int Orders { get; init; }

    /// <summary>Net of its counted orders in the workspace's currency.</summary>
    public required long NetMinor { get; init; }
}
