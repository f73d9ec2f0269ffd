using System.Text.Json;
using Beleg.Sources;
using Beleg.Sources.Web;
using Beleg.Tests.Support;

namespace Beleg.Tests.Sources;

public sealed class UserAgentTests
{
    [Theory]
    [InlineData("WhatsApp/2.23.20.0 A", UserAgentClass.Preview)]
    [InlineData("facebookexternalhit/1.1", UserAgentClass.Preview)]
    [InlineData("TelegramBot (like TwitterBot)", UserAgentClass.Preview)]
    [InlineData("Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)", UserAgentClass.Preview)]
    [InlineData("Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)", UserAgentClass.Crawler)]
    [InlineData("curl/8.5.0", UserAgentClass.Crawler)]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/120.0.0.0 Safari/537.36", UserAgentClass.Crawler)]
    [InlineData("", UserAgentClass.Unknown)]
    [InlineData(null, UserAgentClass.Unknown)]
    public void WhatFetchesLinksByItselfIsNoBrowser(string? agent, UserAgentClass expected) => UserAgents.Classify("GET", agent).ShouldBe(expected);

    [Fact]
    public void ABrowserThatFetchesAheadIsNobodysClick() =>
        UserAgents.Classify("GET", "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36", "prefetch;anonymous-client-ip").ShouldBe(UserAgentClass.Preview);

    [Fact]
    public void TheListThatOthersKeepCurrentIsCaughtWhole()
    {
        using var list = JsonDocument.Parse(File.ReadAllText(Repository.File("node_modules/crawler-user-agents/crawler-user-agents.json")));
        var agents = Instances(list);
        agents.Count.ShouldBeGreaterThan(1500);
        agents.Where(agent => UserAgents.Classify("GET", agent) == UserAgentClass.Browser).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 19_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 Instagram 391.0.0.20.88 (iPhone15,2; iOS 19_1; de_DE; de; scale=3.00; 1179x2556; 700000001)")]
    [InlineData("Mozilla/5.0 (Linux; Android 15; SM-S921B Build/AP3A.240905.015; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/140.0.7000.10 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/520.0.0.40.70;]")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/22F76 [FBAN/FBIOS;FBAV/510.0.0.50.90;FBDV/iPhone14,5]")]
    [InlineData("Mozilla/5.0 (Linux; Android 14; CUBOT NOTE 50) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Mobile Safari/537.36")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; WOW64; Trident/7.0; rv:11.0) like Gecko")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.50 NetType/WIFI Language/zh_CN")]
    [InlineData("Mozilla/5.0 (Linux; Android 13; 2201116SG) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/120.0.6099.43 Mobile Safari/537.36 trill_330603 JsSdk/1.0 BytedanceWebview/d8a21c6")]
    public void ABrowserInsideAnApplicationIsABrowser(string agent)
    {
        UserAgents.Classify("GET", agent).ShouldBe(UserAgentClass.Browser);
        UserAgents.Classify("HEAD", agent).ShouldBe(UserAgentClass.Head);
    }

    [Fact]
    public void EveryPublishedCrawlerIsCaught()
    {
        using var list = JsonDocument.Parse(File.ReadAllText(SharedFiles.Find("data/links/crawler-user-agents.json")));
        var agents = Instances(list);
        agents.Count.ShouldBeGreaterThan(1500);
        agents.Where(agent => UserAgents.Classify("GET", agent) == UserAgentClass.Browser).ShouldBeEmpty();
    }

    [Fact]
    public void EveryPublishedPreviewFetcherIsCaughtAsOne()
    {
        using var list = JsonDocument.Parse(File.ReadAllText(SharedFiles.Find("data/links/social_preview_bots.json")));
        var agents = Instances(list);
        agents.Count.ShouldBeGreaterThan(80);
        agents.Where(agent => UserAgents.Classify("GET", agent) == UserAgentClass.Browser).ShouldBeEmpty();
        agents.Count(agent => UserAgents.Classify("GET", agent) == UserAgentClass.Preview).ShouldBeGreaterThan(agents.Count * 9 / 10);
    }

    [Fact]
    public void NoPublishedBrowserIsTakenForARobot()
    {
        using var list = JsonDocument.Parse(File.ReadAllText(SharedFiles.Find("data/links/real_browsers.json")));
        var agents = list.RootElement.GetProperty("user_agents").EnumerateArray().Select(agent => agent.GetString()!).ToList();
        agents.Count.ShouldBeGreaterThan(100);
        agents.Where(agent => UserAgents.Classify("GET", agent) != UserAgentClass.Browser).ShouldBeEmpty();
    }

    private static List<string> Instances(JsonDocument list) =>
        [.. list.RootElement.EnumerateArray().SelectMany(entry => entry.GetProperty("instances").EnumerateArray()).Select(agent => agent.GetString()!)];
}
