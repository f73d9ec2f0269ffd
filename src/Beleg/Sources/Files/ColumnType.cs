namespace Beleg.Sources.Files;

/// <summary>What a cell of a file must hold.</summary>
public enum ColumnType
{
    /// <summary>Any text.</summary>
    Text,
    /// <summary>A decimal amount in major units: 12.50.</summary>
    Money,
    /// <summary>A decimal number.</summary>
    Number,
    /// <summary>A whole number.</summary>
    Whole,
    /// <summary>A moment.</summary>
    Time,
    /// <summary>A day.</summary>
    Date,
    /// <summary>yes or no.</summary>
    YesNo,
    /// <summary>Several texts, parted by | or ; or ,.</summary>
    List,
    /// <summary>Three letters of ISO 4217.</summary>
    Currency,
    /// <summary>One of a fixed set of words.</summary>
    Choice,
}
