using Beleg.Metrics;
using NodaTime;

namespace Beleg.Reports.ProofPacks;

/// <summary>A text that a person wrote over a drafted one; both are kept.</summary>
/// <param name="Place">Where it stands: wins.1.text.</param>
/// <param name="Drafted">What the numbers had drafted; empty where nothing.</param>
/// <param name="Text">What the person wrote, as it stands in the proof.</param>
/// <param name="Author">Who wrote it.</param>
/// <param name="At">When.</param>
public sealed record ProofEditedText(string Place, Words Drafted, Words Text, string Author, Instant At);
