namespace Beleg.Sources;

/// <summary>The provider's billing category of a message.</summary>
public enum MessageCategory : byte
{
    /// <summary>Not said.</summary>
    None = 0,
    /// <summary>Marketing.</summary>
    Marketing = 1,
    /// <summary>Utility.</summary>
    Utility = 2,
    /// <summary>Authentication.</summary>
    Authentication = 3,
    /// <summary>Service.</summary>
    Service = 4,
    /// <summary>Free entry from an ad.</summary>
    ReferralConversion = 5,
    /// <summary>Marketing, lite.</summary>
    MarketingLite = 6,
    /// <summary>Authentication abroad.</summary>
    AuthenticationInternational = 7,
    /// <summary>Any other the provider names.</summary>
    Other = 8,
}
