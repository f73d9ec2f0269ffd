using NodaTime;

namespace Beleg.State;

/// <summary>A role was given or taken.</summary>
/// <param name="Email">Whose.</param>
/// <param name="Workspace">Where; null in every workspace.</param>
/// <param name="Role">Which one holds from then on; null none.</param>
/// <param name="Author">Who did it.</param>
/// <param name="At">When.</param>
public sealed record RoleChange(string Email, string? Workspace, Role? Role, string Author, Instant At);
