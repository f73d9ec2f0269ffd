namespace Beleg.Sources;

/// <summary>What a message was taken to mean, or a person's correction of it.</summary>
public sealed record IntentPayload : Payload
{
    /// <summary>Detected intent.</summary>
    public string? Intent { get; init; }

    /// <summary>0 to 1.</summary>
    public double? Confidence { get; init; }

    /// <summary>The intent a person read in it.</summary>
    public string? Label { get; init; }

    internal override void Write(EventWriter w)
    {
        w.Text(Intent);
        w.MaybeDouble(Confidence);
        w.Text(Label);
    }

    internal static IntentPayload Read(ref EventReader r) => new()
    {
        Intent = r.Text(),
        Confidence = r.MaybeDouble(),
        Label = r.Text(),
    };
}
