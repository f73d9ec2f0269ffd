using Beleg.Sources;
using NodaTime;

namespace Beleg.Tests.Support;

/// <summary>Clicks, visits, orders and people's records.</summary>
internal static partial class Some
{
    public static Event Click(
        Identifier? who, Instant at, string link = "spring", string? bid = null, UserAgentClass agent = UserAgentClass.Browser, string? m = null, Trust trust = Trust.Server) => Named(Plain(EventKind.LinkClicked, who, at, "links") with
        {
            Trust = trust,
            Channel = Channel.WhatsApp,
            Message = m is null ? default : MessageKey(m),
            Payload = new ClickPayload { LinkCode = link, ClickId = bid, Agent = agent, Accepted = agent == UserAgentClass.Browser },
        });

    public static Event Visit(Identifier who, Instant at, string id, TrafficChannel traffic = TrafficChannel.Direct, Trust trust = Trust.Server, string? bid = null) => Named(Plain(EventKind.SessionStarted, who, at) with
    {
        Trust = trust,
        Payload = new SessionPayload { Session = KeyOf("session", id), TrafficChannel = traffic, Bid = bid },
    });

    public static Event Order(
        Identifier? who, Instant at, long total, string id = "1001", string? status = "paid", string currency = "EUR", EventKind kind = EventKind.OrderCompleted, string? bid = null,
        string source = "shopify", Instant? updatedAt = null, Func<OrderPayload, OrderPayload>? with = null, Trust trust = Trust.Server, string? utmMedium = null)
    {
        var payload = new OrderPayload
        {
            Shop = "shop",
            OrderId = id,
            PlacedAt = at,
            Currency = currency,
            TotalMinor = total,
            FinancialStatus = status,
            Bid = bid,
        };
        return Named(new Event
        {
            Kind = kind,
            Id = default,
            OccurredAt = updatedAt ?? at,
            UpdatedAt = updatedAt,
            Source = source,
            Trust = trust,
            Identifiers = who is { } name ? [name] : [],
            Utm = utmMedium is null ? null : new Utm("whatsapp", utmMedium, "spring", null, null),
            Payload = with is null ? payload : with(payload),
        });
    }

    public static Event Refund(Instant at, long amount, string refund = "r1", string order = "1001", string currency = "EUR", RefundKind kind = RefundKind.Refund, Identifier? who = null) => Named(Plain(EventKind.OrderRefunded, who, at, "shopify") with
    {
        Payload = new RefundPayload { Shop = "shop", OrderId = order, RefundId = refund, AmountMinor = amount, Currency = currency, Kind = kind },
    });

    public static Event Seen(Instant at, Trust trust, params Identifier[] names) => Named(new Event
    {
        Kind = EventKind.ContactSeen,
        Id = default,
        OccurredAt = at,
        Source = Source,
        Trust = trust,
        Identifiers = names,
    });

    public static Event Seen(Instant at, params Identifier[] names) => Seen(at, Trust.Server, names);

    public static Event Merge(Instant at, Identifier a, Identifier b, bool undo = false) => Named(new Event
    {
        Kind = undo ? EventKind.MergeUndone : EventKind.ContactsMerged,
        Id = default,
        OccurredAt = at,
        Source = "operator",
        Trust = Trust.Operator,
        Payload = new MergePayload { A = a.Key, B = b.Key, Reason = "seen side by side" },
    });
}
