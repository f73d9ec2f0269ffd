using Beleg.Model;
using Beleg.Sources;
using NodaTime;

namespace Beleg.Tests.Metrics;

/// <summary>
/// Every metric a second time, written against lists in memory by the words of its definition: value, numerator, denominator. Shares
/// nothing with the composer, so that one mistake cannot stand in both.
/// </summary>
internal static class CheckQueries
{
    private const long Window = 72L * 3_600_000;
    private static readonly Duration Day = Duration.FromHours(24);

    public static IReadOnlyDictionary<string, Func<CheckFacts, Checked>> All { get; } = new Dictionary<string, Func<CheckFacts, Checked>>
    {
        ["automated_conversations"] = f => Count(f.Automated()),
        ["entry_starts"] = f => Count(f.Automated()),
        ["no_human_rate"] = f => Share(f.Automated(), c => !c.HumanInvolved),
        ["containment_rate"] = f => Share(f.Automated(), c => !c.HumanInvolved && !c.Abandoned),
        ["abandonment_rate"] = f => Share(f.Automated(), c => c.Abandoned),
        ["verified_containment_rate"] = f => Share(f.Automated(), Verified),
        ["self_serve_rate"] = f => Share(f.Automated(), c => (c.GoalReached || c.Confirmed) && !c.HumanInvolved && (c.ReturnAfterMs ?? long.MaxValue) > Window),
        ["handoff_rate"] = f => Share(f.Automated(), c => c.HumanInvolved),
        ["human_handled_conversations"] = f => Count(f.Conversations().Where(c => c.HumanActed)),
        ["first_response_time_automated"] = f => Median(f.Automated().Where(c => c.FirstInboundAt is not null).Select(c => c.AutomatedResponseMs)),
        ["first_response_time_human"] = f => Median(f.Conversations().Where(c => c.HumanClockAt is not null).Select(c => c.HumanResponseMs)),
        ["time_to_resolution"] = f => Median(f.Conversations().Select(c => c.TimeToResolutionMs)),
        ["delivery_rate"] = f => Share(
            f.Sent().Where(m => f.Delivering.Contains(m.Channel) && !(m.At > f.CutOff - Day && m.DeliveredAt is null && m.FailedAt is null)), m => m.DeliveredAt is not null),
        ["read_rate"] = f => Share(f.Sent().Where(m => f.Reading.Contains(m.Channel) && m.DeliveredAt is not null), m => m.ReadAt is not null),
        ["first_message_open_rate"] = f => Share(f.Conversations().Where(c => c.FirstOutboundDelivered && c.FirstOutboundRead is not null), c => c.FirstOutboundRead == true),
        ["ctr"] = f => Recipients(f.Sent().Where(m => m.DeliveredAt is not null && (m.HasLinks || m.HasButtons)), m => m.LinkClickedAt is not null || m.ButtonClickedAt is not null),
        ["reply_rate"] = f => Recipients(f.Sent().Where(m => m.DeliveredAt is not null), m => m.RepliedAt is not null),
        ["step_dropoff"] = f => Share(f.In(f.Batch.StepVisits, v => v.Day).Where(v => !v.Terminal), v => !v.Left),
        ["flow_starts"] = f => Count(f.In(f.Batch.FlowRuns, r => r.Day)),
        ["flow_goal_rate"] = f => Share(f.In(f.Batch.FlowRuns, r => r.Day), r => r.GoalAt is not null),
        ["step_visits"] = f => Count(f.In(f.Batch.StepVisits, v => v.Day)),
        ["branch_choices"] = f => Count(f.In(f.Batch.StepVisits, v => v.Day).Where(v => v.Branch is not null)),
        ["opener_dropoff"] = f => Share(f.Conversations().Where(c => c.OpenerVisited), c => !c.OpenerLeft),
        ["opt_out_rate"] = f => Recipients(
            f.Sent(), m => f.Batch.Contacts.Single(c => c.Contact == m.Contact).OptedOutDay is { } day && f.Period.Contains(day)),
        ["fallback_rate"] = f => Of(f.Conversations().Sum(c => Math.Min(c.Fallbacks, c.InboundReadByAutomation)), f.Conversations().Sum(c => c.InboundReadByAutomation)),
        ["handoff_quality"] = f => Share(f.In(f.Batch.Handoffs, h => h.Day).Where(h => h.Required > 0), h => h.Filled >= h.Required && h.Repeated != true),
        ["intent_accuracy"] = f => Share(
            f.In(f.Batch.Messages, m => m.Day).Where(m => m.IntentLabel is not null && f.Here(m.Channel)), m => string.Equals(m.Intent?.Trim(), m.IntentLabel!.Trim(), StringComparison.OrdinalIgnoreCase)),
        ["language_coverage"] = f =>
        {
            static string? Tongue(string? language) => language?.Split('-')[0];
            var heard = f.Conversations().Where(c => c.Inbound > 0 && c.Language is not null).ToLookup(c => Tongue(c.Language));
            return Share(heard, tongue => tongue.Any(c => Tongue(c.AnsweredLanguage) == tongue.Key));
        },
        ["upsell_revenue"] = f => Money(f.Booked().Where(c => c.FlowId is "flow0" or "bundle").Sum(c => c.Linear)),
        ["lead_capture_rate"] = f => Share(f.Automated(), c => c.LeadWithConsent),
        ["leads_without_consent"] = f => Count(f.In(f.Batch.Leads, l => l.Day).Where(l => !l.WithConsent)),
        ["dm_to_lead"] = f => Share(f.Automated(), c => c.LeadCaptured),
        ["dm_to_sale"] = f => Share(f.Automated(), c => f.Batch.Credits.Any(k => k.Conversation == c.Conversation && k.Kind == CreditKind.Order && k.IsChat && k.Linear > 0)),
        ["conversion_rate"] = f => Share(f.In(f.Batch.Visits, v => v.Day), v => v.Converted),
        ["aov"] = f => Per(f.Orders().Where(o => o.NetMinor != 0).Sum(o => o.NetMinor), f.Orders().Count(o => o.NetMinor != 0)),
        ["influenced_revenue"] = f => Money(f.Booked().Sum(c => c.Influenced)),
        ["attributed_revenue"] = f => Money(f.Booked().Sum(c => c.Linear)),
        ["revenue_per_chat"] = f =>
        {
            var begun = f.Automated().Select(c => c.Conversation).ToHashSet();
            return Per(f.Batch.Credits.Where(c => c.IsChat && begun.Contains(c.Conversation)).Sum(c => c.Linear), begun.Count);
        },
        ["revenue_per_recipient"] = f => Per(f.Booked().Sum(c => c.Linear), f.Sent().Select(m => m.Contact).Distinct().Count()),
        ["csat"] = f => Share(f.Surveys(SurveyType.Csat), s => s.Score >= 4),
        ["nps"] = f => Of(f.Surveys(SurveyType.Nps).Sum(s => s.Score > 8 ? 1 : s.Score < 7 ? -1 : 0), f.Surveys(SurveyType.Nps).Count(), 100),
        ["thumbs"] = f => Share(f.Surveys(SurveyType.Thumb).Where(s => s.Rated == Actor.Bot), s => s.Score == 1),
        ["crr"] = f => Share(f.CustomersAt(f.Period.From), c => f.CustomersAt(f.Period.To).Contains(c)),
        ["churn_rate"] = f => Share(f.CustomersAt(f.Period.From), c => !f.CustomersAt(f.Period.To).Contains(c)),
        ["recovered_carts"] = f => Count(f.In(f.Batch.Carts, c => c.Day).Where(c => c.Recovered)),
        ["cancellation_saves"] = f => Count(f.In(f.Batch.CancellationIntents, c => c.Day)
            .Where(c => c.Handled && c.IntentAt + Duration.FromDays(30) <= f.CutOff && (c.CancelledAt is not { } end || end - c.IntentAt > Duration.FromDays(30)))),
        ["winbacks"] = f => Count(f.Batch.Orders.Where(o => o.State == OrderState.Counted).GroupBy(o => o.Contact).Where(of => of.Any(o => f.Period.Contains(o.Day)
            && of.Where(e => e != o && e.Day <= o.Day).ToArray() is { Length: > 0 } earlier && earlier.Max(e => e.Day).PlusDays(365) < o.Day))),
        ["qualified_leads"] = f => Count(f.In(f.Batch.Leads, l => l.Day).Where(l => l.QualifiedAt is not null)),
        ["pipeline_influenced"] = f => f.In(f.Batch.Deals, d => d.Day).Where(d => d.Influenced && d.ClosedAt is null && d.Stage is not ("Won" or "closed lost") && d.AmountMinor is not null).ToArray() is { Length: > 0 } open
            ? Money(open.Sum(d => d.AmountMinor!.Value)) : new(null, null, null),
        ["no_show_rate"] = f => Share(f.In(f.Batch.Appointments, a => a.Day).Where(a => a.State != AppointmentState.Booked || a.StartsAt <= f.CutOff), a => a.State == AppointmentState.Missed),
        ["cost_per_contact"] = f => Per(f.Cost(_ => true) + f.MessageCost(), f.Conversations().Count()),
        ["cost_per_resolution"] = f => Per(f.Cost(_ => true) + f.MessageCost(), f.Conversations().Count(c => c.ResolvedAt is not null)),
        ["cpa"] = f => Per(f.Cost(c => !c.Human) + f.MessageCost(), f.Booked().Where(c => c.NewCustomer && c.Kind == CreditKind.Order).Select(c => c.Order).Distinct().Count()),
        ["rocs"] = f =>
        {
            string[] paid = [.. f.Campaigns().Where(c => f.CampaignCost(c) != 0)];
            return Of(Major(f.Booked().Where(c => paid.Contains(c.CampaignId)).Sum(c => c.Linear)), Major(paid.Sum(f.CampaignCost)));
        },
        ["deflected_contacts"] = f => new(f.Deflected(), f.Deflected(), null),
        ["avoided_support_cost"] = f => Money(f.Avoided()),
        ["time_saved_value"] = f => Money(f.TimeSaved()),
        ["revenue_value"] = f => Money(f.Margin()),
        ["generated_value"] = f => Money(f.Generated()),
        ["net_value"] = f => Money(f.Generated() - f.Programme()),
        ["roi_pct"] = f => Of(Major(f.Generated() - f.Programme()), Major(f.Programme()), 100),
        ["payback_months"] = f => new(f.Payback(), null, null),
        ["stitched_contact_share"] = f => Known(f, c => c.Identifiers > 1),
        ["orders_without_identity"] = f => Share(f.Orders(), o => !f.Batch.Contacts.Any(c => c.Contact == o.Contact && c.IsPerson)),
        ["links_without_utm"] = f => Share(f.Sent().Where(m => m.HasLinks), m => m.HasUntaggedLinks),
        ["clock_skew"] = f => Share(
            f.Sent().Where(m => m.DeliveredAt is not null), m => (!m.DeliveredImplied && m.DeliveredAt < m.At) || (!m.ReadImplied && m.ReadAt is not null && m.ReadAt < m.At)),
        ["missing_read_receipts"] = f => Share(f.Sent().Where(m => m.DeliveredAt is not null), m => !f.Reading.Contains(m.Channel)),
        ["silent_days"] = f => Share(f.DaysWithData(), day => !f.HasDataOn(day)),
        ["clv"] = CheckValues.Lifetime,
        ["clv_to_cac"] = CheckValues.OverCost,
        ["clv_uplift"] = CheckValues.Uplift,
        ["value_coverage"] = CheckValues.Coverage,
        ["consent_coverage"] = CheckValues.Consent,
        ["durable_resolution_rate"] = CheckValues.Durable,
        ["forecast_value"] = CheckValues.Forecast,
        ["first_contact_resolution"] = f => Share(
            f.Conversations().Where(c => c.ResolvedAt is not null), c => c.ReopenOf == Beleg.Primitives.Key.None && (c.ReturnAfterMs ?? long.MaxValue) > Window),
        ["out_of_hours_share"] = f => Share(f.Automated().Where(c => c.OutOfHours is not null), c => c.OutOfHours == true),
        ["flow_error_rate"] = f => Share(f.In(f.Batch.FlowRuns, r => r.Day), r => r.ExitReason == FlowExitReason.Error),
        ["time_to_qualification"] = f => Median(f.In(f.Batch.Leads, l => l.Day).Select(l => Between(l.CapturedAt, l.QualifiedAt))),
        ["sales_cycle_time"] = f => Median(f.In(f.Batch.Leads, l => l.Day).Select(l => Between(l.CapturedAt, l.WonAt))),
        ["programme_coverage"] = f => Of(Major(f.Generated()), Major(f.Programme())),
    };

