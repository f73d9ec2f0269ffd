namespace Beleg.Metrics;

/// <summary>A text for people in each language of the product.</summary>
/// <param name="En">English.</param>
/// <param name="De">German.</param>
public sealed record Words(string En, string De)
{
    /// <summary>What a person wrote, who need not have written it twice: what stands in one language only stands in both.</summary>
    /// <param name="en">In the language they wrote in, English where they wrote in both; null or empty where only the German stands.</param>
    /// <param name="de">The same in German; null or empty where nobody wrote it.</param>
    public static Words Said(string? en, string? de) => new(string.IsNullOrEmpty(en) ? de ?? "" : en, string.IsNullOrEmpty(de) ? en ?? "" : de);

    /// <summary>The text in a language: German for <c>de</c> and its regions, English for everything else.</summary>
    public string In(string? language) =>
        language is not null && language.StartsWith("de", StringComparison.OrdinalIgnoreCase) ? De : En;
}
