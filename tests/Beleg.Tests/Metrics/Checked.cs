namespace Beleg.Tests.Metrics;

/// <summary>What a check query found.</summary>
internal sealed record Checked(decimal? Value, decimal? Numerator, decimal? Denominator);
