namespace Beleg.Sources;

/// <summary>Where a visit came from: GA4's default channel grouping.</summary>
public enum TrafficChannel : byte
{
    /// <summary>No source known.</summary>
    Direct = 0,
    /// <summary>Cross-network.</summary>
    CrossNetwork = 1,
    /// <summary>Paid Shopping.</summary>
    PaidShopping = 2,
    /// <summary>Paid Search.</summary>
    PaidSearch = 3,
    /// <summary>Paid Social.</summary>
    PaidSocial = 4,
    /// <summary>Paid Video.</summary>
    PaidVideo = 5,
    /// <summary>Display.</summary>
    Display = 6,
    /// <summary>Paid Other.</summary>
    PaidOther = 7,
    /// <summary>Organic Shopping.</summary>
    OrganicShopping = 8,
    /// <summary>Organic Social.</summary>
    OrganicSocial = 9,
    /// <summary>Organic Video.</summary>
    OrganicVideo = 10,
    /// <summary>Organic Search.</summary>
    OrganicSearch = 11,
    /// <summary>Referral.</summary>
    Referral = 12,
    /// <summary>E-mail.</summary>
    Email = 13,
    /// <summary>Affiliates.</summary>
    Affiliates = 14,
    /// <summary>Audio.</summary>
    Audio = 15,
    /// <summary>SMS.</summary>
    Sms = 16,
    /// <summary>Mobile Push Notifications.</summary>
    MobilePush = 17,
    /// <summary>Chat: utm_medium=chat, Beleg's own tag.</summary>
    Chat = 18,
    /// <summary>Unassigned.</summary>
    Unassigned = 19,
}
