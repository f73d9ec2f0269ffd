using Beleg.Model;
using Beleg.Primitives;
using Beleg.Sources;
using Beleg.Tests.Support;
using NodaTime;
using NodaTime.Text;

namespace Beleg.Tests.Metrics;

/// <summary>Facts written down by hand, the plainest there are until a test says otherwise.</summary>
internal sealed class Story
{
    private readonly Dictionary<int, ContactFact> contacts = [];
    private long next = 1;

    public Story(string cutOff = "2027-06-30T00:00:00Z") => CutOff = At(cutOff);

    /// <summary>Time of the last event.</summary>
    public Instant CutOff { get; }

    public FactBatch Facts
    {
        get
        {
            Batch.Contacts.Clear();
            Batch.Contacts.AddRange(contacts.Values.Append(Contact(0)));
            return Batch;
        }
    }

    public FactBatch Batch { get; } = new();

    public static Instant At(string text) => InstantPattern.ExtendedIso.Parse(text.Length == 10 ? text + "T12:00:00Z" : text).Value;

    public Key Next() => new(next++);

    public static Key Person(int contact) => new(1_000_000 + contact);

    public Story Person(int contact, Func<ContactFact, ContactFact> change)
    {
        contacts[contact] = change(contacts.GetValueOrDefault(contact) ?? Contact(contact));
        return this;
    }

    public ConversationFact Conversation(int contact, string at, Func<ConversationFact, ConversationFact>? change = null)
    {
        var start = At(at);
        var made = Some.Conversation(Next(), Seen(contact), start) with { Day = Day(start), FirstInboundAt = start };
        return Add(Batch.Conversations, made, change);
    }

    public MessageFact Message(int contact, string at, Func<MessageFact, MessageFact>? change = null) => Add(Batch.Messages, new MessageFact
    {
        Message = Next(),
        Contact = Seen(contact),
        Conversation = Key.None,
        Channel = Channel.WhatsApp,
        Direction = Direction.Outbound,
        Actor = Actor.Bot,
        Kind = MessageKind.Answer,
        At = At(at),
        Day = Day(At(at)),
        DeliveredImplied = false,
        ReadImplied = false,
        HasButtons = false,
        HasLinks = false,
        IsFirstOutbound = false,
        IsFallback = false,
        HandledBy = HandledBy.Unknown,
        Category = MessageCategory.None,
    }, change);

    public StepVisitFact Step(int contact, string at, string step, bool left, Func<StepVisitFact, StepVisitFact>? change = null) => Add(Batch.StepVisits, new StepVisitFact
    {
        Visit = Next(),
        Run = Next(),
        Contact = Seen(contact),
        Conversation = Key.None,
        Channel = Channel.WhatsApp,
        FlowId = "bouquet",
        FlowVersion = "1",
        StepId = step,
        EnteredAt = At(at),
        Day = Day(At(at)),
        Left = left,
        Terminal = false,
        IsOpener = false,
    }, change);

    public FlowRunFact Run(int contact, string at, bool goal, Func<FlowRunFact, FlowRunFact>? change = null) => Add(Batch.FlowRuns, new FlowRunFact
    {
        Run = Next(),
        Contact = Seen(contact),
        Conversation = Key.None,
        Channel = Channel.WhatsApp,
        FlowId = "bouquet",
        FlowVersion = "1",
        EntryPoint = EntryPoint.Organic,
        EnteredAt = At(at),
        Day = Day(At(at)),
        Goal = goal ? "ordered" : null,
        GoalAt = goal ? At(at) : null,
    }, change);

    public ConsentFact Consent(int contact, string at, Func<ConsentFact, ConsentFact>? change = null) => Add(Batch.Consents, new ConsentFact
    {
        Consent = Next(),
        Contact = Seen(contact),
        Purpose = "marketing",
        Channel = Channel.Other,
        GivenAt = At(at),
        Day = Day(At(at)),
        Proofs = 0,
    }, change);

    public LeadFact Lead(int contact, string at, bool withConsent, Func<LeadFact, LeadFact>? change = null) => Add(Batch.Leads, new LeadFact
    {
        Lead = Next(),
        Contact = Seen(contact),
        Conversation = Key.None,
        Channel = Channel.WhatsApp,
        EntryPoint = EntryPoint.Organic,
        CapturedAt = At(at),
        Day = Day(At(at)),
        WithConsent = withConsent,
        Status = LeadStatus.New,
    }, change);

