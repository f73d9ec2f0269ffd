using NodaTime;

namespace Beleg.Reports.ProofPacks;

/// <summary>Where the proof meets the living figures: a shared link with a scope of its own.</summary>
/// <param name="Url">The link; whoever has it sees its scope and nothing else, until it expires or is revoked.</param>
/// <param name="ExpiresAt">From when on it shows nothing.</param>
public sealed record ProofLive(string Url, Instant ExpiresAt);
