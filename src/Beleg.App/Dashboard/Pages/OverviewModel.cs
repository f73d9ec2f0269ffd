using Beleg.App.Dashboard.Parts;
using Beleg.Reports.Charts;
using NodaTime;

namespace Beleg.App.Dashboard.Pages;

/// <summary>What a workspace's first page shows: a headline and four tiles.</summary>
public sealed record OverviewModel
{
    public required string Workspace { get; init; }

    public required DateTimeZone Zone { get; init; }

    /// <summary>The period, as written.</summary>
    public required string Title { get; init; }

    /// <summary>The period compared with, as written; null for none.</summary>
    public string? Compared { get; init; }

    /// <summary>Time of the last event.</summary>
    public Instant? CutOff { get; init; }

    /// <summary>The filters as an address carries them.</summary>
    public required string Query { get; init; }

    /// <summary>Whether anything has ever come in.</summary>
    public required bool HasData { get; init; }

    /// <summary>Whether nothing happened in the period.</summary>
    public required bool IsEmpty { get; init; }

    /// <summary>Net value, return, payback, and revenue per chat or what stands for it.</summary>
    public required IReadOnlyList<TileModel> Headline { get; init; }

    /// <summary>Revenue per chat with every grade of evidence; null where it is the same.</summary>
    public Microsoft.AspNetCore.Components.MarkupString? PerChatNote { get; init; }

    /// <summary>Assumptions that nobody has set.</summary>
    public required IReadOnlyList<string> Unset { get; init; }

    /// <summary>How the cost of a part came to be its own; null where the figures are of the whole programme.</summary>
    public string? CostNote { get; init; }

    public Chart? NetTrend { get; init; }

    public Chart? Evidence { get; init; }

    public required WhyModel Why { get; init; }

    public required IReadOnlyList<OverviewTile> Tiles { get; init; }
}
