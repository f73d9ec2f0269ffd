using Beleg.Primitives;
using NodaTime;

namespace Beleg.Sources.Track;

/// <summary>What every event has, read before its own properties, which may complete it.</summary>
internal sealed class Envelope
{
    public required Key Id { get; init; }

    public required Instant OccurredAt { get; init; }

    public Channel Channel { get; init; }

    public string? AccountId { get; init; }

    public Actor Actor { get; init; }

    public EntryPoint? EntryPoint { get; set; }

    public string? EntryRef { get; set; }

    public Utm? Utm { get; set; }

    /// <summary>Calling code of the contact's phone, where one is known.</summary>
    public string? CallingCode { get; set; }

    public List<Identifier> Identifiers { get; } = [];
}
