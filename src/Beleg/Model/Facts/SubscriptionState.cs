namespace Beleg.Model;

/// <summary>Where a subscription stands.</summary>
public enum SubscriptionState : byte
{
    /// <summary>It runs.</summary>
    Active = 0,
    /// <summary>It was cancelled.</summary>
    Cancelled = 1,
}
