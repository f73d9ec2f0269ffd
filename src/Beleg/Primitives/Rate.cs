using NodaTime;

namespace Beleg.Primitives;

/// <summary>One published exchange rate: on <paramref name="Date"/> one major unit of <paramref name="From"/> was <paramref name="Value"/> of <paramref name="To"/>.</summary>
/// <param name="Date">The day it was published for.</param>
/// <param name="From">The currency that is one.</param>
/// <param name="To">The currency the value counts.</param>
/// <param name="Value">Above zero; a decimal, so that 1.0556 is 1.0556.</param>
public sealed record Rate(LocalDate Date, Currency From, Currency To, decimal Value);
