using Beleg.Model;
using Beleg.Primitives;
using Beleg.Sources;
using NodaTime;

namespace Beleg.Tests.Metrics;

/// <summary>The rows of a period, and of a channel where one is given, as check queries take them; of a part of a story, <paramref name="whole"/> says what its channels can report.</summary>
internal sealed class CheckFacts(FactBatch batch, Period period, Instant cutOff, Channel? channel = null, FactBatch? whole = null)
{
    public FactBatch Batch => batch;

    public Period Period => period;

    public Instant CutOff => cutOff;

    public IReadOnlyCollection<Channel> Delivering => [.. Reporting(m => m.DeliveredAt is not null && !m.DeliveredImplied), Channel.WhatsApp, Channel.Messenger];

    public IReadOnlyCollection<Channel> Reading => [.. Reporting(m => m.ReadAt is not null && !m.ReadImplied), Channel.WhatsApp, Channel.Messenger, Channel.Instagram];

    public IEnumerable<T> In<T>(IEnumerable<T> rows, Func<T, LocalDate> day) => rows.Where(r => period.Contains(day(r)));

    public IEnumerable<ConversationFact> Conversations() => In(batch.Conversations, c => c.Day).Where(c => Here(c.Channel));

    public IEnumerable<ConversationFact> Automated() => Conversations().Where(c => c.Automated);

    public IEnumerable<MessageFact> Sent() =>
        In(batch.Messages, m => m.Day).Where(m => m.Direction == Direction.Outbound && m.Kind != MessageKind.Note && Here(m.Channel));

    public IEnumerable<SurveyFact> Surveys(SurveyType type) => In(batch.Surveys, s => s.Day).Where(s => s.Type == type && Here(s.Channel));

    public IEnumerable<OrderFact> Orders() => In(batch.Orders, o => o.Day).Where(o => o.State == OrderState.Counted);

    public IEnumerable<CreditFact> Booked() => In(batch.Credits, c => c.Day).Where(c => c.IsChat && Here(c.Channel));

    public bool HasDataOn(LocalDate day) => Spoken().Contains(day);

    /// <summary>The period's days between the first and the last with data; the last event of all ends them.</summary>
    public IEnumerable<LocalDate> DaysWithData() =>
        Enumerable.Range(0, period.Days).Select(period.From.PlusDays).Where(day => day >= Spoken().Min() && day <= cutOff.InUtc().Date);

    private HashSet<LocalDate> Spoken() =>
        [.. batch.Conversations.Select(c => c.Day), .. batch.Messages.Select(m => m.Day), .. batch.Orders.Select(o => o.Day), .. batch.Visits.Select(v => v.Day)];

    public HashSet<Key> CustomersAt(LocalDate day) =>
        [.. batch.Orders.Where(o => o.State == OrderState.Counted && o.Day < day && o.Day.PlusDays(365) >= day).Select(o => o.Contact)];

    /// <summary>Costs of the period in minor units; the tests' lines begin and end with months, so that nothing is a part of a day.</summary>
    public decimal Cost(Func<CostFact, bool> which) => Months().Sum(month => batch.Costs.Where(which).Sum(line => line.Recurrence switch
    {
        CostRecurrence.Monthly => line.FromDay <= month && (line.ToDay is null || line.ToDay > month) ? line.AmountMinor!.Value : 0m,
        CostRecurrence.Once => line.FromDay <= month && line.FromDay.PlusMonths(12) > month ? line.AmountMinor!.Value / 12m : 0m,
        _ => 0m,
    }));

    public decimal MessageCost(string? campaign = null) => decimal.Round(100 * In(batch.Messages, m => m.Day)
        .Where(m => m.Billable == true && (campaign is null || m.CampaignId == campaign))
        .Sum(m => batch.MessageRates.Where(r => r.ValidFrom <= m.Day && r.Category == m.Category && r.Channel == m.Channel).MaxBy(r => r.ValidFrom)?.PriceInCurrency ?? 0), 0, MidpointRounding.ToEven);

    public IEnumerable<string> Campaigns() => batch.Messages.Select(m => m.CampaignId).Concat(batch.Costs.Select(c => c.CampaignId)).OfType<string>().Distinct();

    public decimal CampaignCost(string campaign) => decimal.Round(Cost(c => c.CampaignId == campaign && !c.Human), 0, MidpointRounding.ToEven) + MessageCost(campaign);

    public decimal Programme() => decimal.Round(Cost(c => !c.Human), 0, MidpointRounding.ToEven) + MessageCost();

    public decimal Deflected() => ByDay((day, c) => c.Count(CheckQueries.Verified) * Assumed("would_have_contacted_human", day, .8m));

    public decimal Avoided() => 100 * ByDay((day, c) => c.Count(CheckQueries.Verified) * Assumed("would_have_contacted_human", day, .8m) * Assumed("cost_per_human_contact", day, 0));

    public decimal TimeSaved() => 100 * ByDay((day, _) =>
        Assumed("hours_saved_per_week", day, 0) * Assumed("weeks_per_month", day, 52m / 12) * Assumed("hourly_cost", day, 0) / CalendarSystem.Iso.GetDaysInMonth(day.Year, day.Month));

    public decimal Margin() => ByDay((day, _) => batch.Credits.Where(c => c.IsChat && c.Day == day).Sum(c => c.Linear) * Assumed("contribution_margin", day, .5m));

    public decimal Generated() => Avoided() + TimeSaved() + Margin();

    /// <summary>Follows the months one by one with the money still owed.</summary>
    public decimal? Payback()
    {
        var (owed, spent) = (0m, 0m);
        var months = Months().Select(m => new CheckFacts(batch, Period.Month(m.ToYearMonth()), cutOff)).ToArray();
        for (var i = 0; i < months.Length; i++)
        {
            var month = months[i];
            var once = batch.Costs.Where(c => !c.Human && c.Recurrence == CostRecurrence.Once && (month.Period.Contains(c.FromDay) || (i == 0 && c.FromDay < month.Period.From)))
                .Sum(c => c.AmountMinor!.Value);
            var running = month.Cost(c => !c.Human && c.Recurrence == CostRecurrence.Monthly) + month.MessageCost();
            var gain = month.Generated() - running;
            owed += once;
            spent += once + running;
            if (spent > 0 && owed <= gain)
                return decimal.Round(i + (owed > 0 ? owed / gain : 0), 12);
            owed -= gain;
        }

        return null;
    }

    private decimal ByDay(Func<LocalDate, ConversationFact[], decimal> value)
    {
        var days = Automated().ToLookup(c => c.Day);
        return Enumerable.Range(0, period.Days).Select(period.From.PlusDays).Sum(day => value(day, [.. days[day]]));
    }

    private decimal Assumed(string id, LocalDate day, decimal otherwise) =>
        batch.Assumptions.Where(a => a.AssumptionId == id && a.ValidFrom <= day).MaxBy(a => a.ValidFrom)?.Value ?? otherwise;

    private IEnumerable<LocalDate> Months()
    {
        for (var month = period.From; month < period.To; month = month.PlusMonths(1))
            yield return month;
    }

    private IEnumerable<Channel> Reporting(Func<MessageFact, bool> of) => (whole ?? batch).Messages.Where(m => m.Direction == Direction.Outbound && of(m)).Select(m => m.Channel).Distinct();

    public bool Here(Channel of) => channel is null || of == channel;
}
