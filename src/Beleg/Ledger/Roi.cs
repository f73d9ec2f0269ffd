using Beleg.Primitives;

namespace Beleg.Ledger;

/// <summary>Return on investment of a programme in one scenario. Every part is rounded to the minor unit once, so parts add up to sums as printed.</summary>
/// <param name="Scenario">Which values of the assumptions were used.</param>
/// <param name="Flows">What each flow is worth.</param>
/// <param name="ProgrammeCost">What the programme cost.</param>
/// <param name="Assumptions">The versions used, to be printed beside the figures.</param>
public sealed record Roi(Scenario Scenario, IReadOnlyList<FlowValue> Flows, Money ProgrammeCost, IReadOnlyList<Assumption> Assumptions)
{
    /// <summary>Contacts that a person would have had.</summary>
    public decimal DeflectedContacts => Flows.Sum(f => f.DeflectedContacts);

    /// <summary>What those would have cost.</summary>
    public Money AvoidedSupportCost => Total(f => f.AvoidedSupportCost);

    /// <summary>What the saved hours would have cost.</summary>
    public Money TimeSavedValue => Total(f => f.TimeSavedValue);

    /// <summary>The margin on revenue.</summary>
    public Money RevenueValue => Total(f => f.RevenueValue);

    /// <summary>Avoided support cost, time saved and revenue value.</summary>
    public Money Generated => AvoidedSupportCost + TimeSavedValue + RevenueValue;

    /// <summary>Generated value without the cost.</summary>
    public Money Net => Generated - ProgrammeCost;

    /// <summary>Net value over cost, in percent; null where there is no cost.</summary>
    public decimal? Percent => ProgrammeCost.IsZero ? null : 100m * Net.Minor / ProgrammeCost.Minor;

    /// <summary>Composes the figures of one scenario.</summary>
    /// <remarks>
    /// An hour or a contact never counts twice: where a flow has both deflected contacts and saved hours, they are two measures of the
    /// same work, and the lower of the two counts.
    /// </remarks>
    public static Roi Compose(RoiInputs inputs, AssumptionBook book, Scenario scenario) =>
        Compose(inputs, [.. AssumptionDefinition.All.Select(d => book.At(d, inputs.Day))], scenario, a => a.In(scenario));

    /// <summary>Composes the figures with any value of each assumption.</summary>
    internal static Roi Compose(RoiInputs inputs, IReadOnlyList<Assumption> used, Scenario scenario, Func<Assumption, decimal> value)
    {
        decimal Assumed(AssumptionDefinition definition) => value(used.First(a => a.Id == definition.Id));
        var kept = KeptOfRises(inputs.Flows, Assumed(AssumptionDefinition.BaselineContainment));
        return new Roi(
            scenario,
            [.. inputs.Flows.Select(f => Value(f, inputs, kept, Assumed))],
            new Money(inputs.ProgrammeCostMinor, inputs.Currency),
            used);
    }

    /// <summary>The figures of all three scenarios: low, base, high.</summary>
    public static IReadOnlyList<Roi> ComposeAll(RoiInputs inputs, AssumptionBook book) =>
        [Compose(inputs, book, Scenario.Low), Compose(inputs, book, Scenario.Base), Compose(inputs, book, Scenario.High)];

    private static decimal Rise(FlowOutcome flow, decimal baseline) => Math.Max(0, flow.VerifiedContained - baseline * flow.Automated);

    // The baseline is the whole programme's. A flow below it takes from those above it, so that flows never add up to more than the programme.
    private static decimal KeptOfRises(IReadOnlyList<FlowOutcome> flows, decimal baseline)
    {
        var rises = flows.Sum(f => Rise(f, baseline));
        var whole = Math.Max(0, flows.Sum(f => f.VerifiedContained) - baseline * flows.Sum(f => f.Automated));
        return rises == whole ? 1 : whole / rises;
    }

    private static FlowValue Value(FlowOutcome flow, RoiInputs inputs, decimal kept, Func<AssumptionDefinition, decimal> value)
    {
        var deflected = Rise(flow, value(AssumptionDefinition.BaselineContainment)) * kept * value(AssumptionDefinition.WouldHaveContactedHuman);
        var zero = Money.Zero(inputs.Currency);
        var avoided = Money.FromMajor(deflected * value(AssumptionDefinition.CostPerHumanContact), inputs.Currency);
        var hours = flow.HoursSavedPerWeek * value(AssumptionDefinition.WeeksPerMonth) * inputs.Months;
        var saved = Money.FromMajor(hours * value(AssumptionDefinition.HourlyCost), inputs.Currency);
        if (avoided > zero && saved > zero)
            (avoided, saved) = avoided <= saved ? (avoided, zero) : (zero, saved);
        var revenue = new Money(flow.RevenueMinor, inputs.Currency).ToMajor() * value(AssumptionDefinition.ContributionMargin);
        return new FlowValue(flow.Flow, deflected, avoided, saved, Money.FromMajor(revenue, inputs.Currency));
    }

    private Money Total(Func<FlowValue, Money> part) => Flows.Aggregate(Money.Zero(ProgrammeCost.Currency), (sum, f) => sum + part(f));
}
