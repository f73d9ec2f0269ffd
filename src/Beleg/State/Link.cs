using NodaTime;

namespace Beleg.State;

/// <summary>A tagged link.</summary>
/// <param name="Code">128 random bits in 26 letters and digits; the last part of its address.</param>
/// <param name="Workspace">The workspace it belongs to.</param>
/// <param name="Made">What it was made as.</param>
/// <param name="CreatedAt">When it was made.</param>
public sealed record Link(string Code, string Workspace, NewLink Made, Instant CreatedAt);
