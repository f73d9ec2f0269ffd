using System.Buffers;
using System.Collections.Frozen;
using System.Text.Json;
using System.Text.RegularExpressions;
using Beleg.Sources;

namespace Beleg.App.Links;

/// <summary>
/// Tells a person's browser from fetchers that build a link preview and from crawlers, by the list of the npm package
/// crawler-user-agents. Nearly all of its patterns are plain texts, which are searched for all at once.
/// </summary>
internal sealed partial class AgentList
{
    private const string File = "crawler-user-agents.json";

    // Apps whose server fetches a shared link to show a preview of it; the list tags most of them.
    private static readonly string[] previewers =
    [
        "WhatsApp", "facebookexternalhit", "Facebot", "facebookcatalog", "meta-externalfetcher", "TelegramBot", "Slackbot", "Slack-ImgProxy", "Twitterbot",
        "Discordbot", "LinkedInBot", "SkypeUriPreview", "Viber", "Line/", "redditbot", "Embedly", "Iframely", "Applebot", "BingPreview", "Google Web Preview",
        "Yahoo Link Preview", "Pinterest", "vkShare", "Mastodon", "Snap URL Preview", "MicrosoftPreview",
    ];

    private readonly SearchValues<string> texts;
    private readonly SearchValues<string> previews;
    private readonly Regex others;

    private AgentList(IReadOnlyCollection<(string Pattern, bool IsPreview)> entries)
    {
        var literals = entries.Where(entry => Literal(entry.Pattern) is not null).ToList();
        texts = SearchValues.Create([.. literals.Select(entry => Literal(entry.Pattern)!)], StringComparison.Ordinal);
        previews = SearchValues.Create([.. literals.Where(entry => entry.IsPreview).Select(entry => Literal(entry.Pattern)!).Concat(previewers).ToFrozenSet()], StringComparison.Ordinal);
        others = new Regex(
            string.Join('|', entries.Where(entry => Literal(entry.Pattern) is null).Select(entry => $"(?:{entry.Pattern})")),
            RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
    }

    /// <summary>The list beside the program.</summary>
    public static AgentList Load()
    {
        using var list = JsonDocument.Parse(System.IO.File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, File)));
        return new AgentList([.. list.RootElement.EnumerateArray().Select(entry => (entry.GetProperty("pattern").GetString()!, IsPreview(entry)))]);
    }

    /// <summary>What kind of program asks.</summary>
    /// <param name="method">HTTP method; a HEAD is never a person.</param>
    /// <param name="userAgent">As sent; without one it is unknown.</param>
    /// <param name="purpose">Sec-Purpose, Purpose or X-Moz: a browser that fetches ahead says so there.</param>
    public UserAgentClass Classify(string method, string? userAgent, string? purpose)
    {
        if (HttpMethods.IsHead(method))
            return UserAgentClass.Head;
        if (purpose?.Contains("prefetch", StringComparison.OrdinalIgnoreCase) == true || purpose?.Contains("preview", StringComparison.OrdinalIgnoreCase) == true)
            return UserAgentClass.Preview;
        if (string.IsNullOrWhiteSpace(userAgent))
            return UserAgentClass.Unknown;
        if (userAgent.AsSpan().ContainsAny(previews) && !IsInApp(userAgent))
            return UserAgentClass.Preview;
        return (userAgent.AsSpan().ContainsAny(texts) && !IsInApp(userAgent)) || others.IsMatch(userAgent) ? UserAgentClass.Crawler : UserAgentClass.Browser;
    }

    // TRICKY: the browser inside an app names the app too ("… Mobile Safari [FBAN/FBIOS …]", "… Instagram 300.0 …", "… WhatsApp/2.23 … Mobile Safari"),
    // and those are people. Fetchers inside an app say so all the same: a bot by name, Meta's page that nobody sees by NV/1.
    private static bool IsInApp(string userAgent) => InApp().IsMatch(userAgent);

    [GeneratedRegex(@"^Mozilla/5\.0 \((?:iPhone|iPad|Linux; Android)[^)]*\) AppleWebKit/.*(?:\[FB|FBAN|FBAV|Instagram|WhatsApp/|Line/|Pinterest/|Snapchat|musical_ly|BytedanceWebview|; wv\))(?!.*(?:bot|crawl|spider|externalhit|NV/1))", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex InApp();

    private static bool IsPreview(JsonElement entry) =>
        entry.TryGetProperty("tags", out var tags) && tags.EnumerateArray().Any(tag => tag.GetString() == "social-preview");

    // A pattern of letters and escaped marks only is the text itself.
    private static string? Literal(string pattern) =>
        LiteralPattern().IsMatch(pattern) ? pattern.Replace("\\", "", StringComparison.Ordinal) : null;

    [GeneratedRegex(@"^(?:[\w \-:/@!,']|\\[./\-+:()])+$", RegexOptions.CultureInvariant)]
    private static partial Regex LiteralPattern();
}
