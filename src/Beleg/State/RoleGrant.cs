namespace Beleg.State;

/// <summary>A role that a person has.</summary>
/// <param name="Role">The role.</param>
/// <param name="Workspace">Where; null in every workspace.</param>
public sealed record RoleGrant(Role Role, string? Workspace);
