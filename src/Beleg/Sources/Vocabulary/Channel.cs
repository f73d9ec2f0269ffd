namespace Beleg.Sources;

/// <summary>The messaging channel. A visit's channel is its <see cref="TrafficChannel"/>.</summary>
public enum Channel : byte
{
    /// <summary>Any other.</summary>
    Other = 0,
    /// <summary>WhatsApp.</summary>
    WhatsApp = 1,
    /// <summary>Messenger.</summary>
    Messenger = 2,
    /// <summary>Instagram.</summary>
    Instagram = 3,
    /// <summary>Telegram.</summary>
    Telegram = 4,
    /// <summary>Web chat.</summary>
    WebChat = 5,
    /// <summary>E-mail.</summary>
    Email = 6,
    /// <summary>Push.</summary>
    Push = 7,
    /// <summary>SMS.</summary>
    Sms = 8,
    /// <summary>Voice.</summary>
    Voice = 9,
}
