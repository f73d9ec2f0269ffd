namespace Beleg.Sources;

/// <summary>The end of an episode, or its reopening.</summary>
public sealed record ResolutionPayload : Payload
{
    /// <summary>Who ended it.</summary>
    public Actor By { get; init; }

    /// <summary>Why.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether the contact confirmed; null where nobody asked.</summary>
    public bool? Confirmed { get; init; }

    /// <summary>How long a timer had waited.</summary>
    public int? InactivityWaitSeconds { get; init; }

    internal override void Write(EventWriter w)
    {
        w.Byte((byte)By);
        w.Text(Reason);
        w.MaybeBool(Confirmed);
        w.MaybeInt(InactivityWaitSeconds);
    }

    internal static ResolutionPayload Read(ref EventReader r) => new()
    {
        By = (Actor)r.Byte(),
        Reason = r.Text(),
        Confirmed = r.MaybeBool(),
        InactivityWaitSeconds = (int?)r.MaybeInt(),
    };
}
