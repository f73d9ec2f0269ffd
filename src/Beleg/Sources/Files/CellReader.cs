using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Beleg.Sources.Files;

/// <summary>Reads one cell into the form the vocabulary uses: numbers with a point, moments in UTC, words of a choice as documented. Pure.</summary>
internal sealed class CellReader(CellFormat format)
{
    private static readonly LocalDatePattern[] Days =
    [
        LocalDatePattern.Iso,
        LocalDatePattern.CreateWithInvariantCulture("uuuu/MM/dd"),
        LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd"),
        LocalDatePattern.CreateWithInvariantCulture("d.M.uuuu"),
    ];

    private static readonly LocalTimePattern[] Hours =
    [
        LocalTimePattern.CreateWithInvariantCulture("HH:mm:ss;FFFFFFFFF"),
        LocalTimePattern.CreateWithInvariantCulture("H:mm:ss"),
        LocalTimePattern.CreateWithInvariantCulture("H:mm"),
    ];

    private readonly LocalDatePattern? slashes = format.DayFirst is { } dayFirst
        ? LocalDatePattern.CreateWithInvariantCulture(dayFirst ? "d/M/uuuu" : "M/d/uuuu")
        : null;

    /// <summary>Reads a cell that is not blank.</summary>
    /// <param name="column">What it must hold.</param>
    /// <param name="text">The cell without surrounding space.</param>
    /// <param name="value">The form the vocabulary uses.</param>
    /// <returns>What to do about it, or null where it is well.</returns>
    public string? TryRead(ImportColumn column, string text, out string value)
    {
        value = text;
        return column.Type switch
        {
            ColumnType.Money or ColumnType.Number => format.EitherDecimal ? TryEither(text, out value) : TryDecimal(text, format.DecimalComma, out value),
            ColumnType.Whole => TryWhole(text, out value),
            ColumnType.Time => TryTime(text, out value),
            ColumnType.Date => TryDate(text, out value),
            ColumnType.YesNo => TryYesNo(text, out value),
            ColumnType.Currency => TryCurrency(text, out value),
            ColumnType.Choice => TryChoice(column, text, out value),
            _ => null,
        };
    }

    /// <summary>The parts of a list: a JSON array, or texts parted by the first of | ; , that occurs.</summary>
    public static IReadOnlyList<string> Parts(string text)
    {
        if (text is ['[', .., ']'])
            text = text[1..^1].Replace("\"", "", StringComparison.Ordinal);
        var separator = text.Contains('|', StringComparison.Ordinal) ? '|' : text.Contains(';', StringComparison.Ordinal) ? ';' : ',';
        return text.Split(separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
    }

    // One sign, once, with three digits after it: thousands to one person, thousandths to another.
    private static string? TryEither(string text, out string value)
    {
        var sign = text.IndexOfAny(['.', ',']);
        if (sign >= 0 && sign == text.LastIndexOfAny(['.', ',']) && text.Length - sign == 4 && text[..sign].Trim('-', '+', '0').Length is > 0 and <= 3)
        {
            value = text;
            return $"'{text}' can be read in two ways; say --decimal comma or --decimal point.";
        }

        return TryDecimal(text, false, out value) is null ? null : TryDecimal(text, true, out value);
    }

    private static string? TryDecimal(string text, bool comma, out string value)
    {
        var (point, group) = comma ? (',', '.') : ('.', ',');
        value = text;
        var at = text.IndexOf(point, StringComparison.Ordinal);
        var whole = at < 0 ? text : text[..at];
        if (whole.Contains(group, StringComparison.Ordinal) && !IsGrouped(whole, group))
            return Unreadable(text, comma);
        // TRICKY: "1,234" alone is twelve hundred to one person and one and a quarter to another.
        if (at < 0 && whole.Count(c => c == group) == 1 && whole.Length - whole.IndexOf(group, StringComparison.Ordinal) == 4)
            return $"'{text}' can be read in two ways; write it without a separator of thousands, or say --decimal {(comma ? "point" : "comma")}.";
        value = whole.Replace(group.ToString(), "", StringComparison.Ordinal) + (at < 0 ? "" : "." + text[(at + 1)..]);
        var plain = value.TrimStart('-', '+');
        return plain.Length > 0 && plain.All(c => char.IsAsciiDigit(c) || c == '.') && plain.Count(c => c == '.') <= 1 && plain.Any(char.IsAsciiDigit)
            ? null
            : Unreadable(text, comma);
    }

    private static bool IsGrouped(string whole, char group)
    {
        var parts = whole.TrimStart('-', '+').Split(group);
        return parts[0].Length is > 0 and <= 3 && parts.Skip(1).All(p => p.Length == 3);
    }

    private static string Unreadable(string text, bool comma) => comma
        ? $"'{text}' is no number; write 1234,56 and nothing else."
        : $"'{text}' is no number; write 1234.56 and nothing else, or say --decimal comma.";

    private static string? TryWhole(string text, out string value)
    {
        var read = long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number);
        value = number.ToString(CultureInfo.InvariantCulture);
        return read ? null : $"'{text}' is no whole number.";
    }

