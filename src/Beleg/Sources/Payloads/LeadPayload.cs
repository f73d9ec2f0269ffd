using Beleg.Primitives;

namespace Beleg.Sources;

/// <summary>A lead and where it stands.</summary>
public sealed record LeadPayload : Payload
{
    /// <summary>The lead.</summary>
    public Key Lead { get; init; }

    /// <summary>Names of the fields captured.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];

    /// <summary>Where it stands.</summary>
    public LeadStatus Status { get; init; }

    /// <summary>Who looks after it.</summary>
    public string? Owner { get; init; }

    /// <summary>What is next.</summary>
    public string? NextStep { get; init; }

    internal override void Write(EventWriter w)
    {
        w.Key(Lead);
        w.Texts(Fields);
        w.Byte((byte)Status);
        w.Text(Owner);
        w.Text(NextStep);
    }

    internal static LeadPayload Read(ref EventReader r) => new()
    {
        Lead = r.Key(),
        Fields = r.Texts(),
        Status = (LeadStatus)r.Byte(),
        Owner = r.Text(),
        NextStep = r.Text(),
    };
}
