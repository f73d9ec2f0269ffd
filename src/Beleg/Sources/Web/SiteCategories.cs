using System.Collections.Frozen;

namespace Beleg.Sources.Web;

/// <summary>What kind of site a source is, where its name alone tells.</summary>
internal enum SiteCategory
{
    None,
    Search,
    Social,
    Video,
    Shopping,
}

/// <summary>Well-known sites by the word of their name that stays the same in every country and subdomain.</summary>
internal static class SiteCategories
{
    private const string Search =
        "google bing yahoo duckduckgo ecosia qwant startpage yandex baidu sogou naver daum seznam ask aol brave kagi swisscows mojeek metager dogpile lycos " +
        "rambler virgilio msn onet presearch excite najdi eniro kvasir startsiden so.com 360.cn android-app://com.google.android.googlequicksearchbox";

    private const string Social =
        "facebook fb instagram ig threads twitter x.com t.co tiktok pinterest linkedin lnkd reddit snapchat snap tumblr vk ok.ru weibo wechat weixin qq " +
        "whatsapp wa.me messenger m.me telegram t.me discord slack mastodon bluesky bsky quora medium xing nextdoor flickr line line.me kakao kakaotalk zalo viber " +
        "goodreads meetup meetup.com yelp tripadvisor trustpilot hackernews news.ycombinator.com stackoverflow stackexchange github livejournal wordpress blogger blogspot disqus " +
        "linktr.ee linktree douban mixi odnoklassniki skype clubhouse bebo ravelry gab gettr truthsocial koo patreon nicovideo";

    private const string Video =
        "youtube youtu.be vimeo dailymotion twitch netflix hulu disneyplus youku iqiyi bilibili wistia rumble ted.com ted veoh crackle odysee d.tube curiositystream";

    private const string Shopping =
        "amazon ebay etsy alibaba aliexpress walmart shopify shop.app mercadolibre mercadolivre rakuten-shopping zalando otto wish temu shein idealo geizhals " +
        "pricerunner shopzilla shopping.com bol.com allegro flipkart cdiscount target.com bestbuy wayfair stripe ceneo kelkoo igshopping";

    private static readonly FrozenDictionary<string, SiteCategory> ByName =
        Of(Search, SiteCategory.Search).Concat(Of(Social, SiteCategory.Social)).Concat(Of(Video, SiteCategory.Video)).Concat(Of(Shopping, SiteCategory.Shopping))
            .ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Category of a campaign tag's source or of a referring host, in lower case.</summary>
    public static SiteCategory Find(string source)
    {
        if (ByName.TryGetValue(source, out var exact))
            return exact;

        // "shopping" as a label of its own marks the shopping part of a portal: shopping.yahoo.com, Google Shopping.
        var labels = source.Split('.', ' ');
        if (Array.IndexOf(labels, "shopping") >= 0)
            return SiteCategory.Shopping;
        for (var from = 1; from < labels.Length; from++)
        {
            if (ByName.TryGetValue(string.Join('.', labels[from..]), out var site))
                return site;
        }

        // TRICKY: the last label is a country or kind ("ok" in no.ok is none); one before it names the site wherever it is registered.
        for (var at = labels.Length - 2; at >= 0; at--)
        {
            if (labels[at].Length > 2 && ByName.TryGetValue(labels[at], out var name))
                return name;
        }

        return SiteCategory.None;
    }

    private static IEnumerable<KeyValuePair<string, SiteCategory>> Of(string names, SiteCategory category) =>
        names.Split(' ').Select(name => KeyValuePair.Create(name, category));
}
