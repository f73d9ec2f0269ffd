namespace Beleg.Model;

/// <summary>What a touch was.</summary>
public enum TouchKind : byte
{
    /// <summary>An automated conversation.</summary>
    Conversation = 0,
    /// <summary>A person's click on a tagged link; replaces the conversation it happened in.</summary>
    Click = 1,
    /// <summary>A campaign message that was read.</summary>
    CampaignRead = 2,
    /// <summary>A click-to-message ad.</summary>
    AdReferral = 3,
    /// <summary>A web visit; never attributed revenue of the chat.</summary>
    Visit = 4,
}
