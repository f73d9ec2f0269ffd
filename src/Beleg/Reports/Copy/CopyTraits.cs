using System.Globalization;
using System.Text.RegularExpressions;

namespace Beleg.Reports.Copy;

/// <summary>What the words of a message are like, as far as rules want to know; in English and German.</summary>
/// <param name="Length">Letters as a reader counts them, a smiley as one.</param>
/// <param name="Asks">How many things are asked.</param>
/// <param name="IsOffer">Whether something is offered: a discount, a bundle, a gift.</param>
/// <param name="NamesDate">Whether a day, an hour or a deadline is named.</param>
/// <param name="Departments">Labels of buttons that name a department instead of what somebody wants.</param>
public sealed partial record CopyTraits(int Length, int Asks, bool IsOffer, bool NamesDate, IReadOnlyList<string> Departments)
{
    /// <summary>Reads a message. Pure.</summary>
    /// <param name="text">Its words.</param>
    /// <param name="labels">The labels of its buttons.</param>
    public static CopyTraits Of(string text, IEnumerable<string> labels) => new(
        new StringInfo(text).LengthInTextElements, CountAsks(text), Offer().IsMatch(text), Date().IsMatch(text), [.. labels.Where(label => Department().IsMatch(label))]);

    // A question may ask several things: "what is it for, for whom, and which colours?" are three.
    private static int CountAsks(string text) => Question().Matches(text).Where(question => !Rhetorical().IsMatch(question.Value)).Sum(question =>
        Math.Max(1, Clause().Split(question.Value).Count(clause => QuestionWord().IsMatch(clause))));

    [GeneratedRegex(@"[^.!?\n]*\?+")]
    private static partial Regex Question();

    // Nobody is expected to answer these.
    [GeneratedRegex(@"^\s*(?:did you know|guess what|wusstest du|wussten sie|schon gewusst)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Rhetorical();

    [GeneratedRegex(@"[,;:–—]|\s(?:and|or|und|oder)\s", RegexOptions.IgnoreCase)]
    private static partial Regex Clause();

    // At the beginning of a clause, behind a preposition at most: "which" within a clause refers to something and asks nothing.
    [GeneratedRegex(@"^\s*(?:(?:and|or|und|oder|for|to|by|in|at|on|with|from|für|zu|an|bei|mit|von|aus|auf|bis)\s+){0,2}(?:what|when|where|which|who|whom|whose|why|how|was|wann|wo|wohin|woher|welche[rsnm]?|wer|wem|wen|wessen|warum|wieso|wie|wieviele?|womit|wofür)\b", RegexOptions.IgnoreCase)]
    private static partial Regex QuestionWord();

    [GeneratedRegex(@"\d\s?%|\b(?:off|discount|offer|deal|sale|save|free|bundle|gift|voucher|coupon|rabatt|angebot|gutschein|nachlass|gratis|kostenlos|geschenkt?|spar(?:e|en|t)|paket|aktion)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Offer();

    // "Today" and "now" are how vague offers hurry people; they name no end.
    [GeneratedRegex(@"\b\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?\b|\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}(?::\d{2})?\s?(?:am|pm|uhr)\b|\b\d{1,2}:\d{2}\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|\b(?:mon|diens|donners|frei|sams|sonn)tags?\b|\bmittwochs?\b|\bsonnabends?\b|\b(?:tomorrow|tonight|morgen|übermorgen|midnight|mitternacht)\b|\b(?:january|february|march|april|june|july|august|september|october|november|december|januar|februar|märz|mai|juni|juli|oktober|dezember)\b|\b(?:until|till|ends?|bis|endet)\s+(?:the\s+|zum\s+)?\d|\b(?:for|in|within|noch|binnen|innerhalb)\s+(?:\w+\s+){0,2}\d+\s?(?:minutes?|hours?|days?|weeks?|minuten|stunden|tagen?|wochen)\b|\b\d+\s?(?:minutes?|hours?|days?|weeks?|minuten|stunden|tage|wochen)\s+(?:left|only|lang)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Date();

    [GeneratedRegex(@"\b(?:sales|support|billing|accounting|accounts|customer (?:service|care|success)|service desk|marketing|logistics|hr|human resources|finance|technical|returns department|department|vertrieb|verkauf|kundendienst|kundenservice|buchhaltung|rechnungswesen|technik|personal|logistik|abteilung|einkauf|reklamation(?:en)?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Department();
}
