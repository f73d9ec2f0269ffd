using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using NodaTime;

namespace Beleg.Reports.Printing;

/// <summary>What is read from, and set right in, a PDF as Chromium writes it.</summary>
public static partial class PdfText
{
    /// <summary>Number of pages.</summary>
    public static int Pages(byte[] pdf) => PageObject().Count(Encoding.Latin1.GetString(pdf));

    /// <summary>The PDF with its two dates set to a moment, in place: the same proof printed twice says the same of itself.</summary>
    public static byte[] Dated(byte[] pdf, Instant at)
    {
        var text = Encoding.Latin1.GetString(pdf);
        var stamp = "D:" + at.ToDateTimeUtc().ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture) + "+00'00'";
        // TRICKY: the table at the end of the file knows each object by its distance from the beginning, so nothing may change its length.
        return Encoding.Latin1.GetBytes(Date().Replace(text, found => found.Groups["date"].Length == stamp.Length ? $"{found.Groups["name"].Value}({stamp})" : found.Value));
    }

    [GeneratedRegex(@"/Type\s*/Page\b(?!s)")]
    private static partial Regex PageObject();

    [GeneratedRegex(@"(?<name>/(?:CreationDate|ModDate)\s*)\((?<date>D:[^)]*)\)")]
    private static partial Regex Date();
}
