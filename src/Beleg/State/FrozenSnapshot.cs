using NodaTime;

namespace Beleg.State;

/// <summary>A published result, which never changes.</summary>
/// <param name="Id">Ascending in the order of publication.</param>
/// <param name="Workspace">The workspace it is of.</param>
/// <param name="Kind">Which report.</param>
/// <param name="Month">Its month, 2026-10.</param>
/// <param name="Json">The result, as published.</param>
/// <param name="Hash">SHA-256 over the previous hash and the JSON, in lower-case hex.</param>
/// <param name="PreviousHash">Hash of the workspace's snapshot before; null for the first. So none can be changed or taken out unnoticed.</param>
/// <param name="CreatedAt">When it was published.</param>
/// <param name="Signature">ECDSA P-256 over the hash's letters, DER, base64; null for one that was published before results were signed.</param>
/// <param name="PublicKey">The key that checks it: SubjectPublicKeyInfo, base64.</param>
public sealed record FrozenSnapshot(
    long Id, string Workspace, string Kind, string Month, string Json, string Hash, string? PreviousHash, Instant CreatedAt, string? Signature, string? PublicKey);
