using NodaTime;

namespace Beleg.App.Dashboard.Pages;

/// <summary>One event on a contact's timeline.</summary>
/// <param name="At">When.</param>
/// <param name="What">The event's name.</param>
/// <param name="Where">Channel, flow, campaign.</param>
/// <param name="Text">What was said; read from the journal.</param>
/// <param name="Kind">chat, money, or nothing.</param>
/// <param name="Receipt">Path of the order's receipt.</param>
/// <param name="Versions">Contents that came with its id; more than 1 is a conflict.</param>
public sealed record ContactMoment(Instant At, string What, string? Where, string? Text, string Kind, string? Receipt, int Versions);
