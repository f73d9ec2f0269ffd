using Beleg.Model;
using Beleg.Reports;
using Beleg.Reports.Receipts;
using Beleg.Sources;
using Beleg.State.Settings;
using Beleg.Tests.Reports;
using NodaTime;
using static Beleg.Tests.Support.Some;

namespace Beleg.Tests.Model;

/// <summary>Look-back windows of single channels and kinds of touches.</summary>
public sealed class TouchWindowTests
{
    private static readonly Instant Placed = At("2026-09-14 12:00");
    private static readonly Duration Tick = Duration.FromTicks(1);

    private static Instant Before(int days) => Placed - Duration.FromHours(24 * days);

    private static FoldSettings With(int days, params (string Name, int Days)[] own) =>
        Settings with { Windows = TouchWindows.Of(days, own.ToDictionary(o => o.Name, o => o.Days)) };

    /// <summary>What makes one touch whose clock starts at an instant.</summary>
    private static Event[] Touch(TouchKind kind, Instant at) => kind switch
    {
        TouchKind.Click => [Click(Anna, at)],
        TouchKind.CampaignRead => [Sent(Anna, at - Duration.FromHours(5), Actor.Bot, MessageKind.Campaign, m: "m1", campaign: "spring"), Status(EventKind.MessageRead, "m1", at, Anna)],
        TouchKind.AdReferral => [Inbound(Anna, at, adId: "ad7")],
        TouchKind.Visit => [Visit(Anna, at, "v1", TrafficChannel.OrganicSearch)],
        _ => [Inbound(Anna, at - Duration.FromHours(2)), Bot(Anna, at - Duration.FromHours(1)), Bot(Anna, at), Human(Anna, at + Duration.FromHours(3))],
    };

    public static TheoryData<TouchKind, string, int> Windows
    {
        get
        {
            var data = new TheoryData<TouchKind, string, int>();
            foreach (var kind in Enum.GetValues<TouchKind>())
            {
                data.Add(kind, ReportLanguage.Label(kind), 3);
                data.Add(kind, ReportLanguage.Label(kind), 45);
                if (kind == TouchKind.Visit)
                    continue;
                data.Add(kind, "whatsapp", 4);
                data.Add(kind, $"whatsapp.{ReportLanguage.Label(kind)}", 60);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Windows))]
    public void ATouchExactlyItsWindowBeforeIsInAndATickEarlierIsOut(TouchKind kind, string entry, int days)
    {
        var settings = With(30, (entry, days));
        var edge = FoldWith(settings, [.. Touch(kind, Before(days)), Order(Anna, Placed, 100)]).Credits.Where(c => c.TouchAt is not null).ShouldHaveSingleItem();
        (edge.TouchKind, edge.TouchAt).ShouldBe((kind, Before(days)));
        FoldWith(settings, [.. Touch(kind, Before(days) - Tick), Order(Anna, Placed, 100)]).Orders.ShouldHaveSingleItem().Touches.ShouldBe(0);
    }

    [Fact]
    public void OfAChannelsAndAKindsWindowTheShorterHoldsAndBothTogetherDecideAlone()
    {
        var windows = TouchWindows.Of(30, new Dictionary<string, int> { ["whatsapp"] = 10, ["click"] = 20, ["campaign_read"] = 2, ["email.click"] = 90, ["email"] = 5 });
        windows.Of(TouchKind.Click, Channel.WhatsApp).ShouldBe(new(10, "whatsapp"));
        windows.Of(TouchKind.CampaignRead, Channel.WhatsApp).ShouldBe(new(2, "campaign_read"));
        windows.Of(TouchKind.Click, Channel.Email).ShouldBe(new(90, "email.click"));
        windows.Of(TouchKind.Click, Channel.Sms).ShouldBe(new(20, "click"));
        windows.Of(TouchKind.Conversation, Channel.Sms).ShouldBe(new(30, TouchWindow.General));
        windows.Of(TouchKind.Visit, Channel.Other).ShouldBe(new(30, TouchWindow.General));
        windows.Longest.ShouldBe(Duration.FromDays(90));
    }

