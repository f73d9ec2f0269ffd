namespace Beleg.Sources;

/// <summary>One source of one workspace, as its owner set it up.</summary>
public sealed record SourceSettings
{
    /// <summary>Name within the workspace; part of its address.</summary>
    public required string Name { get; init; }

    /// <summary>Which translator reads it: "whatsapp", "shopify", "segment", "import", "links", "operator".</summary>
    public required string Provider { get; init; }

    /// <summary>How far it is believed.</summary>
    public Trust Trust { get; init; } = Trust.Server;

    /// <summary>The provider's accounts it may speak for; empty admits none where the provider names an account.</summary>
    public IReadOnlyList<string> AccountIds { get; init; } = [];

    /// <summary>The shop its orders belong to; the source's name where empty.</summary>
    public string? Shop { get; init; }

    /// <summary>Who wrote an outbound message that is known from its statuses alone. Unknown never makes a conversation automated.</summary>
    public Actor DefaultActor { get; init; } = Actor.Unknown;

    /// <summary>Region for phone numbers written without a country code, ISO 3166; null refuses them.</summary>
    public string? DefaultRegion { get; init; }

    /// <summary>Texts that mean stop, lower case.</summary>
    public IReadOnlyList<string> StopWords { get; init; } = ["stop", "unsubscribe", "stopp", "abmelden", "stop promotions"];

    /// <summary>Signing secrets; two are valid during a rotation.</summary>
    public IReadOnlyList<string> Secrets { get; init; } = [];

    /// <summary>The token the provider's handshake must repeat.</summary>
    public string? VerifyToken { get; init; }
}
