using Beleg.Reports.Growth;
using Beleg.State;

namespace Beleg.App.Dashboard.Pages;

/// <summary>What may not be done, and who can help.</summary>
/// <param name="Workspace">The workspace; null where it is about the whole installation.</param>
/// <param name="Has">The role that the person has there; null none.</param>
/// <param name="Needs">The least that would do; null where it takes an admin of all workspaces.</param>
/// <param name="Admins">Who gives roles.</param>
public sealed record ForbiddenModel(string? Workspace, Role? Has, Role? Needs, IReadOnlyList<User> Admins)
{
    /// <summary>The report that is not part of the booked tier; null where it is about a role.</summary>
    public ReportSection? Beyond { get; init; }
}