    [Fact]
    public void AChannelsWindowDoesNotTouchAnother()
    {
        var facts = FoldWith(With(30, ("instagram", 3)), Bot(Anna, Before(9)), Order(Anna, Placed, 100));
        facts.Orders.ShouldHaveSingleItem().Touches.ShouldBe(1);
        FoldWith(With(30, ("whatsapp", 3)), Bot(Anna, Before(9)), Order(Anna, Placed, 100)).Orders.ShouldHaveSingleItem().Touches.ShouldBe(0);
    }

    [Fact]
    public void AClickOutsideItsWindowReplacesNoConversation()
    {
        Event[] events = [Inbound(Anna, Before(9)), Sent(Anna, Before(9) + Tick, Actor.Bot, m: "m1", links: ["spring"]), Click(Anna, Before(8)), Order(Anna, Placed, 100)];
        FoldWith(With(30), events).Credits.ShouldHaveSingleItem().TouchKind.ShouldBe(TouchKind.Click);
        FoldWith(With(30, ("click", 7)), events).Credits.ShouldHaveSingleItem().TouchKind.ShouldBe(TouchKind.Conversation);
    }

    [Fact]
    public void AClickIdOfAClickOutsideItsWindowJoinsNobody()
    {
        Event[] events = [Click(Anna, Before(8), bid: "b1"), Order(Berta, Placed, 100, bid: "b1")];
        FoldWith(With(30), events).Orders.ShouldHaveSingleItem().JoinedContact.ShouldBe(Anna.Key);
        FoldWith(With(30, ("click", 7)), events).Orders.ShouldHaveSingleItem().JoinedContact.IsNone.ShouldBeTrue();
    }

    [Fact]
    public void WiderWindowsNeverLowerInfluencedRevenueAndCentsAlwaysAddUpToTheNet()
    {
        string[] entries = ["click", "conversation", "campaign_read", "ad_referral", "visit", "whatsapp", "whatsapp.click", "whatsapp.campaign_read"];
        for (var seed = 1; seed <= 150; seed++)
        {
            var random = new Random(seed);
            var events = Story(random);
            var narrow = entries.Where(_ => random.Next(2) == 0).Append("other").Select(e => (e, 1 + random.Next(40))).ToArray();
            var wide = narrow.Select(e => (e.e, e.Item2 + random.Next(3) * random.Next(30))).ToArray();
            var general = 1 + random.Next(30);
            var (less, more) = (FoldWith(With(general, narrow), events), FoldWith(With(general + random.Next(20), wide), events));
            more.Credits.Where(c => c.Kind == CreditKind.Order).Sum(c => c.IsChat ? c.Influenced : 0)
                .ShouldBeGreaterThanOrEqualTo(less.Credits.Where(c => c.Kind == CreditKind.Order).Sum(c => c.IsChat ? c.Influenced : 0), $"seed {seed}");
            foreach (var facts in new[] { less, more })
            {
                foreach (var order in facts.Orders.Where(o => o.State == OrderState.Counted))
                {
                    var credits = facts.Credits.Where(c => c.Order == order.Order).ToList();
                    foreach (var of in (Func<CreditFact, long>[])[c => c.First, c => c.Last, c => c.LastNonDirect, c => c.Linear, c => c.Position, c => c.TimeDecay])
                        credits.Sum(of).ShouldBe(order.NetMinor, $"seed {seed}");
                }
            }
        }
    }

    /// <summary>Ninety days of one person: talks with links, clicks, campaigns, ads, visits, orders and refunds.</summary>
    private static List<Event> Story(Random random)
    {
        var (events, start) = (new List<Event>(), Placed - Duration.FromDays(90));
        Instant Some() => start + Duration.FromMinutes(random.Next(90 * 24 * 60));
        for (var i = 0; i < 12; i++)
        {
            var at = Some();
            events.AddRange(random.Next(5) switch
            {
                0 => [Inbound(Anna, at), Sent(Anna, at + Duration.FromMinutes(1), Actor.Bot, m: $"t{i}", links: [$"l{i}"]), Click(Anna, at + Duration.FromMinutes(random.Next(600)), $"l{i}", bid: $"b{i}")],
                1 => [Inbound(Anna, at, adId: $"ad{i}"), Bot(Anna, at + Duration.FromMinutes(2))],
                2 => [Sent(Anna, at, Actor.Bot, MessageKind.Campaign, m: $"c{i}", campaign: "spring"), Status(EventKind.MessageRead, $"c{i}", at + Duration.FromMinutes(random.Next(2000)), Anna)],
                3 => [Visit(Anna, at, $"v{i}", random.Next(2) == 0 ? TrafficChannel.Direct : TrafficChannel.PaidSearch)],
                _ => (Event[])[Bot(Anna, at)],
            });
        }

        for (var i = 0; i < 4; i++)
        {
            var at = Some();
            events.Add(Order(random.Next(4) == 0 ? Berta : Anna, at, 1 + random.Next(90_000), $"o{i}", bid: random.Next(2) == 0 ? $"b{random.Next(12)}" : null));
            if (random.Next(3) == 0)
                events.Add(Refund(at + Duration.FromHours(1 + random.Next(200)), 1 + random.Next(100), $"r{i}", $"o{i}"));
        }

        return events;
    }

