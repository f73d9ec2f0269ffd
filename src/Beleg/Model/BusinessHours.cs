using System.Collections.Frozen;
using NodaTime;

namespace Beleg.Model;

/// <summary>Hours of a business from a day on.</summary>
/// <param name="ValidFrom">First day they hold.</param>
/// <param name="Week">Hours by weekday; a weekday that is missing is closed, several spans are a break.</param>
/// <param name="Holidays">Days without business.</param>
public sealed record BusinessHours(
    LocalDate ValidFrom,
    IReadOnlyDictionary<IsoDayOfWeek, IReadOnlyList<BusinessDay>> Week,
    IReadOnlySet<LocalDate> Holidays)
{
    /// <summary>The same hours from Monday to Friday, from the beginning of time, without holidays.</summary>
    public static BusinessHours Weekdays(LocalTime opens, LocalTime closes) => new(
        LocalDate.MinIsoValue,
        Enumerable.Range(1, 5).ToFrozenDictionary(d => (IsoDayOfWeek)d, _ => (IReadOnlyList<BusinessDay>)[new BusinessDay(opens, closes)]),
        FrozenSet<LocalDate>.Empty);
}
