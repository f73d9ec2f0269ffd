namespace Beleg.Ledger;

/// <summary>A figure with the way to it: the formula with its numbers, so that anybody can do it again by hand.</summary>
/// <param name="Value">The figure; null where it has none.</param>
/// <param name="English">The formula as an English page shows it.</param>
/// <param name="German">The same on a German page.</param>
public sealed record Worked(decimal? Value, string English, string German);
