using Beleg.Primitives;

namespace Beleg.Ledger;

/// <summary>Return on investment of a period as a function of everything it rests on. At the base point it is the figure itself.</summary>
public sealed class RoiModel
{
    private readonly IReadOnlyList<RoiStretch> stretches;

    /// <summary>A model of a period.</summary>
    /// <param name="currency">The workspace's currency.</param>
    /// <param name="stretches">The period, cut where an assumption changes.</param>
    /// <param name="costMinor">Programme cost of the period, one-off costs spread.</param>
    public RoiModel(Currency currency, IReadOnlyList<RoiStretch> stretches, long costMinor)
    {
        this.stretches = stretches;
        Cost = new Money(costMinor, currency);
        var flows = stretches.SelectMany(s => s.Flows).Select(f => f.Outcome).ToArray();
        (Automated, Contained, RevenueMinor) = (flows.Sum(f => f.Automated), (long)flows.Sum(f => f.VerifiedContained), flows.Sum(f => f.RevenueMinor));
    }

    /// <summary>What the programme cost.</summary>
    public Money Cost { get; }

    /// <summary>Automated conversations.</summary>
    public long Automated { get; }

    /// <summary>Of them verified contained.</summary>
    public long Contained { get; }

    /// <summary>Revenue, minor units.</summary>
    public long RevenueMinor { get; }

    /// <summary>The assumptions as they hold at the period's end, those of saved hours among them.</summary>
    public IEnumerable<Assumption> Assumptions => stretches.Count == 0 ? [] : stretches[^1].Assumptions.Concat(stretches[^1].Flows.Select(f => f.Hours).OfType<Assumption>());

    /// <summary>Value generated at a point.</summary>
    public Money Generated(RoiPoint point) => At(point).Generated;

    /// <summary>What the value at a point is made of, all flows together.</summary>
    public FlowValue At(RoiPoint point)
    {
        var zero = Money.Zero(Cost.Currency);
        return stretches.SelectMany(stretch => Roi.Compose(
                new RoiInputs(Cost.Currency, stretch.Day, stretch.Months, [.. stretch.Flows.Select(f => f.At(point))], 0), stretch.Assumptions, Scenario.Base, point.Value).Flows)
            .Aggregate(new FlowValue(null, 0, zero, zero, zero), (sum, f) => new FlowValue(
                null, sum.DeflectedContacts + f.DeflectedContacts, sum.AvoidedSupportCost + f.AvoidedSupportCost,
                sum.TimeSavedValue + f.TimeSavedValue, sum.RevenueValue + f.RevenueValue));
    }

    /// <summary>Value less cost at a point.</summary>
    public Money Net(RoiPoint point) => Generated(point) - Cost;

    /// <summary>Return in percent at a point; null where there is no cost.</summary>
    public decimal? Percent(RoiPoint point) => Cost.IsZero ? null : 100m * Net(point).Minor / Cost.Minor;
}
