using Beleg.Sources;
using NodaTime;

namespace Beleg.Reports.Contacts;

/// <summary>One span of consent.</summary>
/// <param name="Purpose">What for.</param>
/// <param name="Channel">On which channel; other means all.</param>
/// <param name="GivenAt">Given; null where only a withdrawal is known.</param>
/// <param name="WithdrawnAt">Withdrawn.</param>
/// <param name="ValidUntil">Ends by itself.</param>
/// <param name="WordingVersion">Version of the words shown.</param>
public sealed record ContactConsent(string Purpose, Channel Channel, Instant? GivenAt, Instant? WithdrawnAt, Instant? ValidUntil, string? WordingVersion);
