using Beleg.Primitives;

namespace Beleg.Sources;

/// <summary>A web visit.</summary>
public sealed record SessionPayload : Payload
{
    /// <summary>The visit.</summary>
    public Key Session { get; init; }

    /// <summary>Path of the landing page, without query.</summary>
    public string? LandingPath { get; init; }

    /// <summary>Host that referred.</summary>
    public string? ReferrerHost { get; init; }

    /// <summary>GA4's default channel grouping.</summary>
    public TrafficChannel TrafficChannel { get; init; }

    /// <summary>Click id of a tagged link on the landing page.</summary>
    public string? Bid { get; init; }

    internal override void Write(EventWriter w)
    {
        w.Key(Session);
        w.Text(LandingPath);
        w.Text(ReferrerHost);
        w.Byte((byte)TrafficChannel);
        w.Text(Bid);
    }

    internal static SessionPayload Read(ref EventReader r) => new()
    {
        Session = r.Key(),
        LandingPath = r.Text(),
        ReferrerHost = r.Text(),
        TrafficChannel = (TrafficChannel)r.Byte(),
        Bid = r.Text(),
    };
}
