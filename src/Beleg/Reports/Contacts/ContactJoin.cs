using Beleg.Primitives;
using Beleg.Sources;
using NodaTime;

namespace Beleg.Reports.Contacts;

/// <summary>Two names that are one person, or were parted again, and the event that says so.</summary>
/// <param name="A">One name.</param>
/// <param name="B">The other.</param>
/// <param name="Joined">Whether the last word is that they are one person; false after an undo.</param>
/// <param name="Kind">What said so.</param>
/// <param name="At">When.</param>
/// <param name="Source">Who.</param>
/// <param name="Seq">Position of its delivery in the journal.</param>
/// <param name="Item">Position within it.</param>
public sealed record ContactJoin(Key A, Key B, bool Joined, EventKind Kind, Instant At, string Source, long Seq, int Item);
