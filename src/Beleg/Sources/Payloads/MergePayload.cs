using Beleg.Primitives;

namespace Beleg.Sources;

/// <summary>Two identifiers are, or are not, one person.</summary>
public sealed record MergePayload : Payload
{
    /// <summary>One identifier's key.</summary>
    public Key A { get; init; }

    /// <summary>The other's.</summary>
    public Key B { get; init; }

    /// <summary>Why.</summary>
    public string? Reason { get; init; }

    internal override void Write(EventWriter w)
    {
        w.Key(A);
        w.Key(B);
        w.Text(Reason);
    }

    internal static MergePayload Read(ref EventReader r) => new()
    {
        A = r.Key(),
        B = r.Key(),
        Reason = r.Text(),
    };
}
