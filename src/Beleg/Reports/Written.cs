using NodaTime;

namespace Beleg.Reports;

/// <summary>Who wrote something down, when and why.</summary>
/// <param name="At">When.</param>
/// <param name="By">Who; null where a file or a program did, or its delivery was erased.</param>
/// <param name="Reason">Why; null where nobody said.</param>
/// <param name="Source">The source that brought it.</param>
/// <param name="Seq">Position of its delivery in the journal.</param>
public sealed record Written(Instant At, string? By, string? Reason, string Source, long Seq)
{
    /// <summary>The property of an act that holds its author.</summary>
    public const string Author = "agent";

    /// <summary>The property of an act that holds its reason.</summary>
    public const string Because = "reason";

    /// <summary>Reads it from an event.</summary>
    /// <param name="at">The event with its place.</param>
    /// <param name="said">The same with what is personal; null where it could not be read.</param>
    internal static Written Of(JournaledEvent at, Sources.Event? said) => new(
        at.Event.UpdatedAt ?? at.Event.OccurredAt,
        said?.Personal?.Traits.GetValueOrDefault(Author),
        said?.Personal?.Traits.GetValueOrDefault(Because),
        at.Event.Source,
        at.Seq);
}
