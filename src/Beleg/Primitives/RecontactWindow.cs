using NodaTime;

namespace Beleg.Primitives;

/// <summary>How long after a conversation a contact's return, or a person's act for that contact, can count against it.</summary>
public static class RecontactWindow
{
    /// <summary>The longest window that can be asked for, in hours. Facts tell of nothing later, so a change of it raises the version of the facts.</summary>
    public const int MostHours = 720;

    /// <summary>The same as milliseconds.</summary>
    public const long MostMilliseconds = MostHours * (long)NodaConstants.MillisecondsPerHour;
}
