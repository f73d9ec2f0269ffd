using Beleg.Metrics;
using Beleg.Model;
using Beleg.Primitives;
using NodaTime;

namespace Beleg.Reports.Receipts;

/// <summary>What a receipt needs to know of its workspace.</summary>
/// <param name="Hash">Makes the workspace's keys.</param>
/// <param name="Zone">Zone of the times in its sentences.</param>
/// <param name="Currency">The workspace's currency.</param>
/// <param name="Windows">How far before an order a touch may lie; the facts were folded with the same.</param>
/// <param name="HalfLifeDays">Half-life under time decay; the facts were folded with the same.</param>
/// <param name="Software">Version of this program.</param>
/// <param name="Model">The model of figures where nobody chooses another; the usual one where null.</param>
/// <param name="Learned">What the data-driven models learned in the month of a day; null leaves them out.</param>
public sealed record ReceiptSettings(KeyedHash Hash, DateTimeZone Zone, Currency Currency, TouchWindows Windows, int HalfLifeDays, string Software, string? Model = null, Func<LocalDate, IReadOnlyList<LearnedWeights>>? Learned = null);
