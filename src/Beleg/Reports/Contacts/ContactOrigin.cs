using Beleg.Sources;
using NodaTime;

namespace Beleg.Reports.Contacts;

/// <summary>Where a contact came from, first or last.</summary>
/// <param name="At">When.</param>
/// <param name="Source">The source that said so.</param>
/// <param name="Channel">Messaging channel; null where there was no message.</param>
/// <param name="EntryPoint">How the conversation was entered.</param>
/// <param name="Campaign">Campaign.</param>
/// <param name="Utm">Campaign tags.</param>
public sealed record ContactOrigin(Instant At, string Source, Channel? Channel, EntryPoint? EntryPoint, string? Campaign, Utm? Utm);
