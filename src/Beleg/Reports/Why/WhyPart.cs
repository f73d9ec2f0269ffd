using Beleg.Statistics;

namespace Beleg.Reports.Why;

/// <summary>One group's part of a change, in the figure's unit (a share as 0 to 1).</summary>
/// <param name="Group">Its name; null is whatever has none. Of a step: its id.</param>
/// <param name="Flow">Of a step: its flow.</param>
/// <param name="Place">Of a step: where in the flow, from 1.</param>
/// <param name="IsOverlap">Whether it is what stands between people counted once in the whole and in several groups.</param>
/// <param name="Amount">All of its part.</param>
/// <param name="Volume">Because there was more or less of everything.</param>
/// <param name="Mix">Because its share of the whole changed.</param>
/// <param name="Rate">Because its own rate changed.</param>
/// <param name="Value">Because each event was worth more or less.</param>
/// <param name="Rest">What no factor explains.</param>
public sealed record WhyPart(
    string? Group, string? Flow, int? Place, bool IsOverlap, decimal Amount, decimal Volume, decimal Mix, decimal Rate, decimal Value, decimal Rest)
{
    /// <summary>The parts of a note by group, the strongest in the direction of the change first. Pure.</summary>
    internal static IReadOnlyList<WhyPart> Of(Drivers drivers) => [.. drivers.ByGroup.Select(group =>
    {
        decimal At(DriverKind kind) => drivers.Parts.Where(part => part.Group == group.Group && part.Kind == kind).Sum(part => part.Amount);
        var step = StepName.Of(group.Group);
        var overlap = group.Group == WhySplits.Overlap;
        return new WhyPart(
            overlap ? null : step is null ? group.Group : step.Step, step?.Flow, step?.Place, overlap,
            group.Amount, At(DriverKind.Volume), At(DriverKind.Mix), At(DriverKind.Rate), At(DriverKind.Value), At(DriverKind.Rest));
    })];
}
