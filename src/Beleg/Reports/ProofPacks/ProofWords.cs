using System.Net;
using System.Text.RegularExpressions;

namespace Beleg.Reports.ProofPacks;

/// <summary>
/// Counts the words of a drawn proof as whoever copies its text would: everything between spaces of any kind that has a letter or a digit in
/// it. Numbers, their units, the hash and whose proof it is all count.
/// </summary>
public static partial class ProofWords
{
    /// <summary>A minute of reading.</summary>
    public const int Most = 250;

    /// <summary>What a drawing aims at: in print a long word may break into two.</summary>
    internal const int Aim = 242;

    /// <summary>Words on the page.</summary>
    /// <param name="html">A page as <see cref="ProofHtml"/> draws it.</param>
    public static int On(string html) => Text(html).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Count(word => word.Any(char.IsLetterOrDigit));

    internal static string Text(string html) =>
        WebUtility.HtmlDecode(Tag().Replace(Inline().Replace(Unseen().Replace(html, " "), ""), " "));

    [GeneratedRegex("<(head|title)\\b.*?</\\1>", RegexOptions.Singleline)]
    private static partial Regex Unseen();

    [GeneratedRegex("</?(data|b|a|bdi|time)\\b[^>]*>|<span class=\"(minor|mark|nowrap)\">|</span>(?=[–,.°†])|(?<=–)</span>")]
    private static partial Regex Inline();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
