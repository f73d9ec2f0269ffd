using Beleg.Sources.Json;
using NodaTime;
using NodaTime.Calendars;

namespace Beleg.Sources.Normalising;

/// <summary>Reads the times providers write: seconds or milliseconds since 1970, as number or text, and ISO 8601.</summary>
internal static class Timestamps
{
    // A number below this counts seconds: as milliseconds it would lie before 1973, as seconds it reaches to 5138.
    private const long FirstMilliseconds = 100_000_000_000;

    // The year 9000: far beyond what is believed, and safe to reckon with.
    private const long LastMilliseconds = 221_845_392_000_000;
    private const int LastYear = 9000;

    private static readonly Instant Earliest = Instant.FromUtc(2005, 1, 1, 0, 0);
    private static readonly Duration MostAhead = Duration.FromHours(48);

    /// <summary>Whether a time can be believed: not before 2005 and at most 48 h after the delivery came.</summary>
    public static bool IsBelievable(Instant time, Instant receivedAt) => time >= Earliest && time <= receivedAt + MostAhead;

    /// <summary>
    /// Reads a time; null where it is none. A date alone is its midnight in UTC, a time without offset is UTC. Dates may be written by month,
    /// by week (2026-W45-4) or by day of the year (2026-309), extended or basic (20261105T100000Z).
    /// </summary>
    public static Instant? Read(JsonValue value)
    {
        if (!value.IsText && !value.IsNumber)
            return null;
        return value.Plain is { IsEmpty: false } plain ? Read(plain) : null;
    }

    /// <inheritdoc cref="Read(JsonValue)"/>
    public static Instant? Read(ReadOnlySpan<byte> text)
    {
        if (text.Length is 0 or > 64)
            return null;
        if (text.Length >= 8 && text[4] == '-')
            return Iso(text, TryDate);
        return (text.Length == 8 || (text.Length > 8 && text[8] is (byte)'T' or (byte)'t')) && Iso(text, TryBasicDate) is { } basic ? basic : Unix(text);
    }

    private static Instant? Unix(ReadOnlySpan<byte> text)
    {
        var at = 0;
        if (!TryDigits(text, ref at, 15, out var whole, out var digits) || digits == 0)
            return null;
        long ticks = 0;
        if (at < text.Length && !TryFraction(text, ref at, out ticks))
            return null;
        if (at != text.Length || whole > LastMilliseconds)
            return null;
        return whole < FirstMilliseconds
            ? Instant.FromUnixTimeTicks(whole * NodaConstants.TicksPerSecond + ticks)
            : Instant.FromUnixTimeTicks(whole * NodaConstants.TicksPerMillisecond);
    }

    private delegate bool DateReader(ReadOnlySpan<byte> text, ref int at, out LocalDate day);

    private static Instant? Iso(ReadOnlySpan<byte> text, DateReader date)
    {
        var at = 0;
        if (!date(text, ref at, out var midnight))
            return null;
        long ticks = 0;
        var offset = 0;
        if (at < text.Length && (!TryTime(text, ref at, out ticks) || !TryOffset(text, ref at, out offset)))
            return null;
        var days = NodaTime.Period.DaysBetween(new LocalDate(1970, 1, 1), midnight);
        return at == text.Length
            ? Instant.FromUnixTimeTicks(days * NodaConstants.TicksPerDay + ticks - offset * NodaConstants.TicksPerMinute)
            : null;
    }

    private static bool TryDate(ReadOnlySpan<byte> text, ref int at, out LocalDate day)
    {
        day = default;
        if (!TryPart(text, ref at, 4, out var year) || !TrySkip(text, ref at, (byte)'-') || year is < 1 or > LastYear)
            return false;
        if (text[at] == 'W')
            return TryWeek(text, ref at, year, out day);
        var begin = at;
        if (TryPart(text, ref at, 2, out var month) && TrySkip(text, ref at, (byte)'-'))
            return TryPart(text, ref at, 2, out var date) && TryMake(year, month, date, out day);
        at = begin;
        if (!TryPart(text, ref at, 3, out var ordinal) || ordinal < 1 || ordinal > CalendarSystem.Iso.GetDaysInYear(year))
            return false;
        day = new LocalDate(year, 1, 1).PlusDays(ordinal - 1);
        return true;
    }

    private static bool TryWeek(ReadOnlySpan<byte> text, ref int at, int year, out LocalDate day)
    {
        day = default;
        at++;
        if (!TryPart(text, ref at, 2, out var week) || !TrySkip(text, ref at, (byte)'-') || !TryPart(text, ref at, 1, out var weekday)
            || week < 1 || week > WeekYearRules.Iso.GetWeeksInWeekYear(year) || weekday is < 1 or > 7)
            return false;
        day = WeekYearRules.Iso.GetLocalDate(year, week, (IsoDayOfWeek)weekday);
        return true;
    }

