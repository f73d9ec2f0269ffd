using System.Collections.Frozen;
using Beleg.Primitives;
using Beleg.Sources;
using NodaTime;

namespace Beleg.Model;

/// <summary>What a workspace decides about the fold. Two folds of the same events under equal settings give the same facts.</summary>
public sealed record FoldSettings
{
    /// <summary>Makes the keys of things that only text names (orders, click ids, deals).</summary>
    public required KeyedHash Hash { get; init; }

    /// <summary>Zone of days and business hours, IANA.</summary>
    public required DateTimeZone Zone { get; init; }

    /// <summary>Currency of every figure.</summary>
    public required Currency Currency { get; init; }

    /// <summary>Silence that ends an episode where the source has no conversations of its own; more than this starts a new one. 24 h.</summary>
    public Duration ConversationGap { get; init; } = Duration.FromHours(24);

    /// <summary>How far before an order a touch may lie, by channel and kind. 30 × 24 h for all.</summary>
    public TouchWindows Windows { get; init; } = TouchWindows.Default;

    /// <summary>Within this after a counted click, the same contact on the same link has not clicked again. 30 min.</summary>
    public Duration ClickRepeatWindow { get; init; } = Duration.FromMinutes(30);

    /// <summary>Half-life of a touch under time decay, in days. 7.</summary>
    public int HalfLifeDays { get; init; } = 7;

    /// <summary>Whether tax is part of revenue. Printed on every report.</summary>
    public bool TaxIncluded { get; init; } = true;

    /// <summary>Whether shipping is part of revenue. Printed on every report.</summary>
    public bool ShippingIncluded { get; init; } = true;

    /// <summary>An identifier that came with more different identifiers of one type than this joins nobody. 20.</summary>
    public int MaxContactsPerIdentifier { get; init; } = 20;

    /// <summary>Business hours and holidays; null gives business-hour figures no value.</summary>
    public BusinessCalendar? Calendar { get; init; }

    /// <summary>Dated exchange rates.</summary>
    public RateTable Rates { get; init; } = RateTable.Empty;

    /// <summary>Channels that never say whether a message was read: their read rate has no value.</summary>
    public IReadOnlySet<Channel> ChannelsWithoutReceipts { get; init; } =
        FrozenSet.Create(Channel.Telegram, Channel.Sms, Channel.Voice, Channel.Push, Channel.Other);

    /// <summary>Intents of somebody who wants to end a subscription; case does not matter.</summary>
    public IReadOnlySet<string> CancellationIntents { get; init; } =
        FrozenSet.ToFrozenSet(["cancel", "cancellation", "cancel_subscription", "churn", "kuendigung", "kündigung"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Coupon codes that are only given out in chats; case does not matter.</summary>
    public IReadOnlySet<string> ChatCoupons { get; init; } = FrozenSet<string>.Empty;
}
