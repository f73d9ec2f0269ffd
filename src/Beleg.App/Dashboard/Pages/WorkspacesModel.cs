using Beleg.App.Dashboard.Language;

namespace Beleg.App.Dashboard.Pages;

/// <summary>What the agency's start shows.</summary>
public sealed record WorkspacesModel
{
    public required IReadOnlyList<WorkspaceRow> Rows { get; init; }

    /// <summary>Ways to sort: name, address, and the one chosen.</summary>
    public required IReadOnlyList<(Phrase Name, string Href, bool IsChosen)> Orders { get; init; }

    /// <summary>The way it is sorted; null for the usual one.</summary>
    public string? Sort { get; init; }

    /// <summary>The name looked for; null where all stand here.</summary>
    public string? Asked { get; init; }

    /// <summary>Whether there are more than one sees at a look.</summary>
    public bool HasSearch { get; init; }

    /// <summary>All of them again.</summary>
    public required string All { get; init; }

    /// <summary>How many there are and how many somebody should look at; null where that is seen.</summary>
    public string? Counted { get; init; }
}
