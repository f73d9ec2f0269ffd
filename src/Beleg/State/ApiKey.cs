using NodaTime;

namespace Beleg.State;

/// <summary>A key of the API, as kept: the key itself is shown once and never again.</summary>
/// <param name="Id">Names it on pages and in commands.</param>
/// <param name="Workspace">The workspace it belongs to.</param>
/// <param name="Prefix">Its first characters, to tell it apart.</param>
/// <param name="Label">What its owner calls it.</param>
/// <param name="Scope">What it may do.</param>
/// <param name="IsBrowser">Whether it stands in a public page: then what it sends is believed little (<see cref="Sources.Trust.Browser"/>).</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="LastUsedAt">When it was last used, within a minute; null where never.</param>
/// <param name="RevokedAt">When it was revoked; null where it is valid.</param>
public sealed record ApiKey(
    long Id, string Workspace, string Prefix, string Label, KeyScope Scope, bool IsBrowser, Instant CreatedAt, Instant? LastUsedAt, Instant? RevokedAt)
{
    /// <summary>Whether it may do what another scope may.</summary>
    public bool Allows(KeyScope scope) => Scope == KeyScope.Admin || Scope == scope;
}
