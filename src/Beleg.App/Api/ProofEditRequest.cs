namespace Beleg.App.Api;

/// <summary>What a program sends to write over drafted sentences of a proof.</summary>
/// <param name="Author">Who wrote them.</param>
/// <param name="Texts">By place (wins.1.text) the texts; both empty give it back to the draft.</param>
internal sealed record ProofEditRequest(string? Author, IReadOnlyDictionary<string, ProofEditText?>? Texts);

/// <summary>One text.</summary>
/// <param name="En">In English; the German one where absent.</param>
/// <param name="De">In German; the English one where absent.</param>
internal sealed record ProofEditText(string? En, string? De);