    private string? TryTime(string text, out string value)
    {
        value = text;
        if (!TryInstant(text, out var instant))
            return $"'{text}' is no time; write 2026-09-01T10:22:33Z{SlashHint(text)}.";
        value = InstantPattern.ExtendedIso.Format(instant);
        return null;
    }

    private string? TryDate(string text, out string value)
    {
        value = text;
        // A month stands for its first day: costs are often written by month.
        var known = TryDay(text, out var day)
            || (text.Length == 7 && TryDay(text + "-01", out day))
            || (TryInstant(text, out var instant) && (day = instant.InZone(format.Zone).Date) != default);
        if (!known)
            return $"'{text}' is no day; write 2026-09-01{SlashHint(text)}.";
        value = LocalDatePattern.Iso.Format(day);
        return null;
    }

    private string SlashHint(string text) => slashes is null && text.Contains('/', StringComparison.Ordinal) ? ", or say --dates dmy or --dates mdy" : "";

    private bool TryInstant(string text, out Instant instant)
    {
        instant = default;
        if (text.All(char.IsAsciiDigit) && text.Length is 10 or 13)
        {
            var number = long.Parse(text, CultureInfo.InvariantCulture);
            instant = text.Length == 10 ? Instant.FromUnixTimeSeconds(number) : Instant.FromUnixTimeMilliseconds(number);
            return true;
        }

        var gap = text.IndexOfAny(['T', ' ']);
        if (!TryDay(gap < 0 ? text : text[..gap], out var day))
            return false;
        var rest = gap < 0 ? "" : text[(gap + 1)..].Trim();
        if (!TryOffset(ref rest, out var offset) || !TryHour(rest, out var time))
            return false;
        instant = offset is { } known ? (day + time).WithOffset(known).ToInstant() : (day + time).InZoneLeniently(format.Zone).ToInstant();
        return true;
    }

    private bool TryDay(string text, out LocalDate day)
    {
        foreach (var pattern in Days)
        {
            if (pattern.Parse(text).TryGetValue(default, out day))
                return true;
        }

        day = default;
        return slashes is not null && slashes.Parse(text).TryGetValue(default, out day);
    }

    private static bool TryHour(string text, out LocalTime time)
    {
        time = LocalTime.Midnight;
        if (text.Length == 0)
            return true;
        foreach (var pattern in Hours)
        {
            if (pattern.Parse(text).TryGetValue(default, out time))
                return true;
        }

        return false;
    }

    // "Z", "+02", "+0200", "+02:00", "UTC", each with or without a space before it.
    private static bool TryOffset(ref string rest, out Offset? offset)
    {
        offset = null;
        var zero = rest.EndsWith('Z') ? 1 : rest.EndsWith("UTC", StringComparison.Ordinal) ? 3 : 0;
        if (zero > 0)
        {
            offset = Offset.Zero;
            rest = rest[..^zero].TrimEnd();
            return true;
        }

        var sign = rest.LastIndexOfAny(['+', '-']);
        if (sign < 0)
            return true;
        var digits = rest[(sign + 1)..].Replace(":", "", StringComparison.Ordinal);
        if (digits.Length is not (2 or 4) || !digits.All(char.IsAsciiDigit))
            return false;
        var minutes = int.Parse(digits[..2], CultureInfo.InvariantCulture) * 60 + (digits.Length == 4 ? int.Parse(digits[2..], CultureInfo.InvariantCulture) : 0);
        if (minutes > 18 * 60)
            return false;
        offset = Offset.FromSeconds((rest[sign] == '-' ? -60 : 60) * minutes);
        rest = rest[..sign].TrimEnd();
        return true;
    }

    private static string? TryYesNo(string text, out string value)
    {
        var yes = text.ToLowerInvariant() is "yes" or "true" or "1" or "y" or "t" or "ja" or "wahr" or "x";
        var no = text.ToLowerInvariant() is "no" or "false" or "0" or "n" or "f" or "nein" or "falsch" or "-";
        value = yes ? "true" : "false";
        return yes || no ? null : $"'{text}' is neither yes nor no.";
    }

    private static string? TryCurrency(string text, out string value)
    {
        var known = Primitives.Currency.TryFind(text, out var currency);
        value = currency?.Code ?? text;
        return known ? null : $"'{text}' is no currency of ISO 4217; write three letters such as EUR.";
    }

    private static string? TryChoice(ImportColumn column, string text, out string value)
    {
        var word = Headers.Normal(text);
        foreach (var (choice, spellings) in column.Choices)
        {
            if (Headers.Normal(choice) != word && !spellings.Any(s => Headers.Normal(s) == word))
                continue;
            value = choice;
            return null;
        }

        value = text;
        return $"'{text}' is none of {string.Join(", ", column.Choices.Keys)}.";
    }
}
