namespace Beleg.State;

/// <summary>What a shared link is to show, and for how long.</summary>
public sealed record NewShare
{
    /// <summary>What it is made for; may be empty.</summary>
    public required string Label { get; init; }

    /// <summary>The first month, 2026-05.</summary>
    public required string FromMonth { get; init; }

    /// <summary>The last month.</summary>
    public required string ToMonth { get; init; }

    /// <summary>The only channel; null for all.</summary>
    public string? Channel { get; init; }

    /// <summary>The only flow; null for all.</summary>
    public string? Flow { get; init; }

    /// <summary>Whether figures open their breakdown.</summary>
    public bool DrillDown { get; init; }

    /// <summary>How long it holds, in days.</summary>
    public required int Days { get; init; }

    /// <summary>Who makes it.</summary>
    public required string CreatedBy { get; init; }
}
