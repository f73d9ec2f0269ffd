using NodaTime;

namespace Beleg.State;

/// <summary>One change of a setting.</summary>
/// <param name="Key">The setting.</param>
/// <param name="Before">Its value until then, as text.</param>
/// <param name="After">Its value from then on.</param>
/// <param name="Author">Who changed it.</param>
/// <param name="Reason">Why; empty where nobody said.</param>
/// <param name="At">When.</param>
public sealed record SettingChange(string Key, string Before, string After, string Author, string Reason, Instant At);
