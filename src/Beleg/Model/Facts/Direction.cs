namespace Beleg.Model;

/// <summary>Which way a message went.</summary>
public enum Direction : byte
{
    /// <summary>From the contact.</summary>
    Inbound = 0,
    /// <summary>From the business.</summary>
    Outbound = 1,
}
