namespace Beleg.Primitives;

/// <summary>How fine a period is cut for a trend.</summary>
public enum Grain
{
    /// <summary>A calendar day of the workspace's zone.</summary>
    Day,

    /// <summary>A week of ISO 8601: it begins on Monday.</summary>
    Week,

    /// <summary>A calendar month.</summary>
    Month,

    /// <summary>Three calendar months, from January, April, July or October.</summary>
    Quarter,
}
