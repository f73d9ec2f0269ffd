using NodaTime;

namespace Beleg.Model;

/// <summary>Opening hours of one weekday, half-open.</summary>
/// <param name="Opens">First minute open.</param>
/// <param name="Closes">First minute closed; midnight means the end of the day.</param>
public readonly record struct BusinessDay(LocalTime Opens, LocalTime Closes);
