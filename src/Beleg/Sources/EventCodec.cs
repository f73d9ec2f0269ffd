namespace Beleg.Sources;

/// <summary>The stored form of an event. It holds keys, codes and names of flows and campaigns, never a person's data.</summary>
internal static class EventCodec
{
    /// <summary>Raise it when the fields of the envelope or of a payload change: older warehouses are rebuilt.</summary>
    public const int Version = 6;

    public static void Write(Event happened, EventWriter w)
    {
        w.Byte((byte)happened.Kind);
        w.Key(happened.Id);
        w.Instant(happened.OccurredAt);
        w.MaybeInstant(happened.UpdatedAt);
        w.Text(happened.Source);
        w.Byte((byte)happened.Trust);
        w.Byte((byte)happened.Channel);
        w.Byte((byte)happened.Actor);
        w.Byte(happened.EntryPoint is { } entry ? (byte)((byte)entry + 1) : (byte)0);
        w.Int(happened.Identifiers.Count);
        foreach (var identifier in happened.Identifiers)
        {
            w.Byte((byte)identifier.Type);
            w.Key(identifier.Key);
            if (HasScope(identifier.Type))
                w.Text(identifier.Scope);
        }

        var present = Present(happened);
        w.Int((int)present);
        if (present.HasFlag(Fields.Account)) w.Text(happened.AccountId);
        if (present.HasFlag(Fields.Conversation)) w.Key(happened.Conversation);
        if (present.HasFlag(Fields.Message)) w.Key(happened.Message);
        if (present.HasFlag(Fields.Flow)) w.Text(happened.FlowId);
        if (present.HasFlag(Fields.FlowVersion)) w.Text(happened.FlowVersion);
        if (present.HasFlag(Fields.Run)) w.Key(happened.Run);
        if (present.HasFlag(Fields.Step)) w.Text(happened.StepId);
        if (present.HasFlag(Fields.Branch)) w.Text(happened.Branch);
        if (present.HasFlag(Fields.Campaign)) w.Text(happened.CampaignId);
        if (present.HasFlag(Fields.EntryRef)) w.Text(happened.EntryRef);
        if (present.HasFlag(Fields.Language)) w.Text(happened.Language);
        if (present.HasFlag(Fields.Name)) w.Text(happened.Name);
        if (present.HasFlag(Fields.Utm)) WriteUtm(happened.Utm!, w);
        if (present.HasFlag(Fields.Payload)) happened.Payload!.Write(w);
    }

    /// <summary>What a stored event says happened, without reading the rest.</summary>
    public static EventKind KindOf(ReadOnlySpan<byte> bytes) => (EventKind)new EventReader(bytes).Byte();

    public static Event Read(ReadOnlySpan<byte> bytes)
    {
        var r = new EventReader(bytes);
        var kind = (EventKind)r.Byte();
        var id = r.Key();
        var occurredAt = r.Instant();
        var updatedAt = r.MaybeInstant();
        var source = r.Text()!;
        var trust = (Trust)r.Byte();
        var channel = (Channel)r.Byte();
        var actor = (Actor)r.Byte();
        var entry = r.Byte();
        var identifiers = ReadIdentifiers(ref r);
        var present = (Fields)(int)r.Int();
        return new Event
        {
            Kind = kind,
            Id = id,
            OccurredAt = occurredAt,
            UpdatedAt = updatedAt,
            Source = source,
            Trust = trust,
            Channel = channel,
            Actor = actor,
            EntryPoint = entry == 0 ? null : (EntryPoint)(entry - 1),
            Identifiers = identifiers,
            AccountId = present.HasFlag(Fields.Account) ? r.Text() : null,
            Conversation = present.HasFlag(Fields.Conversation) ? r.Key() : default,
            Message = present.HasFlag(Fields.Message) ? r.Key() : default,
            FlowId = present.HasFlag(Fields.Flow) ? r.Text() : null,
            FlowVersion = present.HasFlag(Fields.FlowVersion) ? r.Text() : null,
            Run = present.HasFlag(Fields.Run) ? r.Key() : default,
            StepId = present.HasFlag(Fields.Step) ? r.Text() : null,
            Branch = present.HasFlag(Fields.Branch) ? r.Text() : null,
            CampaignId = present.HasFlag(Fields.Campaign) ? r.Text() : null,
            EntryRef = present.HasFlag(Fields.EntryRef) ? r.Text() : null,
            Language = present.HasFlag(Fields.Language) ? r.Text() : null,
            Name = present.HasFlag(Fields.Name) ? r.Text() : null,
            Revises = present.HasFlag(Fields.Revises),
            Utm = present.HasFlag(Fields.Utm) ? ReadUtm(ref r) : null,
            Payload = present.HasFlag(Fields.Payload) ? ReadPayload(kind, ref r) : null,
        };
    }

