using Beleg.Primitives;
using Beleg.Sources;

namespace Beleg.App.Links;

/// <summary>The words that a tagged link carries, checked.</summary>
internal static class LinkWords
{
    private const int Longest = 200;

    /// <summary>The messaging channels, as written on the wire.</summary>
    public static IReadOnlyList<string> Channels { get; } = [.. Enum.GetValues<Channel>().OrderBy(channel => channel == Sources.Channel.Other).Select(channel => channel.ToString().ToLowerInvariant())];

    /// <summary>A channel's name.</summary>
    /// <exception cref="UserErrorException">There is none of that name.</exception>
    public static string Channel(string? text) => text is not null && Channels.Contains(text.ToLowerInvariant())
        ? text.ToLowerInvariant()
        : throw new UserErrorException($"channel: say one of {string.Join(", ", Channels)}.");

    /// <summary>A flow, branch or campaign; null where it is empty.</summary>
    /// <exception cref="UserErrorException">It is too long or holds a control character.</exception>
    public static string? Tag(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null
        : text.Length <= Longest && !text.Any(char.IsControl) ? text
        : throw new UserErrorException("flow, branch, campaign: at most 200 characters, no control characters.");

    /// <summary>Name of the query parameter that carries a signed contact; null where the link has none.</summary>
    /// <exception cref="UserErrorException">It is no such name, or the link is one recipient's already.</exception>
    public static string? Parameter(string? text, bool hasRecipient)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        if (hasRecipient)
            throw new UserErrorException("contact_parameter: a link for one recipient needs none; leave out one of the two.");
        return text.Length <= 20 && char.IsAsciiLetterLower(text[0]) && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_')
            ? text
            : throw new UserErrorException("contact_parameter: a name of up to 20 small letters, digits and underscores, such as c.");
    }
}
