using Beleg.Sources;
using NodaTime;

namespace Beleg.Reports.Contacts;

/// <summary>One event of a contact's life.</summary>
public sealed record ContactMoment
{
    /// <summary>When.</summary>
    public required Instant At { get; init; }

    /// <summary>What happened.</summary>
    public required EventKind Kind { get; init; }

    /// <summary>The event's name where the vocabulary does not know it.</summary>
    public required string? Name { get; init; }

    /// <summary>What was said; null where nothing was, or its delivery was erased.</summary>
    public required string? Text { get; init; }

    /// <summary>Who caused it.</summary>
    public required Actor Actor { get; init; }

    /// <summary>Messaging channel; null where it is none of a channel.</summary>
    public required Channel? Channel { get; init; }

    /// <summary>Flow.</summary>
    public required string? Flow { get; init; }

    /// <summary>Step of the flow.</summary>
    public required string? Step { get; init; }

    /// <summary>Branch of the flow.</summary>
    public required string? Branch { get; init; }

    /// <summary>Campaign.</summary>
    public required string? Campaign { get; init; }

    /// <summary>Goal reached, reason of a hand-off or exit, code of a link, purpose of a consent, stage of a deal …</summary>
    public required string? Detail { get; init; }

    /// <summary>Shop of the order it is about.</summary>
    public required string? Shop { get; init; }

    /// <summary>Id of the order it is about.</summary>
    public required string? OrderId { get; init; }

    /// <summary>Money of an order, refund or deal, in its own currency.</summary>
    public required Amount? Amount { get; init; }

    /// <summary>Answer to a survey.</summary>
    public required int? Score { get; init; }

    /// <summary>Contents that came with its id; more than 1 is a conflict, of which this is the one that counts.</summary>
    public int Versions { get; init; } = 1;

    /// <summary>Who said so.</summary>
    public required string Source { get; init; }

    /// <summary>Position of its delivery in the journal.</summary>
    public required long Seq { get; init; }

    /// <summary>Position within it.</summary>
    public required int Item { get; init; }
}
