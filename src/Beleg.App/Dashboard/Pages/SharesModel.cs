using NodaTime;

namespace Beleg.App.Dashboard.Pages;

/// <summary>What the page of shared links shows.</summary>
public sealed record SharesModel
{
    public required string Workspace { get; init; }

    public required DateTimeZone Zone { get; init; }

    public required IReadOnlyList<ShareRow> Rows { get; init; }

    public required IReadOnlyList<string> Channels { get; init; }

    /// <summary>Flows there are to narrow a link to.</summary>
    public required IReadOnlyList<string> Flows { get; init; }

    public required IReadOnlyList<Period> Months { get; init; }

    /// <summary>The month the form begins with.</summary>
    public required Period Chosen { get; init; }

    public string? Mistake { get; init; }
}
