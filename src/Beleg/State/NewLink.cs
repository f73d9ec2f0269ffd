namespace Beleg.State;

/// <summary>A tagged link about to be made.</summary>
public sealed record NewLink
{
    /// <summary>Where it leads: http or https, on one of the workspace's domains.</summary>
    public required string Target { get; init; }

    /// <summary>Channel it is sent over, as in <c>utm_source</c>.</summary>
    public string? Channel { get; init; }

    /// <summary>Flow, as in <c>utm_campaign</c>.</summary>
    public string? Flow { get; init; }

    /// <summary>Branch, as in <c>utm_content</c>.</summary>
    public string? Branch { get; init; }

    /// <summary>Campaign.</summary>
    public string? Campaign { get; init; }

    /// <summary>Step of the flow.</summary>
    public string? Step { get; init; }

    /// <summary>The business's own number, page or shop it is sent from; with the message's id it names the message.</summary>
    public string? AccountId { get; init; }

    /// <summary>The provider's message it stands in; kept sealed, since some providers write a phone number into it.</summary>
    public string? MessageId { get; init; }

    /// <summary>Query parameter that carries a signed contact, where one link serves many; null where it serves one or nobody known.</summary>
    public string? ContactParameter { get; init; }

    /// <summary>Whom it is made for.</summary>
    public LinkRecipient? Recipient { get; init; }
}
