using NodaTime;

namespace Beleg.State;

/// <summary>One version of what a person says about a figure, with the draft it took the place of.</summary>
/// <param name="Id">Ascending with time.</param>
/// <param name="Subject">What it explains: <c>headline</c>, <c>conversion</c>.</param>
/// <param name="Scope">Of which days, filters and model: the part of the address that says so.</param>
/// <param name="Text">What the person wrote; empty takes the draft again; null where it was erased.</param>
/// <param name="DraftEn">The draft of that moment, English.</param>
/// <param name="DraftDe">The draft of that moment, German.</param>
/// <param name="Author">Who wrote it; empty where that was erased.</param>
/// <param name="CreatedAt">When.</param>
/// <param name="ErasedAt">When its text was erased; null where it was not.</param>
public sealed record Note(long Id, string Subject, string Scope, string? Text, string DraftEn, string DraftDe, string Author, Instant CreatedAt, Instant? ErasedAt);
