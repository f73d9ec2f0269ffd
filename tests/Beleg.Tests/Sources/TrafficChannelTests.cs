using System.Text.Json;
using Beleg.Sources;
using Beleg.Sources.Web;
using Beleg.Tests.Support;

namespace Beleg.Tests.Sources;

public sealed class TrafficChannelTests
{
    [Theory]
    [InlineData("instagram", "chat", "welcome", TrafficChannel.Chat)]
    [InlineData("google", "CPC", "", TrafficChannel.PaidSearch)]
    [InlineData("newsletter", "email", "", TrafficChannel.Email)]
    [InlineData("partner", "affiliate", "", TrafficChannel.Affiliates)]
    [InlineData("", "", "", TrafficChannel.Direct)]
    [InlineData("www.google.co.uk", "referral", "", TrafficChannel.OrganicSearch)]
    [InlineData("m.facebook.com", "referral", "", TrafficChannel.OrganicSocial)]
    [InlineData("blog.example", "referral", "", TrafficChannel.Referral)]
    public void TheTagsOfAVisitTellItsChannel(string source, string medium, string campaign, TrafficChannel expected) =>
        TrafficChannels.Of(source, medium, campaign).ShouldBe(expected);

    [Theory]
    [InlineData("/x?gclid=1", null, TrafficChannel.PaidSearch)]
    [InlineData("https://www.shop.example/?fbclid=1", null, TrafficChannel.OrganicSocial)]
    [InlineData("https://www.shop.example/a", "https://shop.example/b", TrafficChannel.Direct)]
    [InlineData("https://www.shop.example/a", "https://duckduckgo.com/", TrafficChannel.OrganicSearch)]
    [InlineData("https://www.shop.example/a?utm_medium=chat&gclid=2", "https://duckduckgo.com/", TrafficChannel.Chat)]
    [InlineData("https://www.shop.example/a", null, TrafficChannel.Direct)]
    public void WithoutTagsTheClickIdOrTheReferrerTells(string landing, string? referrer, TrafficChannel expected)
    {
        var page = LandingPage.Read(landing);
        page.Channel(page.Utm, LandingPage.HostOf(referrer)).ShouldBe(expected);
    }

    [Fact]
    public void ALandingPageKeepsItsPathAndTagsAndNothingElseOfItsQuery()
    {
        var page = LandingPage.Read("https://user@www.Shop.example:8443/a/b?email=kim%40example.com&utm_source=a%20b&utm_campaign=x+y&utm_source=second&bid=B1#frag");
        page.Path.ShouldBe("/a/b");
        page.Host.ShouldBe("shop.example");
        page.Utm.ShouldBe(new Utm("a b", null, "x y", null, null));
        page.Bid.ShouldBe("B1");
    }

    [Theory]
    [InlineData("?=&&&==&utm_source")]
    [InlineData("http://")]
    [InlineData("://?utm_source=%")]
    [InlineData("%%%")]
    [InlineData("//")]
    public void AnAddressThatIsNoneSaysNothing(string address) => LandingPage.Read(address).Bid.ShouldBeNull();

    [Fact]
    public void ThePublishedVectorsComeOut()
    {
        using var vectors = JsonDocument.Parse(File.ReadAllText(SharedFiles.Find("data/links/ga4_channel_vectors.json")));
        var wrong = new List<string>();
        foreach (var vector in vectors.RootElement.EnumerateArray())
        {
            var of = TrafficChannels.Of(vector.GetProperty("source").GetString(), vector.GetProperty("medium").GetString(), vector.GetProperty("campaign").GetString());
            var expected = vector.GetProperty("expected").GetString()!;
            if (!string.Equals(Plain(of.ToString()), Plain(expected), StringComparison.OrdinalIgnoreCase))
                wrong.Add($"{vector} gave {of}");
        }

        vectors.RootElement.GetArrayLength().ShouldBe(30);
        wrong.ShouldBeEmpty();
    }

    private static string Plain(string channel) => channel.Replace(" ", "").Replace("-", "").Replace("Notifications", "");
}
