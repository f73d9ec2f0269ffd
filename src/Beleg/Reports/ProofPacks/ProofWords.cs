using System.Net;
using System.Text.RegularExpressions;

namespace Beleg.Reports.ProofPacks;

/// <summary>
/// Counts the words of a drawn proof: everything between spaces that has a letter or a digit in it, numbers and hash included. An amount and
/// its unit are one word, as they are one in print: the space between them does not break. Whose proof it is does not count: nobody chose the
/// length of their name.
/// </summary>
public static partial class ProofWords
{
    /// <summary>A minute of reading.</summary>
    public const int Most = 250;

    private static readonly char[] Spaces = [' ', '\n', '\r', '\t'];

    /// <summary>Words on the page.</summary>
    /// <param name="html">A page as <see cref="ProofHtml"/> draws it.</param>
    public static int On(string html) => Text(html).Split(Spaces, StringSplitOptions.RemoveEmptyEntries).Count(word => word.Any(char.IsLetterOrDigit));

    internal static string Text(string html) =>
        WebUtility.HtmlDecode(Tag().Replace(Inline().Replace(Unseen().Replace(html, " "), ""), " "));

    [GeneratedRegex("<(head|title|h1)\\b.*?</\\1>", RegexOptions.Singleline)]
    private static partial Regex Unseen();

    [GeneratedRegex("</?(data|b|a|bdi|time)\\b[^>]*>|<span class=\"(minor|mark|nowrap)\">|</span>(?=[–,.°†])|(?<=–)</span>")]
    private static partial Regex Inline();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
