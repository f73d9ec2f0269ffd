namespace Beleg.Model;

/// <summary>When the clock of a touch's window starts: always at the touch's own time, as its source told it, never when it was received.</summary>
public static class TouchClock
{
    /// <summary>What starts it, as a label: the wire name on receipts.</summary>
    /// <remarks>
    /// <list type="bullet">
    /// <item><c>last_automated_message</c>: a conversation starts anew with each automated message, until the order; what a person wrote does not count.</item>
    /// <item><c>click</c>: the first click; repeats within the click window do not start it again.</item>
    /// <item><c>read</c>: the read receipt of a campaign, or what only a reader does: an answer, a press, a click.</item>
    /// <item><c>message_with_ad</c>: the contact's message that came in through the ad.</item>
    /// <item><c>visit</c>: the start of the web session.</item>
    /// </list>
    /// </remarks>
    public static string StartOf(TouchKind kind) => kind switch
    {
        TouchKind.Click => "click",
        TouchKind.CampaignRead => "read",
        TouchKind.AdReferral => "message_with_ad",
        TouchKind.Visit => "visit",
        _ => "last_automated_message",
    };
}
