namespace Beleg.Sources;

/// <summary>How a conversation was entered.</summary>
public enum EntryPoint : byte
{
    /// <summary>Without a trace of how.</summary>
    Organic = 0,
    /// <summary>Comment-to-DM.</summary>
    CommentToDm = 1,
    /// <summary>Reply to a story.</summary>
    StoryReply = 2,
    /// <summary>A keyword.</summary>
    Keyword = 3,
    /// <summary>A click-to-message ad.</summary>
    Ad = 4,
    /// <summary>A link.</summary>
    Link = 5,
    /// <summary>A QR code.</summary>
    Qr = 6,
    /// <summary>The web chat widget.</summary>
    Widget = 7,
    /// <summary>The answer to a campaign.</summary>
    CampaignReply = 8,
}
