namespace Beleg.App.Dashboard.Language;

/// <summary>One text in every language of the pages.</summary>
/// <param name="En">English.</param>
/// <param name="De">German.</param>
public sealed record Phrase(string En, string De);
