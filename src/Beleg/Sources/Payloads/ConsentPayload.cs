using NodaTime;

namespace Beleg.Sources;

/// <summary>Consent given or withdrawn.</summary>
public sealed record ConsentPayload : Payload
{
    /// <summary>What for: marketing, service, …</summary>
    public required string Purpose { get; init; }

    /// <summary>Version of the words shown.</summary>
    public string? WordingVersion { get; init; }

    /// <summary>What proves it: a preference, a button, the text STOP.</summary>
    public string? Proof { get; init; }

    /// <summary>When it ends by itself.</summary>
    public Instant? ValidUntil { get; init; }

    internal override void Write(EventWriter w)
    {
        w.Text(Purpose);
        w.Text(WordingVersion);
        w.Text(Proof);
        w.MaybeInstant(ValidUntil);
    }

    internal static ConsentPayload Read(ref EventReader r) => new()
    {
        Purpose = r.Text()!,
        WordingVersion = r.Text(),
        Proof = r.Text(),
        ValidUntil = r.MaybeInstant(),
    };
}
