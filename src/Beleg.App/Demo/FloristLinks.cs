using Beleg.Journal;
using Beleg.State;
using NodaTime;

namespace Beleg.App.Demo;

/// <summary>The florist's tagged links that stand outside of the chat, and who opened them: people, previews of messengers, crawlers.</summary>
internal static class FloristLinks
{
    private const string Phone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1";
    private const string Tablet = "Mozilla/5.0 (Linux; Android 15; SM-X510) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";
    private const string Preview = "WhatsApp/2.25.20.76 A";
    private const string PreviewOfPage = "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)";
    private const string Crawler = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)";

    /// <summary>Printed on the card that comes with a bouquet.</summary>
    public static NewLink Card { get; } = new() { Target = "https://petal.example/bundle", Channel = "instagram", Flow = "bouquet", Branch = "bundle", Campaign = "counter-card" };

    /// <summary>In the shop's profile.</summary>
    public static NewLink Bio { get; } = new() { Target = "https://petal.example/bouquets", Channel = "instagram", Flow = "profile" };

    /// <summary>Somebody shared the card's link: a messenger fetched its preview before two people opened it.</summary>
    public static IReadOnlyList<NewDelivery> ClicksOnCard(string code) => Write(Card, code, Instant.FromUtc(2026, 9, 19, 17, 4, 10), (Preview, 0), (Phone, 25), (Tablet, 4_000));

    /// <summary>A profile is read by crawlers too.</summary>
    public static IReadOnlyList<NewDelivery> ClicksOnBio(string code) => Write(Bio, code, Instant.FromUtc(2026, 9, 22, 9, 30, 0), (Crawler, 0), (PreviewOfPage, 600), (Tablet, 7_200), (Crawler, 86_400));

    private static IReadOnlyList<NewDelivery> Write(NewLink link, string code, Instant at, params ReadOnlySpan<(string Agent, int After)> clicks)
    {
        // Each link has calls of its own, so that their ids do not meet.
        using var writer = new CallWriter(FloristStory.Workspace, "links", numberFrom: code);
        for (var i = 0; i < clicks.Length; i++)
        {
            var bid = $"{code}-{i}";
            writer.Track("Link Clicked", at + Duration.FromSeconds(clicks[i].After), anonymous: bid).With("channel", link.Channel).With("code", code).With("bid", bid)
                .With("flow_id", link.Flow).With("branch", link.Branch).With("campaign_id", link.Campaign).With("actor", "contact").With("user_agent", clicks[i].Agent).End();
        }

        return writer.Take();
    }
}
