using Beleg.Sources.Json;
using static Beleg.Sources.Track.Properties;

namespace Beleg.Sources.Track;

/// <summary>Messages, their delivery life, and what they were taken to mean.</summary>
internal static class MessageEvents
{
    public static IEnumerable<EventDefinition> All { get; } =
    [
        new(EventKind.MessageReceived, "Message Received", "The contact wrote.", Trust.Browser, Sources.Actor.Contact, [],
            [Kind, Message, Properties.HandledBy, Intent, IsConfirmation, InReplyTo, Referral], Received),
        new(EventKind.MessageSent, "Message Sent", "The business wrote.", Trust.Browser, Sources.Actor.Unknown, [],
            [Kind, Message, Public, ExpectsReply, IsFallback, InReplyTo, Links, Buttons, Template, Category, Recipient], Sent),
        new(EventKind.MessageDelivered, "Message Delivered", "It reached the contact.", Trust.Browser, Sources.Actor.Unknown, [],
            [Pricing, Error, Watermark, Recipient], Status),
        new(EventKind.MessageRead, "Message Read", "The contact opened it.", Trust.Browser, Sources.Actor.Unknown, [],
            [Pricing, Error, Watermark, Recipient], Status),
        new(EventKind.MessageFailed, "Message Failed", "It did not reach the contact.", Trust.Browser, Sources.Actor.Unknown, [],
            [Pricing, Error, Watermark, Recipient], Status),
        new(EventKind.IntentDetected, "Intent Detected", "What automation took a message to mean.", Trust.Browser, Sources.Actor.Bot, [Intent],
            [Intent, Confidence], Detected),
        new(EventKind.IntentLabelled, "Intent Labelled", "What a person read in a message.", Trust.Server, Sources.Actor.Human, [Label],
            [Intent, Label, Labeller], Labelled),
    ];

    private static MessagePayload Received(PropertyReader r)
    {
        var referral = r[Referral];
        var adId = referral["ad_id"u8].Text();
        if (referral.IsObject)
        {
            r.Envelope.EntryPoint ??= EntryPointOf(referral, adId);
            r.Envelope.EntryRef ??= adId;
        }

        r.Text(Kind);
        return new MessagePayload
        {
            HandledBy = r.Label<HandledBy>(Properties.HandledBy) ?? default,
            Intent = r.Text(Intent),
            IsConfirmation = r.Bool(IsConfirmation) ?? false,
            InReplyTo = r.MessageKey(InReplyTo),
            AdId = adId,
            CtwaClickId = referral["ctwa_clid"u8].Text(),
            CountryCallingCode = r.Envelope.CallingCode,
        };
    }

    // A referral names an ad or the post that was tapped; only an ad has an id or a click id of its own.
    private static EntryPoint EntryPointOf(JsonValue referral, string? adId) =>
        adId is not null || referral["ctwa_clid"u8].Exists || referral["source"u8].Is("ad"u8) ? Sources.EntryPoint.Ad : Sources.EntryPoint.Link;

    private static MessagePayload Sent(PropertyReader r)
    {
        var kind = r.Label<MessageKind>(Kind) ?? MessageKind.Answer;
        return new MessagePayload
        {
            Kind = kind,
            Public = r.Bool(Public) ?? kind != MessageKind.Note,
            ExpectsReply = r.Bool(ExpectsReply) ?? false,
            IsFallback = r.Bool(IsFallback) ?? false,
            InReplyTo = r.MessageKey(InReplyTo),
            Links = r.Texts(Links) is { Count: > 0 } links ? [.. links.Select(CodeOf)] : [],
            Buttons = r.Texts(Buttons),
            Template = r.Text(Template),
            Category = Categories.Read(r.Text(Category)),
            CountryCallingCode = r.Envelope.CallingCode,
        };
    }

    // A tagged link is written as its code or as its whole address.
    private static string CodeOf(string link)
    {
        var at = link.LastIndexOf("/r/", StringComparison.Ordinal);
        if (at < 0)
            return link;
        var code = link[(at + 3)..];
        var end = code.AsSpan().IndexOfAny('?', '#', '/');
        return end < 0 ? code : code[..end];
    }

    private static StatusPayload Status(PropertyReader r)
    {
        var error = r[Properties.Error];
        var pricing = r[Pricing];
        var type = pricing["type"u8].Text();
        return new StatusPayload
        {
            ErrorCode = error["code"u8].Text() ?? error.Text(),
            ErrorReason = error["reason"u8].Text(),
            PricingModel = pricing["model"u8].Text(),
            PricingType = type,
            Category = Categories.Read(pricing["category"u8].Text()),
            Billable = pricing["billable"u8].Bool() ?? Categories.Billable(type),
            CountryCallingCode = r.Envelope.CallingCode,
            Watermark = r.Time(Watermark),
        };
    }

    private static IntentPayload Detected(PropertyReader r) => new()
    {
        Intent = r.Text(Intent),
        Confidence = (double?)r.Number(Confidence),
    };

    private static IntentPayload Labelled(PropertyReader r) => new()
    {
        Intent = r.Text(Intent),
        Label = r.Text(Label),
    };
}
