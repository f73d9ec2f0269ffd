namespace Beleg.Sources;

/// <summary>Who caused it. <c>Unknown</c> never makes a conversation automated.</summary>
public enum Actor : byte
{
    /// <summary>Not known.</summary>
    Unknown = 0,
    /// <summary>A bot.</summary>
    Bot = 1,
    /// <summary>A step of a flow.</summary>
    Flow = 2,
    /// <summary>A person of the business.</summary>
    Human = 3,
    /// <summary>The contact.</summary>
    Contact = 4,
    /// <summary>A timer.</summary>
    Timer = 5,
}
