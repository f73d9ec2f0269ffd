namespace Beleg.Sources;

/// <summary>How far a source is believed. Browser events never merge contacts on strong identifiers, never change money, and give evidence E at most.</summary>
public enum Trust : byte
{
    /// <summary>Public write key.</summary>
    Browser = 0,
    /// <summary>Signed, or a secret key.</summary>
    Server = 1,
    /// <summary>An act of a signed-in person.</summary>
    Operator = 2,
}
