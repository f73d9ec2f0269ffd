using Beleg.Primitives;

namespace Beleg.Sources;

/// <summary>A hand-off to a person.</summary>
public sealed record HandoffPayload : Payload
{
    /// <summary>The hand-off.</summary>
    public Key Handoff { get; init; }

    /// <summary>Why.</summary>
    public string? Reason { get; init; }

    /// <summary>Fields of the flow the person needs.</summary>
    public IReadOnlyList<string> RequiredFields { get; init; } = [];

    /// <summary>Those filled at hand-off.</summary>
    public IReadOnlyList<string> FilledFields { get; init; } = [];

    /// <summary>Whether the contact had to say it again; null where nobody said.</summary>
    public bool? Repeated { get; init; }

    internal override void Write(EventWriter w)
    {
        w.Key(Handoff);
        w.Text(Reason);
        w.Texts(RequiredFields);
        w.Texts(FilledFields);
        w.MaybeBool(Repeated);
    }

    internal static HandoffPayload Read(ref EventReader r) => new()
    {
        Handoff = r.Key(),
        Reason = r.Text(),
        RequiredFields = r.Texts(),
        FilledFields = r.Texts(),
        Repeated = r.MaybeBool(),
    };
}
