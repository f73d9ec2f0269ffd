using NodaTime;

namespace Beleg.App.Dashboard.Pages;

/// <summary>One month and its proof.</summary>
/// <param name="Month">The month.</param>
/// <param name="Code">As in addresses.</param>
/// <param name="IsOver">Whether it can be frozen.</param>
/// <param name="FrozenAt">When its latest proof was published; null where none was.</param>
/// <param name="Hash">Of that proof.</param>
/// <param name="Published">How many were published.</param>
/// <param name="Edits">How often somebody wrote into it.</param>
public sealed record ProofRow(Period Month, string Code, bool IsOver, Instant? FrozenAt, string? Hash, int Published, int Edits);
