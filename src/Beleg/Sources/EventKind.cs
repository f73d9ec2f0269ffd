namespace Beleg.Sources;

/// <summary>The vocabulary: what can happen, whatever the source (docs/events.schema.json). Numbers are stored; never reuse one.</summary>
public enum EventKind : byte
{
    /// <summary>An event whose name the vocabulary does not know; kept and shown, folds into nothing.</summary>
    Unknown = 0,
    /// <summary>Contact Seen, and Segment's identify.</summary>
    ContactSeen = 1,
    /// <summary>Message Received: the contact wrote.</summary>
    MessageReceived = 2,
    /// <summary>Message Sent: the business wrote.</summary>
    MessageSent = 3,
    /// <summary>Message Delivered.</summary>
    MessageDelivered = 4,
    /// <summary>Message Read.</summary>
    MessageRead = 5,
    /// <summary>Message Failed.</summary>
    MessageFailed = 6,
    /// <summary>Button Clicked: a button inside the chat.</summary>
    ButtonClicked = 7,
    /// <summary>Link Clicked: a tagged link, by a person or by a fetcher (then not accepted).</summary>
    LinkClicked = 8,
    /// <summary>Flow Entered.</summary>
    FlowEntered = 9,
    /// <summary>Flow Step Reached.</summary>
    FlowStepReached = 10,
    /// <summary>Flow Branch Chosen.</summary>
    FlowBranchChosen = 11,
    /// <summary>Flow Goal Reached.</summary>
    FlowGoalReached = 12,
    /// <summary>Flow Exited.</summary>
    FlowExited = 13,
    /// <summary>Handoff Requested.</summary>
    HandoffRequested = 14,
    /// <summary>Handoff Accepted.</summary>
    HandoffAccepted = 15,
    /// <summary>Handoff Expired.</summary>
    HandoffExpired = 16,
    /// <summary>Conversation Resolved.</summary>
    ConversationResolved = 17,
    /// <summary>Conversation Reopened.</summary>
    ConversationReopened = 18,
    /// <summary>Intent Detected.</summary>
    IntentDetected = 19,
    /// <summary>Intent Labelled, by a person who read the transcript.</summary>
    IntentLabelled = 20,
    /// <summary>Lead Captured.</summary>
    LeadCaptured = 21,
    /// <summary>Lead Status Changed.</summary>
    LeadStatusChanged = 22,
    /// <summary>Consent Given.</summary>
    ConsentGiven = 23,
    /// <summary>Consent Withdrawn.</summary>
    ConsentWithdrawn = 24,
    /// <summary>Survey Sent.</summary>
    SurveySent = 25,
    /// <summary>Survey Answered.</summary>
    SurveyAnswered = 26,
    /// <summary>Session Started: a web visit.</summary>
    SessionStarted = 27,
    /// <summary>Conversion: a trial, install, sign-up or booking.</summary>
    Conversion = 28,
    /// <summary>Checkout Started.</summary>
    CheckoutStarted = 29,
    /// <summary>Order Completed.</summary>
    OrderCompleted = 30,
    /// <summary>Order Updated.</summary>
    OrderUpdated = 31,
    /// <summary>Order Refunded: money moved back.</summary>
    OrderRefunded = 32,
    /// <summary>Order Cancelled.</summary>
    OrderCancelled = 33,
    /// <summary>Deal Updated, from a CRM.</summary>
    DealUpdated = 34,
    /// <summary>Subscription Started.</summary>
    SubscriptionStarted = 35,
    /// <summary>Subscription Changed.</summary>
    SubscriptionChanged = 36,
    /// <summary>Subscription Cancelled.</summary>
    SubscriptionCancelled = 37,
    /// <summary>Appointment Booked.</summary>
    AppointmentBooked = 38,
    /// <summary>Appointment Attended.</summary>
    AppointmentAttended = 39,
    /// <summary>Appointment Missed.</summary>
    AppointmentMissed = 40,
    /// <summary>Cost Recorded: a line of the cost ledger.</summary>
    CostRecorded = 41,
    /// <summary>Experiment Viewed.</summary>
    ExperimentViewed = 42,
    /// <summary>Contacts Merged, by an operator or a provider's word that two identifiers are one person.</summary>
    ContactsMerged = 43,
    /// <summary>Merge Undone: two identifiers are not one person, whatever joined them.</summary>
    MergeUndone = 44,
    /// <summary>Assumption Set: a number agreed with Finance.</summary>
    AssumptionSet = 45,
    /// <summary>Message Rate Set: a line of a dated rate card.</summary>
    MessageRateSet = 46,
    /// <summary>Exchange Rate Set: one currency pair on one day.</summary>
    ExchangeRateSet = 47,
    /// <summary>Shop Total Reported: the shop's own sum for a period, to reconcile against.</summary>
    ShopTotalReported = 48,
    /// <summary>Metric Agreed: who answers for a metric, and its target.</summary>
    MetricAgreed = 49,
    /// <summary>Hypothesis Set: what the programme is to bring, by when.</summary>
    HypothesisSet = 50,
    /// <summary>Experiment Planned: what is agreed before an experiment starts.</summary>
    ExperimentPlanned = 51,
    /// <summary>Experiment State Changed: it was started, stopped or decided.</summary>
    ExperimentStateChanged = 52,
}
