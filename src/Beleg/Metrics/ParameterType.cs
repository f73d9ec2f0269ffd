namespace Beleg.Metrics;

/// <summary>How the engine is to read a parameter.</summary>
internal enum ParameterType
{
    /// <summary>A day.</summary>
    Date,
    /// <summary>An instant.</summary>
    Timestamp,
    /// <summary>A whole number.</summary>
    Long,
    /// <summary>Text.</summary>
    Text,
}
