using Beleg.Metrics;

namespace Beleg.Reports.ProofPacks;

/// <summary>One point of the commentary, drafted by a rule from the figures.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Rule">The rule that wrote it; <c>person</c> where nothing had been drafted.</param>
/// <param name="Text">The sentence.</param>
public sealed record ProofComment(ProofCommentKind Kind, string Rule, Words Text);
