namespace Beleg.Metrics;

/// <summary>A text for people in each language of the product.</summary>
/// <param name="En">English.</param>
/// <param name="De">German.</param>
public sealed record Words(string En, string De)
{
    /// <summary>The text in a language: German for <c>de</c> and its regions, English for everything else.</summary>
    public string In(string? language) =>
        language is not null && language.StartsWith("de", StringComparison.OrdinalIgnoreCase) ? De : En;
}
