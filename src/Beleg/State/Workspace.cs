using Beleg.State.Settings;
using NodaTime;

namespace Beleg.State;

/// <summary>One client of the agency, kept apart from all others.</summary>
/// <param name="Name">1 to 40 of a–z, 0–9 and hyphen; never changes.</param>
/// <param name="DisplayName">As people call it.</param>
/// <param name="Settings">How its figures are made.</param>
/// <param name="CreatedAt">When it was made.</param>
public sealed record Workspace(string Name, string DisplayName, WorkspaceSettings Settings, Instant CreatedAt);
