using Beleg.Primitives;

namespace Beleg.Reports.Contacts;

/// <summary>Two contacts that may be one person.</summary>
/// <param name="Contact">The other contact.</param>
/// <param name="Reason">Why.</param>
/// <param name="Shown">The name that both came with, for people; null where it is not known.</param>
public sealed record MergeSuggestion(Key Contact, MergeReason Reason, string? Shown);
