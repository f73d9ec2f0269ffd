using Beleg.App.Dashboard.Language;
using Beleg.App.Dashboard.Parts;
using Beleg.Reports.Charts;
using Beleg.Reports.Why;

namespace Beleg.App.Dashboard.Pages;

/// <summary>One of the four tiles.</summary>
public sealed record OverviewTile
{
    public required WhySubject Subject { get; init; }

    public required Phrase Title { get; init; }

    /// <summary>The figure it leads with.</summary>
    public required TileModel Lead { get; init; }

    /// <summary>What stands in place of all figures where the workspace has none of them.</summary>
    public Phrase? Empty { get; init; }

    /// <summary>The figures below.</summary>
    public required IReadOnlyList<TileModel> Lines { get; init; }

    public Chart? Chart { get; init; }

    /// <summary>What stands where the chart would be empty.</summary>
    public Phrase? ChartEmpty { get; init; }

    /// <summary>A second chart, below the first.</summary>
    public Chart? Further { get; init; }

    public Phrase? ListTitle { get; init; }

    public IReadOnlyList<ListLine> List { get; init; } = [];

    /// <summary>What stands where the list would be empty.</summary>
    public Phrase? ListEmpty { get; init; }

    public required WhyModel Why { get; init; }
}
