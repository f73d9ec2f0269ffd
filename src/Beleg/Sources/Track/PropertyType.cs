namespace Beleg.Sources.Track;

/// <summary>What a property holds on the wire.</summary>
internal enum PropertyType
{
    /// <summary>A short text; a number is taken as it is written.</summary>
    Text,
    /// <summary>A text of any length, kept apart from everything that is counted.</summary>
    LongText,
    /// <summary>One of a few words.</summary>
    Label,
    /// <summary>True or false.</summary>
    Bool,
    /// <summary>A whole number.</summary>
    Whole,
    /// <summary>A decimal number.</summary>
    Number,
    /// <summary>An amount in major units of the event's currency, as number or text.</summary>
    Amount,
    /// <summary>ISO 8601, or seconds or milliseconds since 1970.</summary>
    Time,
    /// <summary>A calendar day.</summary>
    Day,
    /// <summary>A list of short texts, or of objects that have an id.</summary>
    Texts,
    /// <summary>An object, or a list of objects, of its own shape.</summary>
    Structure,
}
