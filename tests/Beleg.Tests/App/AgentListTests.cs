using System.Text.Json;
using Beleg.App.Links;
using Beleg.Sources;
using Beleg.Tests.Support;

namespace Beleg.Tests.App;

public sealed class AgentListTests
{
    private static readonly AgentList agents = AgentList.Load();

    [Theory]
    [InlineData("WhatsApp/2.23.20.0", UserAgentClass.Preview)]
    [InlineData("facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)", UserAgentClass.Preview)]
    [InlineData("TelegramBot (like TwitterBot)", UserAgentClass.Preview)]
    [InlineData("Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)", UserAgentClass.Preview)]
    [InlineData("Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)", UserAgentClass.Crawler)]
    [InlineData("curl/8.5.0", UserAgentClass.Crawler)]
    [InlineData("python-requests/2.31", UserAgentClass.Crawler)]
    [InlineData("", UserAgentClass.Unknown)]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/22B83 Instagram 357.0.0.25.101 (iPhone14,2; iOS 18_1; de_DE)", UserAgentClass.Browser)]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/22B83 [FBAN/FBIOS;FBAV/490.0.0.51.99;FBBV/661]", UserAgentClass.Browser)]
    [InlineData("Mozilla/5.0 (Linux; Android 14; SM-S918B; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/130.0.0.0 Mobile Safari/537.36", UserAgentClass.Browser)]
    public void AFetcherIsNotAPerson(string userAgent, UserAgentClass expected) =>
        agents.Classify("GET", userAgent, null).ShouldBe(expected);

    [Fact]
    public void AHeadRequestIsNoPersonWhateverItSays() =>
        agents.Classify("HEAD", "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/130.0.0.0 Safari/537.36", null).ShouldBe(UserAgentClass.Head);

    [Fact]
    public void ABrowserThatFetchesAheadDoesNotCount() =>
        agents.Classify("GET", "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/130.0.0.0 Safari/537.36", "prefetch;anonymous-client-ip").ShouldBe(UserAgentClass.Preview);

    [Fact]
    public void EveryPublishedCrawlerIsCaughtAndNoBrowserIs()
    {
        using var list = JsonDocument.Parse(File.ReadAllBytes(SharedFiles.Find("data/links/crawler-user-agents.json")));
        var missed = list.RootElement.EnumerateArray().SelectMany(entry => entry.GetProperty("instances").EnumerateArray())
            .Select(instance => instance.GetString()!)
            .Where(agent => agents.Classify("GET", agent, null) == UserAgentClass.Browser).ToList();
        using var people = JsonDocument.Parse(File.ReadAllBytes(SharedFiles.Find("data/links/real_browsers.json")));
        var accused = people.RootElement.GetProperty("user_agents").EnumerateArray().Select(agent => agent.GetString()!)
            .Where(agent => agents.Classify("GET", agent, null) != UserAgentClass.Browser).ToList();
        missed.ShouldBeEmpty();
        accused.ShouldBeEmpty();
    }
}