    [Fact]
    public void AReceiptSaysWhichWindowAdmittedOrRefusedEachTouch()
    {
        var settings = With(30, ("whatsapp.click", 7), ("visit", 1));
        var dossiers = new SomeDossiers(settings, Click(Anna, Before(6)), Click(Anna, Before(8), "autumn"), Visit(Anna, Before(2), "v1"), Inbound(Anna, Before(20), adId: "ad7"), Order(Anna, Placed, 100));
        var receipt = dossiers.Receipts.Read("shop", "1001").ShouldNotBeNull();
        receipt.Touches.Select(t => (t.Kind, t.Window)).ShouldBe(
            [(TouchKind.AdReferral, new ReceiptWindow(30, TouchWindow.General, "message_with_ad")), (TouchKind.Click, new ReceiptWindow(7, "whatsapp.click", "click"))]);
        receipt.Refused.Select(r => (r.Kind, r.At, r.Window)).ShouldBe(
            [(TouchKind.Click, Before(8), new ReceiptWindow(7, "whatsapp.click", "click")), (TouchKind.Visit, Before(2), new ReceiptWindow(1, "visit", "visit"))]);
        receipt.RefusedCount.ShouldBe(2);
        receipt.Models.ShouldAllBe(m => m.Difference == 0 && m.Recomputed);
        receipt.Versions.Windows.ShouldBe(new Dictionary<string, int> { ["visit"] = 1, ["whatsapp.click"] = 7 });
    }

    [Fact]
    public void EveryChannelAndKindOfTheFactsCanHaveAWindow()
    {
        LookBackWindows.Kinds.ShouldBe(Enum.GetValues<TouchKind>().Select(kind => ReportLanguage.Label(kind)));
        LookBackWindows.Channels.ShouldBe(Enum.GetValues<Channel>().Select(channel => ReportLanguage.Label(channel)));
        var all = LookBackWindows.Channels.Concat(LookBackWindows.Kinds).ToDictionary(name => name, _ => 9);
        SettingsCatalogue.Problems(new WorkspaceSettings { LookBackWindows = all }).ShouldBeEmpty();
        foreach (var entry in all.Keys.Where(name => name != "other"))
            TouchWindows.Of(30, new Dictionary<string, int> { [entry] = 9 }).Longest.ShouldBe(Duration.FromDays(30), entry);
    }

    [Theory]
    [InlineData("click=0")]
    [InlineData("click=366")]
    [InlineData("pigeon=3")]
    [InlineData("whatsapp.visit=3")]
    [InlineData("click.whatsapp=3")]
    [InlineData("click")]
    [InlineData("click=3, CLICK=4")]
    [InlineData("a.b.c=3")]
    public void AWindowThatSaysNothingIsRefused(string text) =>
        Should.Throw<Beleg.Primitives.UserErrorException>(() => SettingsCatalogue.With(new WorkspaceSettings(), "look_back_windows", text)).Message.ShouldContain("look_back_windows");

    [Fact]
    public void WindowsAreReadAndWrittenInOneOrder()
    {
        var settings = SettingsCatalogue.With(new WorkspaceSettings(), "look_back_windows", "WhatsApp.click = 14, campaign_read=3");
        LookBackWindows.Show(settings.LookBackWindows).ShouldBe("campaign_read=3, whatsapp.click=14");
        SettingsCatalogue.With(settings, "look_back_windows", "-").LookBackWindows.ShouldBeEmpty();
        SettingsCatalogue.ShapesFacts("look_back_windows").ShouldBeTrue();
        SettingsCatalogue.ShapesFacts("attribution_model").ShouldBeFalse();
    }
}
