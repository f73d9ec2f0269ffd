namespace Beleg.Metrics.Calculations;

/// <summary>The smallest part of a programme that a question tells apart; a dimension nobody asks for is null everywhere.</summary>
/// <param name="Flow">Flow; null where there is none.</param>
/// <param name="Channel">Channel; null also where something is of no one channel.</param>
/// <param name="EntryPoint">Entry point; likewise.</param>
internal sealed record ProgrammeCell(string? Flow, string? Channel = null, string? EntryPoint = null)
{
    /// <summary>What belongs to no flow, channel or entry point.</summary>
    public static ProgrammeCell Nowhere { get; } = new((string?)null);

    private static readonly string[] told = ["channel", "entry_point"];

    /// <summary>The dimensions a question tells cells apart by. Flows are always told apart: saved hours and the baseline are theirs.</summary>
    public static IReadOnlyList<string> DimensionsOf(Composition query)
    {
        var asked = query.By.Concat(query.Filters.Select(filter => filter.Dimension)).ToHashSet(StringComparer.Ordinal);
        return ["flow", .. told.Where(asked.Contains)];
    }

    /// <summary>The cell of some values.</summary>
    public static ProgrammeCell Of(IReadOnlyList<string> dimensions, IReadOnlyList<string?> values)
    {
        string? At(string dimension) => dimensions.ToList().IndexOf(dimension) is >= 0 and var place ? values[place] : null;
        return new ProgrammeCell(At("flow"), At("channel"), At("entry_point"));
    }

    /// <summary>The value of a dimension.</summary>
    public string? Of(string dimension) => dimension switch { "flow" => Flow, "channel" => Channel, "entry_point" => EntryPoint, _ => null };

    /// <summary>Whether it is kept.</summary>
    public bool Passes(IReadOnlyList<MetricFilter> filters) => filters.All(filter => filter.Values.Contains(Of(filter.Dimension) ?? ""));
}