    public static bool Verified(ConversationFact c) => !c.HumanInvolved && !c.Abandoned && (c.HumanAfterMs ?? long.MaxValue) > Window;

    private static long? Between(Instant from, Instant? to) => to >= from ? (long)(to.Value - from).TotalMilliseconds : null;

    private static Checked Known(CheckFacts facts, Func<ContactFact, bool> which)
    {
        var talked = facts.Conversations().Select(c => c.Contact).ToHashSet();
        return Share(facts.Batch.Contacts.Where(c => talked.Contains(c.Contact)), which);
    }

    private static decimal Major(decimal minor) => minor / 100;

    private static Checked Count<T>(IEnumerable<T> rows) => new(rows.Count(), rows.Count(), null);

    private static Checked Money(decimal minor) => new(Major(minor), Major(minor), null);

    private static Checked Per(decimal minor, int things) => Of(Major(minor), things);

    private static Checked Of(decimal top, decimal bottom, int scale = 1) => new(bottom == 0 ? null : decimal.Round(top * scale / bottom, 12), top, bottom);

    private static Checked Share<T>(IEnumerable<T> rows, Func<T, bool> which) => Of(rows.Count(which), rows.Count());

    private static Checked Recipients(IEnumerable<MessageFact> messages, Func<MessageFact, bool> which) =>
        Of(messages.Where(which).Select(m => m.Contact).Distinct().Count(), messages.Select(m => m.Contact).Distinct().Count());

    // The smallest value that at least half of all values do not exceed.
    private static Checked Median(IEnumerable<long?> values)
    {
        var sorted = values.Where(v => v is not null).Order().ToArray();
        return sorted.Length == 0 ? new(null, null, 0) : new(sorted.First(v => 2 * sorted.Count(other => other <= v) >= sorted.Length), null, sorted.Length);
    }
}
