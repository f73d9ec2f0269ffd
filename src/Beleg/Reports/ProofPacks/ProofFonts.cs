using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Beleg.Reports.ProofPacks;

/// <summary>
/// The typefaces a page needs and no more: Inter, and where a name is written in another script the slices of Noto that hold its letters.
/// They travel inside the page, so that it looks the same on a machine without fonts. Inter is inside the program, Noto beside it; where that
/// folder was left behind, a page takes what the machine has.
/// </summary>
internal static partial class ProofFonts
{
    private const string Inside = "Beleg.Fonts/";
    private static readonly string Beside = Path.Combine(AppContext.BaseDirectory, "fonts");
    private static readonly string[] European = ["inter", "noto-sans-arabic", "noto-sans-hebrew", "noto-sans-devanagari", "noto-sans-thai"];
    private static readonly string[] Weights = ["400", "500", "600", "700"];
    private static readonly ConcurrentDictionary<string, IReadOnlyList<Slice>> Families = new();
    private static readonly ConcurrentDictionary<string, string> Encoded = new();

    /// <summary>The @font-face rules for every letter of a text. Latin letters always come along.</summary>
    public static string For(string text)
    {
        var letters = text.EnumerateRunes().Select(r => r.Value).Concat(Enumerable.Range(32, 95)).Where(c => c >= 32).Distinct().Order().ToList();
        var rules = new StringBuilder();
        foreach (var family in Order(letters))
        {
            foreach (var slice in SlicesOf(family))
            {
                var held = letters.Where(slice.Holds).ToList();
                if (held.Count == 0)
                    continue;
                letters.RemoveAll(slice.Holds);
                foreach (var (name, weight, file) in Faces(family, slice.File))
                {
                    rules.Append(CultureInfo.InvariantCulture,
                        $$"""@font-face{font-family:"{{name}}";src:url(data:font/woff2;base64,{{EncodedOf(file)}}) format("woff2");font-weight:{{weight}};font-display:block;unicode-range:{{Ranges(held)}}}""").Append('\n');
                }
            }
        }

        return rules.ToString();
    }

    // TRICKY: a variable typeface reaches a PDF as drawings of letters (Type 3), so the one that nearly all is set in comes in fixed weights.
    private static IEnumerable<(string Family, string Weight, string File)> Faces(string family, string file) => family == "inter"
        ? Weights.Select(w => ("Inter", w, file.Replace("-400-", $"-{w}-", StringComparison.Ordinal)))
        : [("Noto", "100 900", file)];

    // Han letters look different in Japan, Korea and China: the script around them tells where we are.
    private static IEnumerable<string> Order(List<int> letters)
    {
        var kana = letters.Any(c => c is >= 0x3040 and <= 0x30ff);
        var hangul = letters.Any(c => c is >= 0xac00 and <= 0xd7a3);
        string[] asian = kana ? ["noto-sans-jp", "noto-sans-sc", "noto-sans-kr"] : hangul ? ["noto-sans-kr", "noto-sans-sc", "noto-sans-jp"] : ["noto-sans-sc", "noto-sans-jp", "noto-sans-kr"];
        // TRICKY: the Asian slices claim some pictures they do not hold, and a crossed box is all that would be printed of them.
        return [.. European, "noto-emoji", .. asian];
    }

    private static string Ranges(List<int> held)
    {
        var text = new StringBuilder();
        for (var i = 0; i < held.Count;)
        {
            var end = i;
            while (end + 1 < held.Count && held[end + 1] == held[end] + 1)
                end++;
            text.Append(text.Length == 0 ? "" : ",").Append(CultureInfo.InvariantCulture, $"U+{held[i]:X}");
            if (end > i)
                text.Append(CultureInfo.InvariantCulture, $"-{held[end]:X}");
            i = end + 1;
        }

        return text.ToString();
    }

    private static IReadOnlyList<Slice> SlicesOf(string family) => Families.GetOrAdd(family, name =>
    {
        var known = typeof(ProofFonts).Assembly.GetManifestResourceNames().ToHashSet(StringComparer.Ordinal);
        return [.. Rule().Matches(Encoding.UTF8.GetString(Resource(name + "/index.css")))
            .Select(m => new Slice(m.Groups["file"].Value, [.. m.Groups["ranges"].Value.Split(',', StringSplitOptions.TrimEntries).Select(Range)]))
            .Where(s => known.Contains(Inside + s.File) || File.Exists(Path.Combine(Beside, s.File)))];
    });

    private static (int From, int To) Range(string text)
    {
        var ends = text[2..].Split('-');
        return (int.Parse(ends[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture), int.Parse(ends[^1], NumberStyles.HexNumber, CultureInfo.InvariantCulture));
    }

    private static string EncodedOf(string file) => Encoded.GetOrAdd(file, name => Convert.ToBase64String(Resource(name)));

    private static byte[] Resource(string name)
    {
        using var stream = typeof(ProofFonts).Assembly.GetManifestResourceStream(Inside + name) ?? File.OpenRead(Path.Combine(Beside, name));
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    [GeneratedRegex(@"url\(\./files/(?<file>[^)]+-(?:wght|400)-normal\.woff2)\)[^}]*?unicode-range:\s*(?<ranges>[^;]+);")]
    private static partial Regex Rule();

    /// <summary>One file of a typeface and the letters in it.</summary>
    private sealed record Slice(string File, IReadOnlyList<(int From, int To)> Letters)
    {
        public bool Holds(int letter) => Letters.Any(r => letter >= r.From && letter <= r.To);
    }
}
