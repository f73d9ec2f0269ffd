using Beleg.Attribution;
using Beleg.Model;
using Beleg.Primitives;
using Beleg.Reports.Receipts;
using Beleg.Sources;
using NodaTime;

namespace Beleg.Tests.Reports;

/// <summary>One order with its touches and refunds, credited as the stream does it.</summary>
internal sealed class ReceiptCase : IDossiers
{
    public static readonly Instant PlacedAt = Instant.FromUtc(2026, 9, 5, 14, 12);
    public static readonly KeyedHash Hash = new(new byte[32]);
    public static readonly Key Contact = new(77);

    private readonly List<CreditFact> touches = [];
    private readonly List<RefundFact> refunds = [];
    private readonly FactBatch facts = new();
    private readonly List<JournaledEvent> events = [];

    public Evidence Evidence { get; init; } = Evidence.B;

    public OrderState State { get; init; } = OrderState.Counted;

    public string Shop { get; init; } = "bloom";

    public string OrderId { get; init; } = "1001";

    public string Currency { get; init; } = "USD";

    public long GrossMinor { get; init; } = 10_000;

    public long? GrossOriginalMinor { get; init; }

    public decimal Rate { get; init; } = 1;

    public LocalDate? RateDay { get; init; }

    public string? Coupon { get; init; }

    public bool ChatUtm { get; init; }

    public Key JoinedContact { get; init; }

    public Key OrderKey => Routing.Order(Hash, Shop, OrderId);

    public static ReceiptSettings Settings { get; } =
        new(Hash, DateTimeZoneProviders.Tzdb["Europe/Berlin"], Beleg.Primitives.Currency.Usd, TouchWindows.Default, 7, "0.1.0");

    public ReceiptCase Touch(int key, Duration before, TouchKind kind = TouchKind.Conversation, string? flow = "bouquet", Key conversation = default)
    {
        touches.Add(Row(new Key(key), PlacedAt - before, kind, flow, conversation));
        return this;
    }

    public ReceiptCase Refund(int key, long minor, Duration after, RefundKind kind = RefundKind.Refund)
    {
        var at = PlacedAt + after;
        refunds.Add(new RefundFact
        {
            Refund = new Key(key),
            Order = OrderKey,
            Contact = Contact,
            At = at,
            Day = at.InUtc().Date,
            Kind = kind,
            AmountOriginalMinor = minor,
            AmountMinor = minor,
        });
        return this;
    }

    public ReceiptCase With(ConversationFact conversation)
    {
        facts.Conversations.Add(conversation);
        return this;
    }

    public ReceiptCase Happened(long seq, Event happened)
    {
        events.Add(new JournaledEvent(seq, 0, happened));
        return this;
    }

    public Receipt? Read(string? shop = null, string? orderId = null, bool spoil = false)
    {
        Credit();
        if (spoil)
            facts.Credits[0] = facts.Credits[0] with { Linear = facts.Credits[0].Linear + 1 };
        return new ReceiptReader(this, Settings).Read(shop ?? Shop, orderId ?? OrderId);
    }

    public Dossier? Open(Key key) => key == OrderKey ? new Dossier(facts, events) : null;

    public IReadOnlyList<CreditFact> Credits => facts.Credits;

    private void Credit()
    {
        var counted = State == OrderState.Counted;
        var changes = refunds.Select(r => new NetChange(r.Refund, r.At, -r.AmountMinor)).ToArray();
        var points = touches.Select(t => new Touchpoint(t.Touch, t.TouchAt!.Value, t.IsChat, IsDirect: false, Evidence)).ToArray();
        if (counted)
        {
            var credits = new CreditLedger(AttributionModels.All, LookBack.Default).Allocate(new NetChange(OrderKey, PlacedAt, GrossMinor), changes, points);
            for (var b = 0; b < credits.Bookings.Length; b++)
            {
                var booking = credits.Bookings[b];
                if (credits.Touches.IsEmpty)
                    facts.Credits.Add(Booked(Row(Key.None, null, TouchKind.Conversation, null, Key.None), booking, _ => booking.Minor) with { Influenced = 0 });
                for (var t = 0; t < credits.Touches.Length; t++)
                {
                    var cents = Enumerable.Range(0, 7).Select(m => 0L).ToArray();
                    for (var m = 0; m < 7; m++)
                        cents[m] = credits.Cents(b, t, m);
                    var touch = credits.Touches[t].Touch;
                    facts.Credits.Add(Booked(touches.Find(x => x.Touch == touch)!, booking, m => cents[m]) with { Weighted = credits.Weighted(t) });
                }
            }
        }

        facts.Refunds.AddRange(refunds);
        facts.Orders.Add(new OrderFact
        {
            Order = OrderKey,
            Contact = Contact,
            Shop = Shop,
            OrderId = OrderId,
            PlacedAt = PlacedAt,
            Day = PlacedAt.InUtc().Date,
            State = State,
            Currency = Currency,
            GrossOriginalMinor = GrossOriginalMinor ?? GrossMinor,
            RefundedOriginalMinor = refunds.Sum(r => r.AmountOriginalMinor),
            Rate = Rate,
            RateDay = RateDay,
            GrossMinor = GrossMinor,
            RefundedMinor = refunds.Sum(r => r.AmountMinor),
            NetMinor = counted ? GrossMinor - refunds.Sum(r => r.AmountMinor) : 0,
            NewCustomer = true,
            Evidence = Evidence,
            Influenced = touches.Count > 0,
            JoinedContact = JoinedContact,
            Touches = touches.Count,
            PaidInChat = Evidence == Evidence.A,
            Coupon = Coupon,
            ChatUtm = ChatUtm,
        });
    }

    private CreditFact Booked(CreditFact row, NetChange booking, Func<int, long> cents) => row with
    {
        Booking = booking.Booking,
        Kind = booking.Booking == OrderKey ? CreditKind.Order : CreditKind.Refund,
        BookedAt = booking.At,
        Day = booking.At.InUtc().Date,
        First = cents(0),
        Last = cents(1),
        LastNonDirect = cents(2),
        Linear = cents(3),
        Position = cents(4),
        TimeDecay = cents(5),
        Influenced = cents(6),
    };

    private CreditFact Row(Key touch, Instant? at, TouchKind kind, string? flow, Key conversation) => new()
    {
        Order = OrderKey,
        Booking = OrderKey,
        Touch = touch,
        Contact = Contact,
        Kind = CreditKind.Order,
        BookedAt = PlacedAt,
        Day = PlacedAt.InUtc().Date,
        IsChat = kind != TouchKind.Visit && !touch.IsNone,
        TouchKind = kind,
        TouchAt = at,
        Evidence = Evidence,
        Conversation = conversation,
        ConversationAutomated = kind == TouchKind.Conversation,
        Channel = Channel.Instagram,
        TrafficChannel = kind == TouchKind.Visit ? TrafficChannel.PaidSearch : TrafficChannel.Direct,
        FlowId = flow,
        EntryPoint = EntryPoint.CommentToDm,
        NewCustomer = true,
        First = 0,
        Last = 0,
        LastNonDirect = 0,
        Linear = 0,
        Position = 0,
        TimeDecay = 0,
        Influenced = 0,
        Weighted = 0,
    };
}
