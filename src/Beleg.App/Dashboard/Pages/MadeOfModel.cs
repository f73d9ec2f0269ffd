using Beleg.App.Dashboard.Parts;
using Beleg.Metrics;
using NodaTime;

namespace Beleg.App.Dashboard.Pages;

/// <summary>What a calculated figure is made of.</summary>
public sealed record MadeOfModel
{
    public required string Workspace { get; init; }

    public required DateTimeZone Zone { get; init; }

    public required Metric Metric { get; init; }

    public required string Period { get; init; }

    /// <summary>The page the figure stands on.</summary>
    public required string Back { get; init; }

    /// <summary>The figure itself.</summary>
    public required TileModel Figure { get; init; }

    /// <summary>What enters it.</summary>
    public required IReadOnlyList<TileModel> Parts { get; init; }

    /// <summary>Assumptions: low, expected, high.</summary>
    public required IReadOnlyList<ListLine> Assumptions { get; init; }

    /// <summary>The bar; null where the page has none.</summary>
    public Filters.FilterModel? Bar { get; init; }

    /// <summary>What it is narrowed to.</summary>
    public required IReadOnlyList<string> Narrowed { get; init; }

    /// <summary>What must be said beside it.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>What is missing.</summary>
    public required IReadOnlyList<string> Gaps { get; init; }
}
