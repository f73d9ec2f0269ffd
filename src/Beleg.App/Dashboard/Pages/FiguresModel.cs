using Beleg.App.Dashboard.Filters;
using NodaTime;

namespace Beleg.App.Dashboard.Pages;

/// <summary>Every due figure of a period.</summary>
public sealed record FiguresModel
{
    public required string Workspace { get; init; }

    public required DateTimeZone Zone { get; init; }

    /// <summary>The period, as written.</summary>
    public required string Title { get; init; }

    /// <summary>The filters as an address carries them.</summary>
    public required string Query { get; init; }

    public required FilterModel Filters { get; init; }

    /// <summary>All due metrics by pillar.</summary>
    public required IReadOnlyList<FigureGroup> Groups { get; init; }
}
