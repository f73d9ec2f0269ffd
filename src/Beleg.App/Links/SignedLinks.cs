using Beleg.Primitives;
using Beleg.Sources.Web;
using Beleg.State;
using NodaTime;

namespace Beleg.App.Links;

/// <summary>Addresses of a link that serves many, each signed for one recipient.</summary>
internal static class SignedLinks
{
    /// <summary>Name of the parameter where nobody chooses another.</summary>
    public const string UsualName = "c";

    /// <summary>How long an address names its recipient where nobody says otherwise.</summary>
    public const int UsualDays = 90;

    /// <summary>The longest anybody may say.</summary>
    public const int MostDays = 400;

    /// <summary>When addresses signed now end.</summary>
    /// <exception cref="UserErrorException">That is too soon or too late.</exception>
    public static Instant Until(Instant now, int? days) =>
        days is null or (>= 1 and <= MostDays) ? now + Duration.FromDays(days ?? UsualDays) : throw new UserErrorException($"days: say 1 to {MostDays}.");

    /// <summary>The address to send to one recipient; it holds a key, no name and no number.</summary>
    /// <exception cref="UserErrorException">The link carries no contact, or the recipient's identifier cannot be read.</exception>
    public static Uri Address(Uri server, KeyedHash hash, Link link, LinkRecipient recipient, Instant until)
    {
        var name = link.Made.ContactParameter
            ?? throw new UserErrorException($"This link carries no contact: make one with \"contact_parameter\": \"{UsualName}\".");
        var value = ContactParameter.Sign(hash, link.Code, recipient.Type, recipient.Scope, recipient.Value, until)
            ?? throw new UserErrorException("recipient: its value cannot be read; a phone number needs its country code, a scope has at most 128 bytes.");
        return new Uri(server, $"/r/{link.Code}?{name}={value}");
    }
}
