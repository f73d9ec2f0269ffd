namespace Beleg.Sources.Track;

/// <summary>Billing words that providers use.</summary>
internal static class Categories
{
    /// <summary>A category; none where nothing is said, other where the word is new.</summary>
    public static MessageCategory Read(string? category) =>
        category is null ? MessageCategory.None
        : Labels<MessageCategory>.TryRead(category, out var known) ? known
        : MessageCategory.Other;

    /// <summary>Whether a message costs, by its pricing type; null where the type does not tell. Newer notices leave "billable" out.</summary>
    public static bool? Billable(string? type) => type switch
    {
        "regular" => true,
        "free_customer_service" or "free_entry_point" => false,
        _ => null,
    };
}
