using Beleg.Primitives;
using Beleg.Sources;
using NodaTime;

namespace Beleg.Reports.Contacts;

/// <summary>The one good record of a contact. What is personal in it was read from the journal for this page only.</summary>
public sealed record ContactRecord
{
    /// <summary>The contact.</summary>
    public required Key Contact { get; init; }

    /// <summary>The name an operator gave, else the latest that anybody but a browser gave; null where nobody did.</summary>
    public required string? Name { get; init; }

    /// <summary>E-mail, phone, ids, handles; the strong ones first.</summary>
    public required IReadOnlyList<ContactName> Names { get; init; }

    /// <summary>The channel an operator wrote down, else that of most inbound messages.</summary>
    public required Channel PreferredChannel { get; init; }

    /// <summary>By time.</summary>
    public required IReadOnlyList<ContactConsent> Consents { get; init; }

    /// <summary>Latest consent to marketing that holds.</summary>
    public required Instant? MarketingConsentAt { get; init; }

    /// <summary>Latest withdrawal that was not followed by consent.</summary>
    public required Instant? OptedOutAt { get; init; }

    /// <summary>Where they came from.</summary>
    public required ContactOrigin First { get; init; }

    /// <summary>Where they came from last.</summary>
    public required ContactOrigin Last { get; init; }

    /// <summary>Where the lead stands; null without lead.</summary>
    public required LeadStatus? LeadStatus { get; init; }

    /// <summary>The lead that a change of status is about: the latest; null without lead.</summary>
    public required Key? Lead { get; init; }

    /// <summary>Who looks after the lead.</summary>
    public required string? LeadOwner { get; init; }

    /// <summary>What is next.</summary>
    public required string? NextStep { get; init; }

    /// <summary>What they want.</summary>
    public required string? Interest { get; init; }

    /// <summary>What it may cost.</summary>
    public required string? Budget { get; init; }

    /// <summary>By when.</summary>
    public required string? TimeFrame { get; init; }

    /// <summary>Everything else that was said about them, the latest word on each.</summary>
    public required IReadOnlyDictionary<string, string> Traits { get; init; }

    /// <summary>What they did last; null where they did nothing yet.</summary>
    public required EventKind? LastAction { get; init; }

    /// <summary>When.</summary>
    public required Instant? LastActionAt { get; init; }

    /// <summary>Counted orders.</summary>
    public required int Orders { get; init; }

    /// <summary>Their net.</summary>
    public required Amount Net { get; init; }

    /// <summary>What made them one person, by time; each can be undone.</summary>
    public required IReadOnlyList<ContactJoin> Joins { get; init; }

    /// <summary>What people of the business did to this record, the latest first.</summary>
    public required IReadOnlyList<ContactEdit> Edits { get; init; }

    /// <summary>Whether more deliveries speak of them than were read for this record, so that an old name or trait may be missing.</summary>
    public required bool Abridged { get; init; }
}
