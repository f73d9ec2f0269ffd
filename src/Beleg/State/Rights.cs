namespace Beleg.State;

/// <summary>All roles of one person.</summary>
/// <param name="Grants">By workspace; the one for every workspace first.</param>
public sealed record Rights(IReadOnlyList<RoleGrant> Grants)
{
    /// <summary>Of somebody who was given nothing.</summary>
    public static Rights None { get; } = new([]);

    /// <summary>Whether people and the installation itself are theirs to administer.</summary>
    public bool IsAdminOfAll => Grants.Any(grant => grant is { Workspace: null, Role: Role.Admin });

    /// <summary>The highest role in a workspace; null where the person must not even learn that there is such a workspace.</summary>
    public Role? In(string workspace) =>
        Grants.Where(grant => grant.Workspace is null || grant.Workspace == workspace).Select(grant => (Role?)grant.Role).Max();
}
