namespace Beleg.Model;

/// <summary>What became of an appointment.</summary>
public enum AppointmentState : byte
{
    /// <summary>Booked, and not yet due or not yet said.</summary>
    Booked = 0,
    /// <summary>Attended.</summary>
    Attended = 1,
    /// <summary>Missed.</summary>
    Missed = 2,
}
