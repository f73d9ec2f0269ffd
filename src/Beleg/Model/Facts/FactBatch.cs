namespace Beleg.Model;

/// <summary>The facts of some contacts, or of a whole workspace: what the fold gives and the warehouse keeps, a list a table.</summary>
public sealed class FactBatch
{
    /// <summary>One person, after merging.</summary>
    public List<ContactFact> Contacts { get; } = [];

    /// <summary>One contact, one channel, one episode.</summary>
    public List<ConversationFact> Conversations { get; } = [];

    /// <summary>One message with its delivery life.</summary>
    public List<MessageFact> Messages { get; } = [];

    /// <summary>One request of a tagged link.</summary>
    public List<ClickFact> Clicks { get; } = [];

    /// <summary>One passage of one contact through a flow.</summary>
    public List<FlowRunFact> FlowRuns { get; } = [];

    /// <summary>One visit of a step in a run.</summary>
    public List<StepVisitFact> StepVisits { get; } = [];

    /// <summary>One hand-off to a person.</summary>
    public List<HandoffFact> Handoffs { get; } = [];

    /// <summary>One lead.</summary>
    public List<LeadFact> Leads { get; } = [];

    /// <summary>One span of consent, and its withdrawal.</summary>
    public List<ConsentFact> Consents { get; } = [];

    /// <summary>The last answer within 72 h of one survey in one conversation.</summary>
    public List<SurveyFact> Surveys { get; } = [];

    /// <summary>One web visit.</summary>
    public List<VisitFact> Visits { get; } = [];

    /// <summary>One conversion that is no order.</summary>
    public List<ConversionFact> Conversions { get; } = [];

    /// <summary>One thing before an order that may have caused it.</summary>
    public List<TouchFact> Touchs { get; } = [];

    /// <summary>One order at its net value.</summary>
    public List<OrderFact> Orders { get; } = [];

    /// <summary>One refund or charge-back.</summary>
    public List<RefundFact> Refunds { get; } = [];

    /// <summary>One refund or charge-back whose order nobody told of.</summary>
    public List<UnmatchedRefundFact> UnmatchedRefunds { get; } = [];

    /// <summary>One booking of an order × one touch: the cents each model gives.</summary>
    public List<CreditFact> Credits { get; } = [];

    /// <summary>One cart that went to a checkout.</summary>
    public List<CartFact> Carts { get; } = [];

    /// <summary>One subscription.</summary>
    public List<SubscriptionFact> Subscriptions { get; } = [];

    /// <summary>One conversation in which a subscriber wanted to cancel.</summary>
    public List<CancellationIntentFact> CancellationIntents { get; } = [];

    /// <summary>One appointment.</summary>
    public List<AppointmentFact> Appointments { get; } = [];

    /// <summary>One deal of a CRM.</summary>
    public List<DealFact> Deals { get; } = [];

    /// <summary>First sight of a variation of an experiment by a contact.</summary>
    public List<ExposureFact> Exposures { get; } = [];

    /// <summary>One event that came with the same id and other content.</summary>
    public List<ConflictFact> Conflicts { get; } = [];

    /// <summary>One line of the cost ledger.</summary>
    public List<CostFact> Costs { get; } = [];

    /// <summary>One version of one assumption.</summary>
    public List<AssumptionFact> Assumptions { get; } = [];

    /// <summary>One line of the dated rate card.</summary>
    public List<MessageRateFact> MessageRates { get; } = [];

    /// <summary>The shop's own total for a period.</summary>
    public List<ShopTotalFact> ShopTotals { get; } = [];

    /// <summary>One line of the ledger that came with the same id and other content.</summary>
    public List<LedgerConflictFact> LedgerConflicts { get; } = [];

    /// <summary>Takes over the rows of another batch.</summary>
    public void Add(FactBatch other)
    {
        Contacts.AddRange(other.Contacts);
        Conversations.AddRange(other.Conversations);
        Messages.AddRange(other.Messages);
        Clicks.AddRange(other.Clicks);
        FlowRuns.AddRange(other.FlowRuns);
        StepVisits.AddRange(other.StepVisits);
        Handoffs.AddRange(other.Handoffs);
        Leads.AddRange(other.Leads);
        Consents.AddRange(other.Consents);
        Surveys.AddRange(other.Surveys);
        Visits.AddRange(other.Visits);
        Conversions.AddRange(other.Conversions);
        Touchs.AddRange(other.Touchs);
        Orders.AddRange(other.Orders);
        Refunds.AddRange(other.Refunds);
        UnmatchedRefunds.AddRange(other.UnmatchedRefunds);
        Credits.AddRange(other.Credits);
        Carts.AddRange(other.Carts);
        Subscriptions.AddRange(other.Subscriptions);
        CancellationIntents.AddRange(other.CancellationIntents);
        Appointments.AddRange(other.Appointments);
        Deals.AddRange(other.Deals);
        Exposures.AddRange(other.Exposures);
        Conflicts.AddRange(other.Conflicts);
        Costs.AddRange(other.Costs);
        Assumptions.AddRange(other.Assumptions);
        MessageRates.AddRange(other.MessageRates);
        ShopTotals.AddRange(other.ShopTotals);
        LedgerConflicts.AddRange(other.LedgerConflicts);
    }

    /// <summary>Forgets all rows; the room they took stays.</summary>
    public void Clear()
    {
        Contacts.Clear();
        Conversations.Clear();
        Messages.Clear();
        Clicks.Clear();
        FlowRuns.Clear();
        StepVisits.Clear();
        Handoffs.Clear();
        Leads.Clear();
        Consents.Clear();
        Surveys.Clear();
        Visits.Clear();
        Conversions.Clear();
        Touchs.Clear();
        Orders.Clear();
        Refunds.Clear();
        UnmatchedRefunds.Clear();
        Credits.Clear();
        Carts.Clear();
        Subscriptions.Clear();
        CancellationIntents.Clear();
        Appointments.Clear();
        Deals.Clear();
        Exposures.Clear();
        Costs.Clear();
        Assumptions.Clear();
        MessageRates.Clear();
        ShopTotals.Clear();
        Conflicts.Clear();
        LedgerConflicts.Clear();
    }
}
