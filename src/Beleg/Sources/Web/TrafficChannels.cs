using System.Text.RegularExpressions;

namespace Beleg.Sources.Web;

/// <summary>
/// Where a visit came from, by the rules of Google Analytics 4's default channel group, in their order, with one before them all:
/// <c>utm_medium=chat</c>, the tag of this product's own links, is Chat.
/// </summary>
internal static partial class TrafficChannels
{
    /// <summary>Classifies the tags of a visit; missing ones count as empty, and nothing at all as direct.</summary>
    public static TrafficChannel Of(string? source, string? medium, string? campaign)
    {
        var from = Clean(source);
        var by = Clean(medium);
        var named = Clean(campaign);
        if (by == "chat")
            return TrafficChannel.Chat;
        if (from is "" or "(direct)" && by is "" or "(none)" or "(not set)" && named.Length == 0)
            return TrafficChannel.Direct;
        if (named.Contains("cross-network", StringComparison.Ordinal))
            return TrafficChannel.CrossNetwork;
        var site = SiteCategories.Find(from);
        var shopping = site == SiteCategory.Shopping || ShoppingCampaign().IsMatch(named);
        if (PaidMedium().IsMatch(by) && Paid(site, shopping) is { } paid)
            return paid;
        if (by is "display" or "banner" or "expandable" or "interstitial" or "cpm")
            return TrafficChannel.Display;
        return PaidMedium().IsMatch(by) ? TrafficChannel.PaidOther : Unpaid(from, by, site, shopping);
    }

    private static TrafficChannel? Paid(SiteCategory site, bool shopping) => site switch
    {
        _ when shopping => TrafficChannel.PaidShopping,
        SiteCategory.Search => TrafficChannel.PaidSearch,
        SiteCategory.Social => TrafficChannel.PaidSocial,
        SiteCategory.Video => TrafficChannel.PaidVideo,
        _ => null,
    };

    private static TrafficChannel Unpaid(string from, string by, SiteCategory site, bool shopping)
    {
        if (shopping)
            return TrafficChannel.OrganicShopping;
        if (site == SiteCategory.Social || by is "social" or "social-network" or "social-media" or "sm" or "social network" or "social media")
            return TrafficChannel.OrganicSocial;
        if (site == SiteCategory.Video || by.Contains("video", StringComparison.Ordinal))
            return TrafficChannel.OrganicVideo;
        if (IsEmail(from) || IsEmail(by))
            return TrafficChannel.Email;
        if (site == SiteCategory.Search || by == "organic")
            return TrafficChannel.OrganicSearch;
        if (by is "referral" or "app" or "link")
            return TrafficChannel.Referral;
        if (by == "affiliate")
            return TrafficChannel.Affiliates;
        if (by == "audio")
            return TrafficChannel.Audio;
        if (from == "sms" || by == "sms")
            return TrafficChannel.Sms;
        var push = by.EndsWith("push", StringComparison.Ordinal) || by.Contains("mobile", StringComparison.Ordinal)
            || by.Contains("notification", StringComparison.Ordinal) || from == "firebase";
        return push ? TrafficChannel.MobilePush : TrafficChannel.Unassigned;
    }

    private static bool IsEmail(string tag) => tag is "email" or "e-mail" or "e_mail" or "e mail";

    private static string Clean(string? tag) => tag is null ? string.Empty : tag.Trim().ToLowerInvariant();

    [GeneratedRegex("cp|^ppc$|^retargeting$|^paid", RegexOptions.CultureInvariant)]
    private static partial Regex PaidMedium();

    [GeneratedRegex("(^|[^a-df-z])shop|shopping", RegexOptions.CultureInvariant)]
    private static partial Regex ShoppingCampaign();
}
