using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Beleg.State.Settings;

/// <summary>When people are there to answer.</summary>
public sealed record BusinessCalendar
{
    /// <summary>First day it is valid on, 2026-01-31.</summary>
    public required string ValidFrom { get; init; }

    /// <summary>By weekday ("monday" …) the spans of that day, "09:00-12:30"; a day that is not named is closed.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Hours { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Days that are closed whatever their weekday, 2026-12-25.</summary>
    public IReadOnlyList<string> Holidays { get; init; } = [];

    /// <summary>The first day it is valid on.</summary>
    /// <exception cref="UnparsableValueException">It was not validated.</exception>
    public LocalDate FirstDay() => LocalDatePattern.Iso.Parse(ValidFrom).Value;

    /// <summary>The spans of a day, ascending, half-open; empty on holidays and closed days.</summary>
    /// <exception cref="FormatException">It was not validated.</exception>
    public IReadOnlyList<(LocalTime From, LocalTime To)> On(LocalDate day)
    {
        if (Holidays.Contains(LocalDatePattern.Iso.Format(day)))
            return [];
        var weekday = day.DayOfWeek.ToString().ToLower(CultureInfo.InvariantCulture);
        return Hours.TryGetValue(weekday, out var spans)
            ? [.. spans.Select(span => ParseSpan(span) ?? throw new FormatException(span)).OrderBy(span => span.From)]
            : [];
    }

    internal IEnumerable<string> Problems(string key)
    {
        if (!LocalDatePattern.Iso.Parse(ValidFrom).Success)
            yield return $"{key}.valid_from must be a day such as 2026-01-31";
        foreach (var holiday in Holidays.Where(day => !LocalDatePattern.Iso.Parse(day).Success))
            yield return $"{key}.holidays: '{holiday}' is no day such as 2026-12-25";
        foreach (var (weekday, spans) in Hours)
        {
            if (!Enum.TryParse<IsoDayOfWeek>(weekday, ignoreCase: true, out var day) || day == IsoDayOfWeek.None || weekday.Any(letter => letter is < 'a' or > 'z'))
                yield return $"{key}.hours: '{weekday}' is no weekday in lower case";
            var parsed = spans.Select(ParseSpan).ToList();
            if (parsed.Contains(null))
                yield return $"{key}.hours.{weekday}: a span is written 09:00-17:00, its end after its beginning";
            else if (parsed.OrderBy(span => span!.Value.From).Zip(parsed.OrderBy(span => span!.Value.From).Skip(1)).Any(pair => pair.First!.Value.To > pair.Second!.Value.From))
                yield return $"{key}.hours.{weekday}: spans overlap";
        }
    }

    private static (LocalTime From, LocalTime To)? ParseSpan(string span)
    {
        var pattern = LocalTimePattern.CreateWithInvariantCulture("HH:mm");
        return span.Split('-') is [var from, var to] && pattern.Parse(from) is { Success: true } opens && pattern.Parse(to) is { Success: true } closes && opens.Value < closes.Value
            ? (opens.Value, closes.Value)
            : null;
    }
}
