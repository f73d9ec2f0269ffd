using Beleg.Metrics;

namespace Beleg.Reports.Why;

/// <summary>Where each step of each flow stands, read from figures by flow, version and step that carry it as their part <c>position</c>.</summary>
internal sealed class StepPlaces
{
    private readonly Dictionary<(string Flow, string Step), int> places = [];
    private readonly Dictionary<string, string> openers = new(StringComparer.Ordinal);

    /// <summary>Reads them; of a step that stood elsewhere in another version, the place that was visited most.</summary>
    public StepPlaces(params IEnumerable<MetricResult> results)
    {
        var known = results.SelectMany(result => result.Rows)
            .Select(row => (Flow: At(row, "flow"), Step: At(row, "step"), Position: row.Figure.Parts.GetValueOrDefault("position")))
            .Where(row => row is { Flow: not null, Step: not null, Position.Value: { } place } && place == decimal.Truncate(place))
            .Select(row => (row.Flow, row.Step, Place: (int)row.Position!.Value!.Value, Visits: row.Position.Denominator ?? 0)).ToList();
        foreach (var step in known.GroupBy(row => (row.Flow!, row.Step!)))
            places[step.Key] = step.OrderByDescending(row => row.Visits).First().Place + 1;
        foreach (var flow in known.Where(row => row.Place == 0).GroupBy(row => row.Flow!))
            openers[flow.Key] = flow.GroupBy(row => row.Step!).OrderByDescending(step => step.Sum(row => row.Visits)).ThenBy(step => step.Key, StringComparer.Ordinal).First().Key;
    }

    /// <summary>The step of a row that is split by flow and step; null where it has none.</summary>
    public string? NameOf(MetricRow row) => At(row, "step") is not { Length: > 0 } step ? null
        : new StepName(At(row, "flow"), step, At(row, "flow") is { } flow && places.TryGetValue((flow, step), out var place) ? place : null).Key;

    /// <summary>The first step of a row's flow; null where it has none.</summary>
    public string? OpenerOf(MetricRow row) => At(row, "flow") is not { Length: > 0 } flow ? null : new StepName(flow, openers.GetValueOrDefault(flow, ""), 1).Key;

    private static string? At(MetricRow row, string dimension) => row.Group.FirstOrDefault(part => part.Key == dimension).Value;
}
