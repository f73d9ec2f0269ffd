using System.Text.RegularExpressions;

namespace Beleg.App.Dashboard.Language;

/// <summary>Sentences that are kept or thrown in English, found again with their parameters, so that they can be said in the other language.</summary>
internal static partial class Sayings
{
    /// <summary>The German of a sentence, with the parameters it was said with; null where none of them says it.</summary>
    public static Phrase? Find((Regex Said, Phrase Words)[] among, string detail)
    {
        foreach (var (said, words) in among)
        {
            if (said.Match(detail) is { Success: true } match)
                return new(detail, Parameter().Replace(words.De, place => match.Groups["p" + place.Groups[1].Value].Value));
        }

        return null;
    }

    /// <summary>Of a template "…{0}…" the pattern that reads its parameters back; all else stands for itself.</summary>
    public static (Regex, Phrase) Pattern(Phrase template) =>
        (new Regex("^" + string.Concat(Parameter().Split(template.En).Select((part, i) => i % 2 == 0 ? Regex.Escape(part) : $"(?<p{part}>.+?)")) + "$", RegexOptions.CultureInvariant | RegexOptions.Singleline), template);

    [GeneratedRegex(@"\{(\d)\}")]
    private static partial Regex Parameter();
}
