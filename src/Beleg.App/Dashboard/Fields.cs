using System.Globalization;
using System.Text.RegularExpressions;
using Beleg.App.Dashboard.Language;
using Beleg.Primitives;
using NodaTime;
using NodaTime.Text;

namespace Beleg.App.Dashboard;

/// <summary>Reads what stands in the fields of a form, and writes what they are filled with.</summary>
internal static partial class Fields
{
    /// <summary>A text; null where the field is empty.</summary>
    public static string? Optional(this PageRequest request, string name) => request.Field(name) is { Length: > 0 } text ? text : null;

    /// <summary>A number as people of the page's language write it; null where the field is empty.</summary>
    /// <exception cref="UserErrorException">It is none.</exception>
    public static decimal? Number(this PageRequest request, string name) => request.Optional(name) is { } text ? Number(text, name, request.Tongue) : null;

    /// <summary>A number as people of a language write it.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="name">What it was typed for, for whoever has to mend it.</param>
    /// <param name="tongue">The language; English where nobody says.</param>
    /// <exception cref="UserErrorException">It is none.</exception>
    public static decimal Number(string text, string name, Tongue? tongue = null) =>
        Read(text, tongue ?? Tongue.English) ?? throw new UserErrorException($"{name}: no number can be read there; write 1234.50 or 1,234.50.");

    /// <summary>
    /// A number with point or comma, with or without signs of thousands; null where it is none. The last of two signs is the decimal one.
    /// A sign alone is, unless it is the language's sign of thousands and groups by three: 1.234 is a thousand to a German and little more than one to others.
    /// </summary>
    public static decimal? Read(string text, Tongue tongue)
    {
        var plain = Blanks().Replace(text, "").Replace('\u2212', '-');
        var (comma, point) = (plain.LastIndexOf(','), plain.LastIndexOf('.'));
        var thousands = tongue.Culture.NumberFormat.NumberDecimalSeparator == "," ? '.' : ',';
        if (comma >= 0 && point >= 0)
            thousands = comma > point ? '.' : ',';
        else if (Math.Max(comma, point) is >= 0 and var at && !(plain[at] == thousands && Grouped(plain, thousands)) && plain.IndexOf(plain[at], StringComparison.Ordinal) == at)
            thousands = plain[at] == ',' ? '.' : ',';
        else if (comma >= 0 || point >= 0)
            thousands = comma >= 0 ? ',' : '.';
        var mark = thousands == ',' ? '.' : ',';
        var whole = plain.Split(mark)[0];
        if (whole.Contains(thousands, StringComparison.Ordinal) && !Grouped(whole, thousands))
            return null;
        var invariant = plain.Replace(thousands.ToString(), "", StringComparison.Ordinal).Replace(mark, '.');
        return decimal.TryParse(invariant, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    /// <summary>A number as a field is filled with it: readable again in the same language, so without signs of thousands.</summary>
    public static string? Write(decimal? number, Tongue tongue) => number?.ToString("0.######", tongue.Culture);

    /// <summary>A day; null where the field is empty.</summary>
    /// <exception cref="UserErrorException">It is none.</exception>
    public static LocalDate? Day(this PageRequest request, string name) => request.Optional(name) is not { } text ? null
        : LocalDatePattern.Iso.Parse(text) is { Success: true } day ? day.Value : throw new UserErrorException($"{name}: a day such as 2026-09-01.");

    /// <summary>The fields of a form that somebody changed: those that differ from what the form was drawn with.</summary>
    /// <remarks>Two people may edit at once: a field nobody touched is not written, so the other's word on it stays.</remarks>
    public static Dictionary<string, string> Changed(this PageRequest request, IEnumerable<string> names) =>
        names.Where(name => request.Http.Request.Form.ContainsKey(name) && request.Field(name) != request.Field("was_" + name)).ToDictionary(name => name, request.Field, StringComparer.Ordinal);

    private static bool Grouped(string text, char sign) => (sign == ',' ? ByCommas() : ByPoints()).IsMatch(text);

    // Plain, hard and narrow blanks and the apostrophe of the Swiss part thousands, too.
    [GeneratedRegex(@"[\s\u00a0\u202f'’]")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"^[-+]?[1-9][0-9]{0,2}(,[0-9]{3})+$")]
    private static partial Regex ByCommas();

    [GeneratedRegex(@"^[-+]?[1-9][0-9]{0,2}(\.[0-9]{3})+$")]
    private static partial Regex ByPoints();
}
