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

    // Longer ones may break in print, at the end of a column or of the sheet, and are then read as two.
    private const int Unbroken = 24;

    // Letters that join are set in pieces, and some readers of a PDF take a piece for a word.
    private const int Joined = 3;

    /// <summary>Words on the page.</summary>
    /// <param name="html">A page as <see cref="ProofHtml"/> draws it.</param>
    public static int On(string html) => In(html).Length;

    /// <summary>Words there may be in print, where a long one may break into several.</summary>
    internal static int InPrint(string html) => In(html).Sum(word => 1 + (word.Length - 1) / Unbroken + word.Count(IsJoined) / Joined);

    internal static string Text(string html) =>
        WebUtility.HtmlDecode(Tag().Replace(Inline().Replace(Unseen().Replace(html, " "), ""), " "));

    private static bool IsJoined(char letter) => letter is >= '\u0600' and <= '\u08ff' or >= '\u0900' and <= '\u0dff' or >= '\u0e00' and <= '\u0eff';

    private static string[] In(string html) => [.. Text(html).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(word => word.Any(char.IsLetterOrDigit))];

    [GeneratedRegex("<(head|title)\\b.*?</\\1>", RegexOptions.Singleline)]
    private static partial Regex Unseen();

    [GeneratedRegex("</?(data|b|a|bdi|time)\\b[^>]*>|<span class=\"(unit|mark|nowrap)\">|</span>(?=[–,.°†])|(?<=–)</span>")]
    private static partial Regex Inline();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
