using Beleg.Sources;

namespace Beleg.Reports.Contacts;

/// <summary>Turns an event into a moment of a timeline.</summary>
internal static class ContactMoments
{
    public static ContactMoment Of(JournaledEvent at, string? text)
    {
        var happened = at.Event;
        var (shop, order, amount) = Money(happened.Payload);
        return new ContactMoment
        {
            At = happened.OccurredAt,
            Kind = happened.Kind,
            Name = happened.Name,
            Text = text,
            Actor = happened.Actor,
            Channel = happened.Channel == Channel.Other ? null : happened.Channel,
            Flow = happened.FlowId,
            Step = happened.StepId,
            Branch = happened.Branch,
            Campaign = happened.CampaignId,
            Detail = Detail(happened.Payload),
            Shop = shop,
            OrderId = order,
            Amount = amount,
            Score = (happened.Payload as SurveyPayload)?.Score,
            Source = happened.Source,
            Seq = at.Seq,
            Item = at.Item,
        };
    }

    private static (string? Shop, string? Order, Amount? Amount) Money(Payload? payload) => payload switch
    {
        OrderPayload order => (order.Shop, order.OrderId, new Amount(order.TotalMinor, order.Currency)),
        RefundPayload refund => (refund.Shop, refund.OrderId, new Amount(-refund.AmountMinor, refund.Currency)),
        DealPayload { AmountMinor: { } minor, Currency: { } currency } => (null, null, new Amount(minor, currency)),
        ConversionPayload { AmountMinor: { } minor, Currency: { } currency } => (null, null, new Amount(minor, currency)),
        _ => (null, null, null),
    };

    private static string? Detail(Payload? payload) => payload switch
    {
        MessagePayload { IsFallback: true } => "fallback",
        MessagePayload message => message.Template ?? message.Intent,
        StatusPayload status => status.ErrorCode,
        ClickPayload { Accepted: false } click => click.RejectedBecause,
        ClickPayload click => click.LinkCode ?? click.ButtonId,
        FlowPayload flow => flow.Goal,
        HandoffPayload handoff => handoff.Reason,
        ResolutionPayload resolution => resolution.Reason,
        IntentPayload intent => intent.Label ?? intent.Intent,
        LeadPayload lead => lead.NextStep ?? ReportLanguage.Label(lead.Status),
        ConsentPayload consent => consent.Purpose,
        SurveyPayload survey => ReportLanguage.Label(survey.Type),
        SessionPayload session => session.LandingPath,
        ConversionPayload conversion => conversion.Type,
        OrderPayload order => order.FinancialStatus,
        RefundPayload refund => ReportLanguage.Label(refund.Kind),
        DealPayload deal => deal.Stage,
        MergePayload merge => merge.Reason,
        ExperimentPayload experiment => experiment.VariationId,
        _ => null,
    };
}
