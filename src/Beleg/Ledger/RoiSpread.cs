namespace Beleg.Ledger;

/// <summary>Where a simulated return on investment lies, in percent.</summary>
/// <param name="Median">Half of the draws lie below it.</param>
/// <param name="Low80">A tenth lie below it.</param>
/// <param name="High80">A tenth lie above it.</param>
/// <param name="Low95">One in forty lies below it.</param>
/// <param name="High95">One in forty lies above it.</param>
/// <param name="AboveZero">Share of the draws in which the programme earned more than it cost.</param>
/// <param name="Draws">How many were drawn.</param>
/// <param name="Seed">Of the draws: the same seed gives the same numbers.</param>
public sealed record RoiSpread(decimal Median, decimal Low80, decimal High80, decimal Low95, decimal High95, decimal AboveZero, int Draws, ulong Seed);
