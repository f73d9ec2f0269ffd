using Beleg.Sources;

namespace Beleg.State;

/// <summary>A source's settings as they are written: without name (it is a column) and secrets (they are sealed).</summary>
internal sealed record StoredSource(
    string Provider, Trust Trust, IReadOnlyList<string> AccountIds, string? Shop, Actor DefaultActor, string? DefaultRegion, IReadOnlyList<string> StopWords);

/// <summary>What is sealed of a source.</summary>
internal sealed record StoredSecrets(IReadOnlyList<string> Secrets, string? VerifyToken);
