namespace Beleg.Sources.Providers.WhatsApp;

/// <summary>What tells apart the events that one message id gives rise to. Stored within ids; never change one.</summary>
internal static class WhatsAppSalts
{
    public const long Received = 1;
    public const long Echo = 2;
    public const long Sent = 3;
    public const long Delivered = 4;
    public const long Read = 5;
    public const long Failed = 6;
    public const long Played = 7;
    public const long Button = 8;
    public const long Stop = 9;
    public const long Cart = 10;
    public const long Form = 11;
    public const long Note = 12;
    public const long Moved = 13;
}
