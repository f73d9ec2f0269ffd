namespace Beleg.State;

/// <summary>What a key may do.</summary>
public enum KeyScope
{
    /// <summary>Send events.</summary>
    Write,

    /// <summary>Read figures and reports.</summary>
    Read,

    /// <summary>Read, write, and change settings, sources and links.</summary>
    Admin,
}
