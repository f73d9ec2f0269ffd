namespace Beleg.Sources;

/// <summary>What an outbound message is for.</summary>
public enum MessageKind : byte
{
    /// <summary>An answer.</summary>
    Answer = 0,
    /// <summary>A greeting; stops no clock.</summary>
    Greeting = 1,
    /// <summary>Out of office; stops no clock.</summary>
    OutOfOffice = 2,
    /// <summary>A mere automatic receipt; is no automation.</summary>
    Acknowledgement = 3,
    /// <summary>A survey prompt; stops no clock.</summary>
    Survey = 4,
    /// <summary>A campaign.</summary>
    Campaign = 5,
    /// <summary>A reminder.</summary>
    Reminder = 6,
    /// <summary>A private note; is no message.</summary>
    Note = 7,
}
