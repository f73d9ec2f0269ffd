using Beleg.Primitives;

namespace Beleg.Sources;

/// <summary>A conversion that is no order.</summary>
public sealed record ConversionPayload : Payload
{
    /// <summary>trial, install, sign_up, booking, …</summary>
    public required string Type { get; init; }

    /// <summary>The visit it happened in.</summary>
    public Key Session { get; init; }

    /// <summary>Value in minor units.</summary>
    public long? AmountMinor { get; init; }

    /// <summary>Currency of the value.</summary>
    public string? Currency { get; init; }

    internal override void Write(EventWriter w)
    {
        w.Text(Type);
        w.Key(Session);
        w.MaybeInt(AmountMinor);
        w.Text(Currency);
    }

    internal static ConversionPayload Read(ref EventReader r) => new()
    {
        Type = r.Text()!,
        Session = r.Key(),
        AmountMinor = r.MaybeInt(),
        Currency = r.Text(),
    };
}
