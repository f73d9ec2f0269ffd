using Beleg.Primitives;
using Beleg.Sources;
using NodaTime;

namespace Beleg.Model;

/// <summary>One appointment.</summary>
public sealed record AppointmentFact
{
    /// <summary>The appointment.</summary>
    public required Key Appointment { get; init; }

    /// <summary>The contact.</summary>
    public required Key Contact { get; init; }

    /// <summary>Booked.</summary>
    public Instant? BookedAt { get; init; }

    /// <summary>Due.</summary>
    public required Instant StartsAt { get; init; }

    /// <summary>Its day.</summary>
    public required LocalDate Day { get; init; }

    /// <summary>What became of it.</summary>
    public required AppointmentState State { get; init; }

    /// <summary>Flow it was booked in.</summary>
    public string? FlowId { get; init; }

    /// <summary>Messaging channel.</summary>
    public required Channel Channel { get; init; }
}
