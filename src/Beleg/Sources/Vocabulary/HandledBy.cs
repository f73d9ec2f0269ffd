namespace Beleg.Sources;

/// <summary>What read an inbound message.</summary>
public enum HandledBy : byte
{
    /// <summary>Not said.</summary>
    Unknown = 0,
    /// <summary>Automation.</summary>
    Bot = 1,
    /// <summary>A person.</summary>
    Human = 2,
    /// <summary>Nothing.</summary>
    None = 3,
}
