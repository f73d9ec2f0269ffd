using Beleg.Primitives;

namespace Beleg.Reports.Contacts;

/// <summary>A page of a contact's life, newest first.</summary>
/// <param name="Contact">The contact.</param>
/// <param name="Moments">The events.</param>
/// <param name="Older">What to ask for to see the page before; null where there is none.</param>
public sealed record ContactTimeline(Key Contact, IReadOnlyList<ContactMoment> Moments, string? Older);
