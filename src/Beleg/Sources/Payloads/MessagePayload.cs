using Beleg.Primitives;

namespace Beleg.Sources;

/// <summary>A message, in either direction.</summary>
public sealed record MessagePayload : Payload
{
    /// <summary>What an outbound message is for.</summary>
    public MessageKind Kind { get; init; }

    /// <summary>Whether the contact sees it; a private note is no message.</summary>
    public bool Public { get; init; } = true;

    /// <summary>Whether the business asked something and waits.</summary>
    public bool ExpectsReply { get; init; }

    /// <summary>Whether the bot said that it did not understand.</summary>
    public bool IsFallback { get; init; }

    /// <summary>What read an inbound message.</summary>
    public HandledBy HandledBy { get; init; }

    /// <summary>Intent detected in an inbound message.</summary>
    public string? Intent { get; init; }

    /// <summary>Whether the contact confirmed that it is solved.</summary>
    public bool IsConfirmation { get; init; }

    /// <summary>The message it answers.</summary>
    public Key InReplyTo { get; init; }

    /// <summary>Ad that started the thread (click-to-message).</summary>
    public string? AdId { get; init; }

    /// <summary>Click id of a click-to-WhatsApp ad.</summary>
    public string? CtwaClickId { get; init; }

    /// <summary>Codes of the tagged links in it.</summary>
    public IReadOnlyList<string> Links { get; init; } = [];

    /// <summary>Ids of the buttons in it.</summary>
    public IReadOnlyList<string> Buttons { get; init; } = [];

    /// <summary>Template name.</summary>
    public string? Template { get; init; }

    /// <summary>Billing category.</summary>
    public MessageCategory Category { get; init; }

    /// <summary>Calling code of the recipient, digits; what a rate card prices by.</summary>
    public string? CountryCallingCode { get; init; }

    internal override void Write(EventWriter w)
    {
        w.Byte((byte)Kind);
        w.Bool(Public);
        w.Bool(ExpectsReply);
        w.Bool(IsFallback);
        w.Byte((byte)HandledBy);
        w.Text(Intent);
        w.Bool(IsConfirmation);
        w.Key(InReplyTo);
        w.Text(AdId);
        w.Text(CtwaClickId);
        w.Texts(Links);
        w.Texts(Buttons);
        w.Text(Template);
        w.Byte((byte)Category);
        w.Text(CountryCallingCode);
    }

    internal static MessagePayload Read(ref EventReader r) => new()
    {
        Kind = (MessageKind)r.Byte(),
        Public = r.Bool(),
        ExpectsReply = r.Bool(),
        IsFallback = r.Bool(),
        HandledBy = (HandledBy)r.Byte(),
        Intent = r.Text(),
        IsConfirmation = r.Bool(),
        InReplyTo = r.Key(),
        AdId = r.Text(),
        CtwaClickId = r.Text(),
        Links = r.Texts(),
        Buttons = r.Texts(),
        Template = r.Text(),
        Category = (MessageCategory)r.Byte(),
        CountryCallingCode = r.Text(),
    };
}
