using Beleg.Primitives;
using NodaTime;

namespace Beleg.Sources;

/// <summary>An appointment.</summary>
public sealed record AppointmentPayload : Payload
{
    /// <summary>The appointment.</summary>
    public Key Appointment { get; init; }

    /// <summary>When it starts; null where the event does not repeat it.</summary>
    public Instant? StartsAt { get; init; }

    internal override void Write(EventWriter w)
    {
        w.Key(Appointment);
        w.MaybeInstant(StartsAt);
    }

    internal static AppointmentPayload Read(ref EventReader r) => new()
    {
        Appointment = r.Key(),
        StartsAt = r.MaybeInstant(),
    };
}
