using System.Buffers;

namespace Beleg.Sources.Web;

/// <summary>
/// Tells a person's browser from what fetches links by itself. First by structure, which needs no list to keep up: a browser says
/// "Mozilla/5.0 (" and names no robot, no library and no address of its maker. Then by the names of those that dress up as one.
/// </summary>
public static class UserAgents
{
    // Messengers, mail and social sites that open a link to show what is behind it.
    private static readonly SearchValues<string> Previews = Any(
        "facebookexternalhit facebookcatalog facebot meta-external meta-webindexer whatsapp/ telegrambot slackbot slack-imgproxy twitterbot discordbot skypeuripreview " +
        "linkedinbot pinterestbot pinterest.com/bot redditbot applebot viber/ line/ linespider kakaotalk-scrap vkshare vkrobot odklbot snapurlpreview embedly iframely " +
        "bingpreview microsoftpreview preview unfurl richlink linkpreview mastodon lemmy friendica bluesky tumblr/ flipboardproxy hatena keybasebot groupmebot mattermost-bot " +
        "imageproxy yahoomailproxy twilioproxy github-camo fastmailua notion/ synapse summalybot tiktokspider googleimageproxy onebox opengraph steam addthis tweetmemebot " +
        "newsharecounts everyonesocialbot jetslide ning/ goodreads quora-bot codabot dingtalkbot shortwave peekbot loomlybot xing mediumbot evernote aasa-bot listgembot");

    // Applications whose whole name is their agent.
    private static readonly string[] BarePreviews = ["whatsapp", "viber", "line", "telegram", "signal", "synapse", "mastodon"];

    private static readonly SearchValues<string> RobotWords = Any(
        "bot crawl spider slurp scrap fetch preview http:// https:// headless phantom lighthouse monitor validator externalhit facebookcatalog externalagent webindexer archiv " +
        "feed scan checker curl wget python java/ (java) libwww okhttp go-http ruby axios proxy synthetic playwright selenium puppeteer sitemap screenshot linkcheck http_request");

    // They copy a browser's agent whole and add a name.
    private static readonly SearchValues<string> Disguised = Any(
        "ips-agent infegy pingdom appinsights siteimprove dareboost physicalweb datanyze ptst/ google-ads-conversions nikto newsai/ collapsify cookiehub hardenize manus-user nitro- scope3 " +
        "silktide trae/ fluid/ sindup turingos adbeat autoconfig dlc/ foregenix gtmetrix hotjar linktiger miniature.io nbertaupete95 newsnow/ playstore-google printfriendly pwabuilder " +
        "readable/ securityheaders splash rigor) testlocally uptime zoterotranslation ylt geedo daumoa zgrab favicon electron/ netcraft thousandeyes sqwatcher criticalcss inspector marketgoo openvas abuse. watchtowr");

    // Meta's own scanner reports as its in-app browser, but without the application's version, or as one exact build.
    private const string MetaScanner = "MetaIAB Facebook";
    private const string InstagramScanner = "Instagram 406.0.0.58.159 Android (35/15; 480dpi; 1080x2400; OPPO; CPH2557;";

    // "Cubot" makes phones.
    private const string PhoneMaker = "cubot";

    /// <summary>Classifies a request.</summary>
    /// <param name="method">HTTP method.</param>
    /// <param name="userAgent">The header; null where it is missing, which no browser does.</param>
    /// <param name="purpose">Sec-Purpose, Purpose or X-Moz: a browser that fetches ahead says so there, and nobody has clicked yet.</param>
    public static UserAgentClass Classify(string method, string? userAgent, string? purpose = null)
    {
        if (string.Equals(method, "HEAD", StringComparison.OrdinalIgnoreCase))
            return UserAgentClass.Head;
        if (purpose is not null && (purpose.Contains("prefetch", StringComparison.OrdinalIgnoreCase) || purpose.Contains("preview", StringComparison.OrdinalIgnoreCase)))
            return UserAgentClass.Preview;
        if (string.IsNullOrWhiteSpace(userAgent))
            return UserAgentClass.Unknown;
        var agent = userAgent.AsSpan().Trim();
        var browser = agent.StartsWith("Mozilla/", StringComparison.OrdinalIgnoreCase) || agent.StartsWith("Opera/", StringComparison.OrdinalIgnoreCase);
        var robot = !browser || IsRobot(userAgent);
        if (!robot)
            return UserAgentClass.Browser;
        return agent.ContainsAny(Previews) || IsBarePreview(agent) || IsMetaScanner(agent) ? UserAgentClass.Preview : UserAgentClass.Crawler;
    }

    private static bool IsRobot(string agent)
    {
        var words = agent.Contains(PhoneMaker, StringComparison.OrdinalIgnoreCase) ? agent.Replace(PhoneMaker, string.Empty, StringComparison.OrdinalIgnoreCase) : agent;
        if (words.AsSpan().ContainsAny(RobotWords) || words.AsSpan().ContainsAny(Disguised) || IsMetaScanner(words))
            return true;
        return words.Contains("compatible", StringComparison.OrdinalIgnoreCase)
            && !words.Contains("MSIE", StringComparison.OrdinalIgnoreCase)
            && !words.Contains("Trident", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsMetaScanner(ReadOnlySpan<char> agent) => agent.EndsWith(MetaScanner) || agent.Contains(InstagramScanner, StringComparison.Ordinal);

    private static bool IsBarePreview(ReadOnlySpan<char> agent)
    {
        foreach (var name in BarePreviews)
        {
            if (agent.Equals(name, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static SearchValues<string> Any(string words) => SearchValues.Create(words.Split(' '), StringComparison.OrdinalIgnoreCase);
}
