using Beleg.App.Dashboard.Language;

namespace Beleg.App.Dashboard.Pages;

/// <summary>What the agency's start shows.</summary>
public sealed record WorkspacesModel
{
    public required IReadOnlyList<WorkspaceRow> Rows { get; init; }

    /// <summary>Ways to sort: name, address, and the one chosen.</summary>
    public required IReadOnlyList<(Phrase Name, string Href, bool IsChosen)> Orders { get; init; }
}
