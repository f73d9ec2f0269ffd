using System.Globalization;
using Beleg.Primitives;
using NodaTime;
using NodaTime.Text;

namespace Beleg.App.Dashboard;

/// <summary>Reads what stands in the fields of a form.</summary>
internal static class Fields
{
    /// <summary>A text; null where the field is empty.</summary>
    public static string? Optional(this PageRequest request, string name) => request.Field(name) is { Length: > 0 } text ? text : null;

    /// <summary>A number with point or comma; null where the field is empty.</summary>
    /// <exception cref="UserErrorException">It is none.</exception>
    public static decimal? Number(this PageRequest request, string name) => request.Optional(name) is { } text ? Number(text, name) : null;

    /// <summary>A number with point or comma.</summary>
    /// <exception cref="UserErrorException">It is none.</exception>
    public static decimal Number(string text, string name) =>
        decimal.TryParse(Plain(text), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number : throw new UserErrorException($"{name}: a number such as 4.20, without separators of thousands.");

    /// <summary>A day; null where the field is empty.</summary>
    /// <exception cref="UserErrorException">It is none.</exception>
    public static LocalDate? Day(this PageRequest request, string name) => request.Optional(name) is not { } text ? null
        : LocalDatePattern.Iso.Parse(text) is { Success: true } day ? day.Value : throw new UserErrorException($"{name}: a day such as 2026-09-01.");

    /// <summary>The fields of a form that somebody changed: those that differ from what the form was drawn with.</summary>
    /// <remarks>Two people may edit at once: a field nobody touched is not written, so the other's word on it stays.</remarks>
    public static Dictionary<string, string> Changed(this PageRequest request, IEnumerable<string> names) =>
        names.Where(name => request.Http.Request.Form.ContainsKey(name) && request.Field(name) != request.Field("was_" + name)).ToDictionary(name => name, request.Field, StringComparer.Ordinal);

    // A comma is a decimal one where there is no point: 4,20.
    private static string Plain(string text) => text.Contains('.', StringComparison.Ordinal) ? text : text.Replace(',', '.');
}
