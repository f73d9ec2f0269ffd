using Beleg.App.Dashboard.Parts;
using NodaTime;

namespace Beleg.App.Dashboard.Pages;

/// <summary>What a workspace's first page shows: one headline, four tiles, and every other figure below.</summary>
public sealed record OverviewModel
{
    public required string Workspace { get; init; }

    public required DateTimeZone Zone { get; init; }

    /// <summary>The month shown.</summary>
    public required Period Period { get; init; }

    /// <summary>Months to choose from, the newest first.</summary>
    public required IReadOnlyList<Period> Months { get; init; }

    /// <summary>Whether anything has ever come in.</summary>
    public required bool HasData { get; init; }

    /// <summary>Revenue per chat, conservative; where the chat earns nothing, what it saves, or what it converts.</summary>
    public required TileModel Headline { get; init; }

    /// <summary>Revenue per chat with every grade of evidence; null where the headline is another.</summary>
    public string? HeadlineAll { get; init; }

    /// <summary>Name of the attribution model.</summary>
    public required string Model { get; init; }

    /// <summary>Days of its look-back.</summary>
    public required int LookBackDays { get; init; }

    /// <summary>How many automated conversations.</summary>
    public required string Chats { get; init; }

    /// <summary>Attributed revenue by evidence; empty where there is none.</summary>
    public required IReadOnlyList<SharePart> Evidence { get; init; }

    public required IReadOnlyList<TileModel> Tiles { get; init; }

    /// <summary>All due metrics by pillar.</summary>
    public required IReadOnlyList<FigureGroup> Groups { get; init; }
}