    public HandoffFact Handoff(int contact, string at, int required, int filled, Func<HandoffFact, HandoffFact>? change = null) => Add(Batch.Handoffs, new HandoffFact
    {
        Handoff = Next(),
        Contact = Seen(contact),
        Conversation = Key.None,
        Channel = Channel.WhatsApp,
        RequestedAt = At(at),
        Day = Day(At(at)),
        Required = required,
        Filled = filled,
    }, change);

    public SurveyFact Survey(int contact, string at, SurveyType type, int score, Actor rated = Actor.Bot) => Add(Batch.Surveys, new SurveyFact
    {
        Survey = Next(),
        Contact = Seen(contact),
        Conversation = Key.None,
        Channel = Channel.WhatsApp,
        AnsweredAt = At(at),
        Day = Day(At(at)),
        Type = type,
        Score = score,
        ScaleMin = type == SurveyType.Csat ? 1 : 0,
        ScaleMax = type switch { SurveyType.Csat => 5, SurveyType.Nps => 10, _ => 1 },
        Rated = rated,
    }, null);

    public VisitFact Visit(int contact, string at, bool withChat, bool converted) => Add(Batch.Visits, new VisitFact
    {
        Visit = Next(),
        Contact = Seen(contact),
        At = At(at),
        Day = Day(At(at)),
        TrafficChannel = TrafficChannel.Direct,
        WithChat = withChat,
        Converted = converted,
    }, null);

    public CartFact Cart(int contact, string at, Func<CartFact, CartFact>? change = null) => Add(Batch.Carts, new CartFact
    {
        Cart = Next(),
        Contact = Seen(contact),
        Shop = "shop",
        StartedAt = At(at),
        Day = Day(At(at)),
        State = CartState.Started,
        Order = Key.None,
        Recovered = false,
    }, change);

    public CancellationIntentFact CancellationIntent(int contact, string at, string? cancelled = null, bool handled = true) => Add(Batch.CancellationIntents, new CancellationIntentFact
    {
        Conversation = Next(),
        Contact = Seen(contact),
        Channel = Channel.WhatsApp,
        IntentAt = At(at),
        Day = Day(At(at)),
        Handled = handled,
        CancelledAt = cancelled is null ? null : At(cancelled),
        Kept = cancelled is null || At(cancelled) - At(at) > Duration.FromDays(30),
    }, null);

    public DealFact Deal(int contact, string at, long? minor, bool influenced, Func<DealFact, DealFact>? change = null) => Add(Batch.Deals, new DealFact
    {
        Deal = Next(),
        Contact = Seen(contact),
        UpdatedAt = At(at),
        Day = Day(At(at)),
        AmountMinor = minor,
        Influenced = influenced,
    }, change);

    public AppointmentFact Appointment(int contact, string at, AppointmentState state) => Add(Batch.Appointments, new AppointmentFact
    {
        Appointment = Next(),
        Contact = Seen(contact),
        StartsAt = At(at),
        Day = Day(At(at)),
        State = state,
        Channel = Channel.WhatsApp,
    }, null);

    public OrderFact Order(int contact, string at, long minor, Func<OrderFact, OrderFact>? change = null) => Add(Batch.Orders, new OrderFact
    {
        Order = Next(),
        Contact = Seen(contact),
        Shop = "shop",
        OrderId = $"#{next}",
        PlacedAt = At(at),
        Day = Day(At(at)),
        State = OrderState.Counted,
        Currency = "EUR",
        GrossOriginalMinor = minor,
        RefundedOriginalMinor = 0,
        Rate = 1,
        GrossMinor = minor,
        RefundedMinor = 0,
        NetMinor = minor,
        NewCustomer = false,
        Evidence = Evidence.None,
        Influenced = false,
        JoinedContact = Key.None,
        Touches = 0,
        PaidInChat = false,
        ChatUtm = false,
    }, change);

    public RefundFact Refund(OrderFact order, string at, long minor) => Add(Batch.Refunds, new RefundFact
    {
        Refund = Next(),
        Order = order.Order,
        Contact = order.Contact,
        At = At(at),
        Day = Day(At(at)),
        Kind = RefundKind.Refund,
        AmountOriginalMinor = minor,
        AmountMinor = minor,
    }, null);

