using Beleg.App.Dashboard.Language;
using NodaTime;

namespace Beleg.App.Dashboard.Pages;

/// <summary>A page of the rows behind a figure.</summary>
public sealed record RowsModel
{
    public required string Workspace { get; init; }

    public required DateTimeZone Zone { get; init; }

    /// <summary>The figure.</summary>
    public required string Name { get; init; }

    public required string MetricId { get; init; }

    public required string Period { get; init; }

    /// <summary>The page the figure stands on.</summary>
    public required string Back { get; init; }

    public required Filters.FilterModel Bar { get; init; }

    /// <summary>What it is narrowed to.</summary>
    public required IReadOnlyList<string> Narrowed { get; init; }

    /// <summary>Above and below the line; empty where there is no line.</summary>
    public required IReadOnlyList<(Phrase Name, string Href, bool IsChosen)> Sides { get; init; }

    /// <summary>How many there are and what they come to together.</summary>
    public required Microsoft.AspNetCore.Components.MarkupString Count { get; init; }

    /// <summary>Why there are none, where there are none.</summary>
    public required string None { get; init; }

    /// <summary>Which of them stand here; null where there are none.</summary>
    public string? Shown { get; init; }

    public string? Newer { get; init; }

    public string? Older { get; init; }

    public required string Csv { get; init; }

    public required IReadOnlyList<(string Name, bool IsNumber)> Columns { get; init; }

    public required IReadOnlyList<IReadOnlyList<RowCell>> Rows { get; init; }

    /// <summary>The statement they came by.</summary>
    public required string Sql { get; init; }
}
