using System.Globalization;
using Beleg.Reports;

namespace Beleg.App.Dashboard.Language;

/// <summary>A language of the pages with its way of writing numbers, money and days.</summary>
public sealed class Tongue
{
    private readonly Func<Phrase, string> pick;

    private Tongue(ReportLanguage writes, Func<Phrase, string> pick) => (Writes, this.pick) = (writes, pick);

    public static Tongue English { get; } = new(ReportLanguage.English, phrase => phrase.En);

    public static Tongue German { get; } = new(ReportLanguage.German, phrase => phrase.De);

    public static IReadOnlyList<Tongue> All { get; } = [English, German];

    /// <summary>BCP 47.</summary>
    public string Code => Writes.Code;

    /// <summary>How figures are written, the same as in reports.</summary>
    public ReportLanguage Writes { get; }

    /// <summary>How numbers and days are written.</summary>
    public CultureInfo Culture => Writes.Culture;

    /// <summary>A text in this language.</summary>
    public string this[Phrase phrase] => pick(phrase);

    /// <summary>A text with values in it, each written in this language's way.</summary>
    public string Say(Phrase phrase, params object?[] values) => string.Format(Culture, pick(phrase), values);

    /// <summary>A language by its code; null where the pages do not speak it.</summary>
    public static Tongue? Find(string? code) =>
        All.FirstOrDefault(tongue => code is { Length: >= 2 } && code.StartsWith(tongue.Code, StringComparison.OrdinalIgnoreCase) && (code.Length == 2 || code[2] is '-' or '_'));

    /// <summary>The language a browser likes best, by RFC 9110 quality values; English where it names none of ours.</summary>
    public static Tongue Prefer(string? acceptLanguage)
    {
        var best = (Tongue: English, Quality: 0d);
        foreach (var part in (acceptLanguage ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var pieces = part.Split(";q=", 2);
            var quality = pieces.Length == 1 ? 1 : double.TryParse(pieces[1], NumberStyles.Float, CultureInfo.InvariantCulture, out var read) ? read : 0;
            if (Find(pieces[0]) is { } tongue && quality > best.Quality)
                best = (tongue, quality);
        }

        return best.Tongue;
    }
}
