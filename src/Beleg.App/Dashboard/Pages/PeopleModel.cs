using Beleg.State;

namespace Beleg.App.Dashboard.Pages;

/// <summary>Everybody who may sign in, with their roles.</summary>
public sealed record PeopleModel
{
    public required IReadOnlyList<(User User, Rights Rights)> Rows { get; init; }

    /// <summary>Names of the workspaces.</summary>
    public required IReadOnlyList<string> Workspaces { get; init; }

    /// <summary>What was given and taken, the latest first.</summary>
    public required IReadOnlyList<RoleChange> Changes { get; init; }

    /// <summary>Who looks.</summary>
    public required long Self { get; init; }

    /// <summary>A sign-in link that was made just now, and whose; it cannot be shown again.</summary>
    public (string Email, string Address)? Link { get; init; }

    public string? Mistake { get; init; }
}
