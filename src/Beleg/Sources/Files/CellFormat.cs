using NodaTime;

namespace Beleg.Sources.Files;

/// <summary>How the file writes what can be written in several ways.</summary>
public sealed record CellFormat
{
    /// <summary>Whether 12,50 is twelve and a half. Off by default: 12.50 is.</summary>
    public bool DecimalComma { get; init; }

    /// <summary>
    /// Whether a number that cannot have a decimal point is read with a comma: 19,90 and 1.234,50. For files whose separator says that
    /// their commas are decimal; what may be either is refused.
    /// </summary>
    public bool EitherDecimal { get; init; }

    /// <summary>Zone of times without an offset.</summary>
    public DateTimeZone Zone { get; init; } = DateTimeZone.Utc;

    /// <summary>Whether 03/04/2026 is the third of April; null refuses dates with slashes.</summary>
    public bool? DayFirst { get; init; }
}
