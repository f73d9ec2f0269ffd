namespace Beleg.App.Security;

/// <summary>Whom an address is for. The roles are those in the workspace that the address names, each the least that will do.</summary>
internal enum Audience
{
    /// <summary>The whole world.</summary>
    Anyone,

    /// <summary>Whoever shows a secret of the address's own kind: a key, a signature, this machine's token. It is judged where it is read.</summary>
    Keyholder,

    /// <summary>Whoever is signed in.</summary>
    SignedIn,

    Viewer,
    Editor,
    Admin,

    /// <summary>Whoever administers all workspaces.</summary>
    AdminOfAll,
}
