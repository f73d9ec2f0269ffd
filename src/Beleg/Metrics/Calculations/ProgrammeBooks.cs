using Beleg.Ledger;
using Beleg.Model;
using Beleg.Primitives;
using Beleg.Warehouse.Facts;

namespace Beleg.Metrics.Calculations;

/// <summary>The ledger of a workspace and the messages it pays for, as the financial figures need them.</summary>
internal sealed class ProgrammeBooks
{
    private readonly IReadOnlyList<CostFact> costs;
    private readonly IReadOnlyList<PaidMessages> messages;
    private readonly MetricSettings settings;

    private ProgrammeBooks(FactBatch ledger, IReadOnlyList<PaidMessages> messages, MetricSettings settings)
    {
        (costs, this.messages, this.settings) = (ledger.Costs, messages, settings);
        Assumptions = new AssumptionBook(ledger.Assumptions);
        AssumptionFacts = ledger.Assumptions;
    }

    public AssumptionBook Assumptions { get; }

    public IReadOnlyList<AssumptionFact> AssumptionFacts { get; }

    /// <summary>The groups that cost something, by some dimensions of which the ledger knows channel, flow and campaign.</summary>
    public IEnumerable<string?[]> Groups(IReadOnlyList<string> dimensions) => costs.Where(c => !c.Human).Select(Of)
        .Concat(messages.Select(Of))
        .Select(of => dimensions.Select(of).ToArray());

    /// <summary>Reads the ledger and the billable messages of a period.</summary>
    public static ProgrammeBooks Read(FactReader facts, Composition query)
    {
        var ledger = new FactBatch();
        foreach (var table in new FactTable[] { FactTables.Of<CostFact>(), FactTables.Of<AssumptionFact>(), FactTables.Of<MessageRateFact>() })
            table.Read(facts.Connection, "", [], ledger);
        return new ProgrammeBooks(ledger, PaidMessages.Read(facts, query, new RateCard(ledger.MessageRates)), query.Settings);
    }

    /// <summary>Programme cost of a period, one-off costs spread, messages by their own day: minor units.</summary>
    /// <param name="period">The period.</param>
    /// <param name="which">Told the value of each dimension, whether a cost is meant; all where null.</param>
    public long Amortised(Period period, Func<Func<string, string?>, bool>? which = null) =>
        CostLedger.Amortised(Lines(c => !c.Human && (which is null || which(Of(c)))), period, settings.AmortiseMonths)
        + Messages(period, m => which is null || which(Of(m)));

    /// <summary>What people who answer cost in a period.</summary>
    public long Human(Period period) => CostLedger.Amortised(Lines(c => c.Human), period, settings.AmortiseMonths);

    /// <summary>Programme cost of a period without one-off lines.</summary>
    public long Running(Period period) => CostLedger.Paid(Lines(c => !c.Human && c.Recurrence != Sources.CostRecurrence.Once), period) + Messages(period, _ => true);

    /// <summary>One-off lines of a period, whole.</summary>
    public long Once(Period period) => CostLedger.PaidOnce(Lines(c => !c.Human), period);

    /// <summary>Each cost of a period by itself, one-off costs spread, messages by channel and flow.</summary>
    public IEnumerable<CostItem> Items(Period period) => Items(_ => true, line => CostLedger.AmortisedExactly(line, period, settings.AmortiseMonths)).Concat(MessageItems(period));

    /// <summary>The same without one-off lines.</summary>
    public IEnumerable<CostItem> RunningItems(Period period) =>
        Items(c => c.Recurrence != Sources.CostRecurrence.Once, line => CostLedger.PaidExactly(line, period)).Concat(MessageItems(period));

    /// <summary>One-off lines alone, whole.</summary>
    public IEnumerable<CostItem> OnceItems(Period period) => Items(c => c.Recurrence == Sources.CostRecurrence.Once, line => CostLedger.PaidExactly(line, period));

    /// <summary>What is missing to price a period.</summary>
    public IReadOnlyList<Words> Gaps(Period period)
    {
        var gaps = new List<Words>();
        var lines = costs.Count(c => c.AmountMinor is null && c.FromDay < period.To && (c.ToDay is not { } to || to > period.From));
        if (lines > 0)
            gaps.Add(new($"{lines} cost lines have no exchange rate and are left out.", $"{lines} Kostenzeilen haben keinen Wechselkurs und fehlen."));
        var unpriced = messages.Where(m => m.Price is null && period.Contains(m.Day)).Sum(m => m.Count);
        if (unpriced > 0)
            gaps.Add(new($"{unpriced} billable messages have no price on their day and are left out.", $"{unpriced} kostenpflichtige Nachrichten haben an ihrem Tag keinen Preis und fehlen."));
        return gaps;
    }

    private IEnumerable<CostItem> Items(Func<CostFact, bool> which, Func<CostLine, decimal> minor) =>
        from cost in costs.Where(c => !c.Human && which(c))
        let line = CostLine.Of(cost)
        where line is not null
        let exact = minor(line)
        where exact != 0
        select new CostItem(cost.FlowId, cost.Channel, exact);

    private IEnumerable<CostItem> MessageItems(Period period) => messages.Where(m => m.Price is not null && period.Contains(m.Day))
        .GroupBy(m => (m.FlowId, m.ChannelLabel))
        .Select(same => new CostItem(same.Key.FlowId, same.Key.ChannelLabel, same.Sum(m => m.Price!.Value * m.Count) * Currency.Find(settings.Currency).MinorPerMajor));

    private IEnumerable<CostLine> Lines(Func<CostFact, bool> which) => costs.Where(which).Select(CostLine.Of).OfType<CostLine>();

    // Prices have up to six decimals; the sum is exact and is rounded to the minor unit once.
    private long Messages(Period period, Func<PaidMessages, bool> which) => Money.FromMajor(
        messages.Where(m => m.Price is not null && period.Contains(m.Day) && which(m)).Sum(m => m.Price!.Value * m.Count),
        Currency.Find(settings.Currency)).Minor;

    private static Func<string, string?> Of(CostFact cost) =>
        dimension => dimension switch { "campaign" => cost.CampaignId, "flow" => cost.FlowId, _ => cost.Channel };

    private static Func<string, string?> Of(PaidMessages sent) =>
        dimension => dimension switch { "campaign" => sent.CampaignId, "flow" => sent.FlowId, _ => sent.ChannelLabel };
}
