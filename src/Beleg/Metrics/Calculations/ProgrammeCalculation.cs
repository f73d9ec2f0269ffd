using Beleg.Ledger;
using Beleg.Primitives;

namespace Beleg.Metrics.Calculations;

/// <summary>
/// What the programme, or a part of it, is worth: conversations and revenue from the facts, prices from the ledger, each by its own day.
/// A part is narrowed or split by channel, flow and entry point; the parts add up to the whole.
/// </summary>
internal sealed class ProgrammeCalculation : MetricCalculation
{
    private static readonly string[] withCost = ["net_value", "roi_pct", "payback_months"];

    public override string Name => "programme";

    public override IReadOnlyDictionary<string, Calculated> Calculate(
        IReadOnlyList<Metric> metrics, Composition query, FactReader facts, FigureComposer figures)
    {
        var books = ProgrammeBooks.Read(facts, query);
        var outcomes = FlowOutcomes.Read(facts, query);
        var values = new ProgrammeValues(books, outcomes, query.Settings);
        var asked = new Asked(query, figures, values, new ProgrammeShares(books, outcomes), outcomes)
        {
            Spread = query.Intervals ? new ProgrammeSpread(values, facts, query) : null,
        };
        var used = asked.Values.AssumptionsAt(query.Period);
        var gaps = books.Gaps(query.Period);
        return metrics.ToDictionary(
            m => m.Id, m => new Calculated(Table(m, asked)) { Assumptions = used, Gaps = gaps, Notes = [.. Notes(m, asked)] }, StringComparer.Ordinal);
    }

    private static FigureTable Table(Metric metric, Asked asked)
    {
        var query = asked.Query;
        var cells = withCost.Contains(metric.Id) ? asked.Values.Cells.Concat(asked.Shares.Cells(query.Period)) : asked.Values.Cells;
        var groups = query.By.Count == 0 ? [] : cells.Where(cell => cell.Passes(query.Filters)).Select(cell => Group(cell, query)).Distinct();
        return new FigureTable(
            Figure(metric, query.Period, asked, ProgrammePart.Of(query)),
            Evaluation.Keys(query, groups).ToDictionary(k => k, k => Figure(metric, Evaluation.PieceOf(k, query), asked, ProgrammePart.Of(query, k))));
    }

    private static GroupKey Group(ProgrammeCell cell, Composition query) => new(null, [.. query.By.Select(cell.Of)]);

    private static Figure Figure(Metric metric, Period period, Asked asked, ProgrammePart? part)
    {
        Func<ProgrammeCell, bool>? which = part is null ? null : part.Has;
        var open = asked.Outcomes.OpenShare(period, which);
        var figure = metric.Id == "payback_months" ? Payback(asked, period, which) : Scenarios(metric.Id, asked, period, which);
        return figure with
        {
            // Where nothing was generated and nothing paid there is nothing to be unsure of.
            Interval = asked.Spread is not { } spread || (figure.Value ?? figure.Forecast) is null or 0 ? null
                : metric.Id == "payback_months" ? spread.Payback(period, part, asked.Shares)
                : spread.Of((value, cost) => Quotient(metric.Id, value, cost).Value, Cost(metric.Id, asked, period, which), period, part),
            OpenShare = open,
            Provisional = open > 0 || asked.Figures.Unfinished(period.To),
        };
    }

    // What one flow covers, it covers of the whole.
    private static Money Cost(string metric, Asked asked, Period period, Func<ProgrammeCell, bool>? which) =>
        which is null || metric == "programme_coverage" ? asked.Values.Cost(period) : asked.Money(asked.Shares.Amortised(period, which));

    private static Figure Scenarios(string metric, Asked asked, Period period, Func<ProgrammeCell, bool>? which)
    {
        var cost = Cost(metric, asked, period, which);
        (decimal? Value, decimal? Top, decimal? Bottom) Of(Scenario scenario) => Quotient(metric, asked.Values.Value(period, scenario, which), cost);
        var middle = Of(Scenario.Base);
        return new Figure
        {
            Value = middle.Value,
            Numerator = middle.Top ?? middle.Value,
            Denominator = middle.Bottom,
            Low = Of(Scenario.Low).Value,
            High = Of(Scenario.High).Value,
        };
    }

    private static (decimal? Value, decimal? Top, decimal? Bottom) Quotient(string metric, FlowValue value, Money cost)
    {
        var net = value.Generated - cost;
        return metric switch
        {
            "deflected_contacts" => (Quotients.Plain(value.DeflectedContacts), null, null),
            "avoided_support_cost" => (value.AvoidedSupportCost.ToMajor(), null, null),
            "time_saved_value" => (value.TimeSavedValue.ToMajor(), null, null),
            "revenue_value" => (value.RevenueValue.ToMajor(), null, null),
            "generated_value" => (value.Generated.ToMajor(), null, null),
            "net_value" => (net.ToMajor(), null, null),
            "roi_pct" => (Quotients.Of(100 * net.ToMajor(), cost.ToMajor()), net.ToMajor(), cost.ToMajor()),
            "programme_coverage" => (Quotients.Of(value.Generated.ToMajor(), cost.ToMajor()), value.Generated.ToMajor(), cost.ToMajor()),
            _ => throw new InvalidOperationException($"'{metric}' is no figure of the programme."),
        };
    }

    private static Figure Payback(Asked asked, Period period, Func<ProgrammeCell, bool>? which)
    {
        Payback Of(Scenario scenario) => asked.Values.Payback(period, scenario, which, asked.Shares);
        var (low, middle, high) = (Of(Scenario.Low), Of(Scenario.Base), Of(Scenario.High));
        return new Figure
        {
            Value = Plain(middle.Months),
            Forecast = Plain(middle.ForecastMonths),
            Low = Plain(low.Months ?? low.ForecastMonths),
            High = Plain(high.Months ?? high.ForecastMonths),
        };
    }

    private static IEnumerable<Words> Notes(Metric metric, Asked asked)
    {
        var query = asked.Query;
        if (!withCost.Contains(metric.Id))
            yield break;
        if (query.Filters.Count > 0)
        {
            bool Which(ProgrammeCell cell) => cell.Passes(query.Filters);
            var (cost, own) = (asked.Shares.Amortised(query.Period, Which), asked.Shares.Own(query.Period, Which));
            yield return ProgrammeNotes.Part(asked.Money(own), asked.Money(cost - own), asked.Values.Cost(query.Period));
        }

        if (query.By.Count > 0)
            yield return ProgrammeNotes.Split;
    }

    private static decimal? Plain(decimal? value) => value is { } number ? Quotients.Plain(number) : null;

    private sealed record Asked(Composition Query, FigureComposer Figures, ProgrammeValues Values, ProgrammeShares Shares, FlowOutcomes Outcomes)
    {
        /// <summary>How sure the figures are; none where nobody asks.</summary>
        public ProgrammeSpread? Spread { get; init; }

        public Money Money(long minor) => new(minor, Currency.Find(Query.Settings.Currency));
    }
}
