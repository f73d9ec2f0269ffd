namespace Beleg.Sources.Conformance;

/// <summary>One payload: what should come out, and what did.</summary>
/// <param name="Payload">Path below the folder of samples.</param>
/// <param name="Expected">What should come out.</param>
/// <param name="Came">What did.</param>
public sealed record ConformanceRow(string Payload, string Expected, string Came)
{
    /// <summary>Whether the two agree.</summary>
    public bool Agrees => string.Equals(Expected, Came, StringComparison.Ordinal);
}
