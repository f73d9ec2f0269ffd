using NodaTime;

namespace Beleg.State;

/// <summary>What a person wrote in place of a drafted sentence.</summary>
/// <param name="Id">Ascending in time.</param>
/// <param name="Month">Month of the proof, 2026-10.</param>
/// <param name="Place">Where it stands: wins.1.text.</param>
/// <param name="DraftedEn">What the numbers had drafted there at that time, in English; empty where nothing.</param>
/// <param name="DraftedDe">The same in German.</param>
/// <param name="En">The person's English text; empty where the draft holds again.</param>
/// <param name="De">The person's German text.</param>
/// <param name="Author">Who wrote it.</param>
/// <param name="MadeAt">When.</param>
public sealed record ProofEdit(long Id, string Month, string Place, string DraftedEn, string DraftedDe, string En, string De, string Author, Instant MadeAt);
