namespace Beleg.Model;

/// <summary>Who ended an episode.</summary>
public enum ResolvedBy : byte
{
    /// <summary>Not resolved.</summary>
    Nobody = 0,
    /// <summary>Automation.</summary>
    Bot = 1,
    /// <summary>A person of the business.</summary>
    Human = 2,
    /// <summary>The contact confirmed.</summary>
    Contact = 3,
    /// <summary>A timer, after silence.</summary>
    Timer = 4,
}
