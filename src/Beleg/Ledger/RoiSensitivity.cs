using Beleg.Primitives;

namespace Beleg.Ledger;

/// <summary>What return on investment rests on: which thing moves it most, where it turns, and where it lies when all move at once.</summary>
/// <param name="Percent">The return as it is shown, all at base.</param>
/// <param name="Low">All assumptions at their cautious ends.</param>
/// <param name="High">All at their optimistic ends.</param>
/// <param name="Drivers">What it rests on, the greatest swing first.</param>
/// <param name="Spread">All at once, by simulation.</param>
public sealed record RoiSensitivity(decimal Percent, decimal Low, decimal High, IReadOnlyList<RoiDriver> Drivers, RoiSpread Spread)
{
    /// <summary>Draws of a simulation: the ends of its intervals move by less than a fiftieth of their distance from seed to seed.</summary>
    public const int DefaultDraws = 4_000;

    /// <summary>Seed of a simulation, so that a page shows the same numbers at every look.</summary>
    public const ulong DefaultSeed = 0x42454C4547;

    // No contact or hour costs more; beyond it a break-even would be no help.
    private const decimal DearestThing = 1_000;
    private const decimal HoursOfAWeek = 168;

    /// <summary>Looks at a programme from all sides; null where it cost nothing, since there is no return then.</summary>
    public static RoiSensitivity? Of(RoiModel model, RoiUncertainty measured, int draws = DefaultDraws, ulong seed = DefaultSeed)
    {
        if (model.Percent(RoiPoint.Base) is not { } now)
            return null;
        RoiDriver[] drivers = [.. Look(model, measured, now).Where(d => d.Swing > 0 || d.Turn is not null).OrderByDescending(d => d.Swing).ThenBy(d => d.Id, StringComparer.Ordinal)];
        return new RoiSensitivity(now, model.Percent(RoiPoint.Of(Scenario.Low))!.Value, model.Percent(RoiPoint.Of(Scenario.High))!.Value, drivers, Simulate(model, measured, draws, seed));
    }

    private static IEnumerable<RoiDriver> Look(RoiModel model, RoiUncertainty measured, decimal now)
    {
        decimal At(RoiPoint point) => model.Percent(point)!.Value;
        foreach (var a in model.Assumptions.DistinctBy(a => a.Id))
        {
            var (from, to) = Range(a);
            var rises = At(RoiPoint.Base.With(a.Id, to)) >= At(RoiPoint.Base.With(a.Id, from));
            yield return new RoiDriver(
                a.Id, UnitOf(a), a.Low, a.Value, a.High, At(RoiPoint.Base.With(a.Id, a.Low)), At(RoiPoint.Base.With(a.Id, a.High)),
                BreakEven.Find(x => At(RoiPoint.Base.With(a.Id, x)), from, to), rises, a.IsUnset);
        }

        if (measured.Containment is { } share && model is { Automated: > 0, Contained: > 0 })
        {
            var contained = (decimal)model.Contained / model.Automated;
            decimal Share(decimal x) => At(RoiPoint.Base with { Containment = x / contained });
            yield return new RoiDriver(
                RoiDriver.Containment, "share", (decimal)share.Low, contained, (decimal)share.High, Share((decimal)share.Low), Share((decimal)share.High),
                BreakEven.Find(Share, 0, 1), true, false);
        }

        if (model.RevenueMinor > 0)
        {
            var revenue = new Money(model.RevenueMinor, model.Cost.Currency).ToMajor();
            decimal Factor(decimal x) => At(RoiPoint.Base with { Revenue = x });
            yield return new RoiDriver(
                RoiDriver.Revenue, "money", revenue * measured.RevenueLow, revenue, revenue * measured.RevenueHigh, Factor(measured.RevenueLow), Factor(measured.RevenueHigh),
                BreakEven.Find(Factor, 0, 10) * revenue, true, false);
        }
    }

    // What an assumption could be at all, whatever was agreed.
    private static (decimal From, decimal To) Range(Assumption a) => UnitOf(a) switch
    {
        "share" => (0, 1),
        "weeks" => (3, 6),
        _ when a.Id.StartsWith("hours_saved", StringComparison.Ordinal) => (0, HoursOfAWeek),
        _ => (0, Math.Max(DearestThing, 10 * Math.Max(a.High, a.Value))),
    };

    // Whoever sets an assumption may call its unit what they like; what it counts is defined.
    private static string UnitOf(Assumption a) => AssumptionDefinition.All.FirstOrDefault(d => d.Id == a.Id)?.Unit ?? a.Unit;

    private static RoiSpread Simulate(RoiModel model, RoiUncertainty measured, int draws, ulong seed)
    {
        decimal[] found = [.. RoiDraws.Of(model, measured, draws, seed).Select(point => model.Percent(point)!.Value).Order()];
        return new RoiSpread(
            RoiDraws.At(found, .5), RoiDraws.At(found, .1), RoiDraws.At(found, .9), RoiDraws.At(found, .025), RoiDraws.At(found, .975),
            (decimal)found.Count(v => v > 0) / draws, draws, seed);
    }
}
