using NodaTime;

namespace Beleg.App.Dashboard.Pages;

/// <summary>One event that came with the same id and other content, and where it can be looked at.</summary>
public sealed record ConflictRow(string Source, string What, string? About, string? Address, Instant At, int Versions, bool ByUpdateTime);
