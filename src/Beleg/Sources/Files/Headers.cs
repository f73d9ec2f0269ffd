namespace Beleg.Sources.Files;

/// <summary>Compares headers as people write them.</summary>
internal static class Headers
{
    /// <summary>Letters and digits only, lower case: "Order ID", "order-id" and "order_id" are one.</summary>
    public static string Normal(string header) => string.Concat(header.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));

    /// <summary>As a property's name: "Favourite Colour" becomes favourite_colour.</summary>
    public static string Snake(string header)
    {
        var words = string.Concat(header.Select(c => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' '));
        return string.Join('_', words.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