    public UnmatchedRefundFact UnmatchedRefund(int contact, string at, long minor, Func<UnmatchedRefundFact, UnmatchedRefundFact>? change = null) => Add(Batch.UnmatchedRefunds, new UnmatchedRefundFact
    {
        Refund = Next(),
        Order = Next(),
        Contact = Seen(contact),
        Shop = "shop",
        OrderId = $"#{next}",
        At = At(at),
        Day = Day(At(at)),
        Kind = RefundKind.Refund,
        Currency = "EUR",
        AmountOriginalMinor = minor,
        AmountMinor = minor,
    }, change);

    /// <summary>A booking of an order credited to a conversation; the same money under every model until a test says otherwise.</summary>
    public CreditFact Credit(OrderFact order, ConversationFact? touch, long minor, string? at = null, Func<CreditFact, CreditFact>? change = null) => Add(Batch.Credits, new CreditFact
    {
        Order = order.Order,
        Booking = at is null ? order.Order : Next(),
        Touch = touch?.Conversation ?? Key.None,
        Contact = order.Contact,
        Kind = at is null ? CreditKind.Order : CreditKind.Refund,
        BookedAt = at is null ? order.PlacedAt : At(at),
        Day = at is null ? order.Day : Day(At(at)),
        IsChat = touch is not null,
        TouchKind = TouchKind.Conversation,
        TouchAt = touch?.EndedAt,
        Evidence = touch is null ? Evidence.None : order.Evidence,
        Conversation = touch?.Conversation ?? Key.None,
        ConversationDay = touch?.Day,
        ConversationAutomated = touch?.Automated ?? false,
        Channel = touch?.Channel ?? Channel.Other,
        TrafficChannel = TrafficChannel.Unassigned,
        FlowId = touch?.FlowId,
        CampaignId = touch?.CampaignId,
        EntryPoint = touch?.EntryPoint ?? EntryPoint.Organic,
        NewCustomer = order.NewCustomer,
        First = minor,
        Last = minor,
        LastNonDirect = minor,
        Linear = minor,
        Position = minor,
        TimeDecay = minor,
        Influenced = touch is null ? 0 : minor,
        Weighted = touch is null ? 0 : 127,
    }, change);

    public CostFact Cost(string from, long minor, CostRecurrence recurrence = CostRecurrence.Monthly, Func<CostFact, CostFact>? change = null) => Add(Batch.Costs, new CostFact
    {
        Cost = Next(),
        CostId = $"cost {next}",
        Kind = "platform",
        Recurrence = recurrence,
        FromDay = Day(At(from)),
        Currency = "EUR",
        AmountOriginalMinor = minor,
        AmountMinor = minor,
        Human = false,
    }, change);

    public AssumptionFact Assume(string id, decimal value, string from = "2020-01-01", decimal? low = null, decimal? high = null) => Add(Batch.Assumptions, new AssumptionFact
    {
        Assumption = Next(),
        AssumptionId = id,
        Version = 1 + Batch.Assumptions.Count(a => a.AssumptionId == id),
        ValidFrom = Day(At(from)),
        Value = value,
        Low = low ?? value,
        High = high ?? value,
        Approver = "CFO",
        SetAt = At(from),
    }, null);

    public MessageRateFact Rate(string from, decimal price, string country = "*", MessageCategory category = MessageCategory.Marketing) => Add(Batch.MessageRates, new MessageRateFact
    {
        Rate = Next(),
        Channel = Channel.WhatsApp,
        CountryCallingCode = country,
        Category = category,
        ValidFrom = Day(At(from)),
        Price = price,
        Currency = "EUR",
        PriceInCurrency = price,
    }, null);

    public static LocalDate Day(Instant at) => at.InUtc().Date;

    private static T Add<T>(List<T> list, T made, Func<T, T>? change)
    {
        var fact = change is null ? made : change(made);
        list.Add(fact);
        return fact;
    }

    private Key Seen(int contact)
    {
        contacts.TryAdd(contact, Contact(contact));
        return Person(contact);
    }

    private ContactFact Contact(int contact) => new()
    {
        Contact = Person(contact),
        IsPerson = true,
        FirstSeenAt = At("2024-01-01"),
        LastSeenAt = CutOff,
        FirstDay = Day(At("2024-01-01")),
        FirstSource = "test",
        FirstChannel = Channel.WhatsApp,
        FirstEntryPoint = EntryPoint.Organic,
        PreferredChannel = Channel.WhatsApp,
        Identifiers = 1,
        OptOutProofs = 0,
        Orders = 0,
        NetMinor = 0,
    };
}