    private static bool TryBasicDate(ReadOnlySpan<byte> text, ref int at, out LocalDate day)
    {
        day = default;
        return TryPart(text, ref at, 4, out var year) && TryPart(text, ref at, 2, out var month) && TryPart(text, ref at, 2, out var date)
            && year is >= 1 and <= LastYear && TryMake(year, month, date, out day);
    }

    private static bool TryMake(int year, int month, int date, out LocalDate day)
    {
        var real = month is >= 1 and <= 12 && date >= 1 && date <= CalendarSystem.Iso.GetDaysInMonth(year, month);
        day = real ? new LocalDate(year, month, date) : default;
        return real;
    }

    private static bool TryTime(ReadOnlySpan<byte> text, ref int at, out long ticks)
    {
        ticks = 0;
        if (text[at] is not ((byte)'T' or (byte)'t' or (byte)' '))
            return false;
        at++;
        if (!TryPart(text, ref at, 2, out var hour) || !TryClock(text, ref at, out var minute, out var second))
            return false;
        if (at < text.Length && text[at] is (byte)'.' or (byte)',' && !TryFraction(text, ref at, out ticks))
            return false;
        ticks += (hour * 3600L + minute * 60 + second) * NodaConstants.TicksPerSecond;
        // The end of a day may be written as 24:00, and a leap second as 60: it falls on the second after.
        return minute <= 59 && second <= 60 && (hour <= 23 || ticks == NodaConstants.TicksPerDay);
    }

    // Minutes and seconds after the hour, with colons or without; either may be left out.
    private static bool TryClock(ReadOnlySpan<byte> text, ref int at, out int minute, out int second)
    {
        (minute, second) = (0, 0);
        var colons = at < text.Length && text[at] == ':';
        if (!colons && (at == text.Length || text[at] is < (byte)'0' or > (byte)'9'))
            return true;
        at += colons ? 1 : 0;
        if (!TryPart(text, ref at, 2, out minute))
            return false;
        if (at == text.Length || (colons ? text[at] != ':' : text[at] is < (byte)'0' or > (byte)'9'))
            return true;
        at += colons ? 1 : 0;
        return TryPart(text, ref at, 2, out second);
    }

    // "Z", "UTC", "+02", "+0200", "+02:00", each with or without a space before it; what RFC 9557 adds in brackets says no more than the offset.
    private static bool TryOffset(ReadOnlySpan<byte> text, ref int at, out int minutes)
    {
        minutes = 0;
        if (at == text.Length)
            return true;
        at += text[at] == ' ' && at + 1 < text.Length ? 1 : 0;
        var rest = text[at..];
        if (rest[0] is (byte)'Z' or (byte)'z')
            at++;
        else if (rest.SequenceEqual("UTC"u8) || rest.SequenceEqual("GMT"u8))
            at += 3;
        else if (!TryShift(text, ref at, out minutes))
            return false;
        if (at < text.Length && text[at] == '[' && text[^1] == ']')
            at = text.Length;
        return true;
    }

    private static bool TryShift(ReadOnlySpan<byte> text, ref int at, out int minutes)
    {
        minutes = 0;
        // ISO 8601 prefers the true minus sign to the hyphen.
        var minus = text[at..].StartsWith("\u2212"u8);
        var sign = text[at];
        if (!minus && sign is not ((byte)'+' or (byte)'-'))
            return false;
        at += minus ? 3 : 1;
        if (!TryPart(text, ref at, 2, out var hours))
            return false;
        var rest = 0;
        if (at < text.Length && text[at] != '[')
        {
            if (text[at] == ':')
                at++;
            if (!TryPart(text, ref at, 2, out rest))
                return false;
        }

        minutes = (hours * 60 + rest) * (minus || sign == '-' ? -1 : 1);
        return hours <= 18 && rest <= 59;
    }

    // Beyond seven digits nothing is kept: the stored form counts 100 ns.
    private static bool TryFraction(ReadOnlySpan<byte> text, ref int at, out long ticks)
    {
        ticks = 0;
        at++;
        var begin = at;
        for (var weight = NodaConstants.TicksPerSecond / 10; at < text.Length && text[at] is >= (byte)'0' and <= (byte)'9'; at++, weight /= 10)
            ticks += (text[at] - '0') * weight;
        return at > begin;
    }

    private static bool TryPart(ReadOnlySpan<byte> text, ref int at, int length, out int value)
    {
        var read = TryDigits(text, ref at, length, out var whole, out var digits) && digits == length;
        value = (int)whole;
        return read;
    }

    private static bool TryDigits(ReadOnlySpan<byte> text, ref int at, int most, out long value, out int digits)
    {
        value = 0;
        for (digits = 0; digits < most && at < text.Length && text[at] is >= (byte)'0' and <= (byte)'9'; digits++, at++)
            value = value * 10 + (text[at] - '0');
        return true;
    }

    private static bool TrySkip(ReadOnlySpan<byte> text, ref int at, byte expected) => at < text.Length && text[at++] == expected;
}