    private static Payload? ReadPayload(EventKind kind, ref EventReader r)
    {
        return kind switch
        {
            EventKind.MessageReceived or
                EventKind.MessageSent => MessagePayload.Read(ref r),
            EventKind.MessageDelivered or
                EventKind.MessageRead or
                EventKind.MessageFailed => StatusPayload.Read(ref r),
            EventKind.ButtonClicked or
                EventKind.LinkClicked => ClickPayload.Read(ref r),
            EventKind.FlowEntered or
                EventKind.FlowStepReached or
                EventKind.FlowBranchChosen or
                EventKind.FlowGoalReached or
                EventKind.FlowExited => FlowPayload.Read(ref r),
            EventKind.HandoffRequested or
                EventKind.HandoffAccepted or
                EventKind.HandoffExpired => HandoffPayload.Read(ref r),
            EventKind.ConversationResolved or
                EventKind.ConversationReopened => ResolutionPayload.Read(ref r),
            EventKind.IntentDetected or
                EventKind.IntentLabelled => IntentPayload.Read(ref r),
            EventKind.LeadCaptured or
                EventKind.LeadStatusChanged => LeadPayload.Read(ref r),
            EventKind.ConsentGiven or
                EventKind.ConsentWithdrawn => ConsentPayload.Read(ref r),
            EventKind.SurveySent or
                EventKind.SurveyAnswered => SurveyPayload.Read(ref r),
            EventKind.SessionStarted => SessionPayload.Read(ref r),
            EventKind.Conversion => ConversionPayload.Read(ref r),
            EventKind.CheckoutStarted or
                EventKind.OrderCompleted or
                EventKind.OrderUpdated or
                EventKind.OrderCancelled => OrderPayload.Read(ref r),
            EventKind.OrderRefunded => RefundPayload.Read(ref r),
            EventKind.DealUpdated => DealPayload.Read(ref r),
            EventKind.SubscriptionStarted or
                EventKind.SubscriptionChanged or
                EventKind.SubscriptionCancelled => SubscriptionPayload.Read(ref r),
            EventKind.AppointmentBooked or
                EventKind.AppointmentAttended or
                EventKind.AppointmentMissed => AppointmentPayload.Read(ref r),
            EventKind.CostRecorded => CostPayload.Read(ref r),
            EventKind.ExperimentViewed => ExperimentPayload.Read(ref r),
            EventKind.ContactsMerged or
                EventKind.MergeUndone => MergePayload.Read(ref r),
            EventKind.AssumptionSet => AssumptionPayload.Read(ref r),
            EventKind.MessageRateSet or
                EventKind.ExchangeRateSet => RatePayload.Read(ref r),
            EventKind.ShopTotalReported => ShopTotalPayload.Read(ref r),
            EventKind.MetricAgreed => AgreementPayload.Read(ref r),
            EventKind.HypothesisSet => HypothesisPayload.Read(ref r),
            EventKind.ExperimentPlanned => ExperimentPlanPayload.Read(ref r),
            EventKind.ExperimentStateChanged => ExperimentStatePayload.Read(ref r),
            _ => null,
        };
    }

    private static Identifier[] ReadIdentifiers(ref EventReader r)
    {
        var identifiers = new Identifier[(int)r.Int()];
        for (var i = 0; i < identifiers.Length; i++)
        {
            var type = (IdentifierType)r.Byte();
            var key = r.Key();
            identifiers[i] = new Identifier(type, HasScope(type) ? r.Text() ?? string.Empty : string.Empty, string.Empty, key);
        }

        return identifiers;
    }

    // One person has an id on every page, shop and CRM: two of one type contradict each other only within one of these.
    private static bool HasScope(IdentifierType type) => type is IdentifierType.ScopedId or IdentifierType.CustomerId or IdentifierType.CrmId;

    private static void WriteUtm(Utm utm, EventWriter w)
    {
        w.Text(utm.Source);
        w.Text(utm.Medium);
        w.Text(utm.Campaign);
        w.Text(utm.Content);
        w.Text(utm.Term);
    }

    private static Utm ReadUtm(ref EventReader r) => new(r.Text(), r.Text(), r.Text(), r.Text(), r.Text());

    private static Fields Present(Event happened) =>
        (happened.AccountId is null ? 0 : Fields.Account)
        | (happened.Conversation.IsNone ? 0 : Fields.Conversation)
        | (happened.Message.IsNone ? 0 : Fields.Message)
        | (happened.FlowId is null ? 0 : Fields.Flow)
        | (happened.FlowVersion is null ? 0 : Fields.FlowVersion)
        | (happened.Run.IsNone ? 0 : Fields.Run)
        | (happened.StepId is null ? 0 : Fields.Step)
        | (happened.Branch is null ? 0 : Fields.Branch)
        | (happened.CampaignId is null ? 0 : Fields.Campaign)
        | (happened.EntryRef is null ? 0 : Fields.EntryRef)
        | (happened.Language is null ? 0 : Fields.Language)
        | (happened.Name is null ? 0 : Fields.Name)
        | (happened.Utm is null ? 0 : Fields.Utm)
        | (happened.Payload is null ? 0 : Fields.Payload)
        | (happened.Revises ? Fields.Revises : 0);

    [Flags]
    private enum Fields
    {
        Account = 1,
        Conversation = 2,
        Message = 4,
        Flow = 8,
        FlowVersion = 16,
        Run = 32,
        Step = 64,
        Branch = 128,
        Campaign = 256,
        EntryRef = 512,
        Language = 1024,
        Name = 2048,
        Utm = 4096,
        Payload = 8192,
        Revises = 16384,
    }
}
