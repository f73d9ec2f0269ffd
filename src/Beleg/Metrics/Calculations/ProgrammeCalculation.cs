using Beleg.Ledger;

namespace Beleg.Metrics.Calculations;

/// <summary>What the programme is worth: conversations and revenue from the facts, prices from the ledger, each by its own day.</summary>
internal sealed class ProgrammeCalculation : MetricCalculation
{
    public override string Name => "programme";

    public override IReadOnlyDictionary<string, Calculated> Calculate(
        IReadOnlyList<Metric> metrics, Composition query, FactReader facts, FigureComposer figures)
    {
        var books = ProgrammeBooks.Read(facts, query);
        var outcomes = FlowOutcomes.Read(facts, query);
        var values = new ProgrammeValues(books, outcomes, query.Settings);
        var used = values.AssumptionsAt(query.Period);
        var gaps = books.Gaps(query.Period);
        return metrics.ToDictionary(
            m => m.Id, m => new Calculated(Table(m, query, figures, values, outcomes)) { Assumptions = used, Gaps = gaps }, StringComparer.Ordinal);
    }

    private static FigureTable Table(Metric metric, Composition query, FigureComposer figures, ProgrammeValues values, FlowOutcomes outcomes)
    {
        var flows = query.By.Count > 0 ? values.Flows.Select(f => new GroupKey(null, [f])) : [];
        return new FigureTable(
            Figure(metric, query.Period, figures, values, outcomes, null),
            Evaluation.Keys(query, flows).ToDictionary(
                k => k, k => Figure(metric, Evaluation.PieceOf(k, query), figures, values, outcomes, query.By.Count > 0 ? k : null)));
    }

    private static Figure Figure(Metric metric, Period period, FigureComposer figures, ProgrammeValues values, FlowOutcomes outcomes, GroupKey? flow)
    {
        var open = outcomes.OpenShare(period);
        var figure = metric.Id == "payback_months" ? Payback(values, period) : Scenarios(metric.Id, values, period, flow);
        return figure with { OpenShare = open, Provisional = open > 0 || figures.Unfinished(period.To) };
    }

    private static Figure Scenarios(string metric, ProgrammeValues values, Period period, GroupKey? flow)
    {
        var cost = values.Cost(period);
        (decimal? Value, decimal? Top, decimal? Bottom) Of(Scenario scenario)
        {
            var value = values.Value(period, scenario, flow is null ? null : f => f == flow.Values[0]);
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

    private static Figure Payback(ProgrammeValues values, Period period)
    {
        var (low, middle, high) = (values.Payback(period, Scenario.Low), values.Payback(period, Scenario.Base), values.Payback(period, Scenario.High));
        return new Figure
        {
            Value = Plain(middle.Months),
            Forecast = Plain(middle.ForecastMonths),
            Low = Plain(low.Months ?? low.ForecastMonths),
            High = Plain(high.Months ?? high.ForecastMonths),
        };
    }

    private static decimal? Plain(decimal? value) => value is { } number ? Quotients.Plain(number) : null;
}
