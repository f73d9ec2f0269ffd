namespace Beleg.Reports.Flows;

/// <summary>In which order people come by the steps of a flow: by the position that sources tell, else by how soon after the start.</summary>
internal sealed class StepOrder(IReadOnlyList<(string? Version, string Step, int? Index, double After)> steps)
{
    /// <summary>The position that sources tell; null where they do not.</summary>
    public int? IndexOf(string? version, string? step) => steps.FirstOrDefault(one => one.Version == version && one.Step == step).Index;

    /// <summary>Something to sort a step of a version by.</summary>
    public (int Index, double After) PlaceOf(string? version, string step) =>
        steps.Where(one => one.Version == version && one.Step == step).Select(Place).DefaultIfEmpty((int.MaxValue, double.MaxValue)).First();

    /// <summary>Something to sort a step of any version by.</summary>
    public (int Index, double After) PlaceOf(string? step) =>
        steps.Where(one => one.Step == step).Select(Place).DefaultIfEmpty((int.MaxValue, double.MaxValue)).Min();

    private static (int, double) Place((string? Version, string Step, int? Index, double After) one) => (one.Index ?? int.MaxValue, one.After);
}
