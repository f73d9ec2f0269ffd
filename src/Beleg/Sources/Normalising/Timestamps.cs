using Beleg.Sources.Json;
using NodaTime;

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

    /// <summary>Reads a time; null where it is none. A date alone is its midnight in UTC, a time without offset is UTC.</summary>
    public static Instant? Read(JsonValue value)
    {
        if (!value.IsText && !value.IsNumber)
            return null;
        return value.Plain is { IsEmpty: false } plain ? Read(plain) : null;
    }

    /// <inheritdoc cref="Read(JsonValue)"/>
    public static Instant? Read(ReadOnlySpan<byte> text)
    {
        if (text.Length is 0 or > 40)
            return null;
        return text.Length >= 10 && text[4] == '-' ? Iso(text) : Unix(text);
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

    private static Instant? Iso(ReadOnlySpan<byte> text)
    {
        var at = 0;
        if (!TryPart(text, ref at, 4, out var year) || !TrySkip(text, ref at, (byte)'-')
            || !TryPart(text, ref at, 2, out var month) || !TrySkip(text, ref at, (byte)'-')
            || !TryPart(text, ref at, 2, out var day)
            || month is < 1 or > 12 || year is < 1 or > LastYear || day < 1 || day > CalendarSystem.Iso.GetDaysInMonth(year, month))
            return null;
        var midnight = new LocalDate(year, month, day);
        long ticks = 0;
        var offset = 0;
        if (at < text.Length && (!TryTime(text, ref at, out ticks) || !TryOffset(text, ref at, out offset)))
            return null;
        var days = NodaTime.Period.DaysBetween(new LocalDate(1970, 1, 1), midnight);
        return at == text.Length
            ? Instant.FromUnixTimeTicks(days * NodaConstants.TicksPerDay + ticks - offset * NodaConstants.TicksPerMinute)
            : null;
    }

    private static bool TryTime(ReadOnlySpan<byte> text, ref int at, out long ticks)
    {
        ticks = 0;
        if (text[at] is not ((byte)'T' or (byte)'t' or (byte)' '))
            return false;
        at++;
        if (!TryPart(text, ref at, 2, out var hour) || !TrySkip(text, ref at, (byte)':') || !TryPart(text, ref at, 2, out var minute))
            return false;
        var second = 0;
        if (at < text.Length && text[at] == ':')
        {
            at++;
            if (!TryPart(text, ref at, 2, out second))
                return false;
        }

        if (hour > 23 || minute > 59 || second > 59)
            return false;
        if (at < text.Length && text[at] is (byte)'.' or (byte)',' && !TryFraction(text, ref at, out ticks))
            return false;
        ticks += (hour * 3600L + minute * 60 + second) * NodaConstants.TicksPerSecond;
        return true;
    }

    private static bool TryOffset(ReadOnlySpan<byte> text, ref int at, out int minutes)
    {
        minutes = 0;
        if (at == text.Length)
            return true;
        var sign = text[at++];
        if (sign is (byte)'Z' or (byte)'z')
            return true;
        if (sign is not ((byte)'+' or (byte)'-') || !TryPart(text, ref at, 2, out var hours))
            return false;
        var rest = 0;
        if (at < text.Length)
        {
            if (text[at] == ':')
                at++;
            if (!TryPart(text, ref at, 2, out rest))
                return false;
        }

        minutes = (hours * 60 + rest) * (sign == '-' ? -1 : 1);
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
