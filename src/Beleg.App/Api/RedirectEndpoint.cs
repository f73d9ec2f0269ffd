using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using Beleg.App.Hosting;
using Beleg.App.Links;
using Beleg.Journal;
using Beleg.Primitives;
using Beleg.Sources;
using Beleg.Sources.Web;
using Beleg.State;
using NodaTime;
using NodaTime.Text;

namespace Beleg.App.Api;

/// <summary>Tagged links: leads on at once, and writes the click into the journal as any other event.</summary>
internal sealed class RedirectEndpoint(Installation data, Traffic traffic, ILogger<RedirectEndpoint> logger)
{
    /// <summary>The code that lost clicks are counted under.</summary>
    public const string LostClick = "click_lost";

    private const int BidBytes = 16;
    private static readonly IReadOnlyDictionary<string, string> headers = new Dictionary<string, string>(StringComparer.Ordinal) { [SegmentEndpoints.CallHeader] = "track" };

    public void Map(IEndpointRouteBuilder routes) => routes.MapMethods("/r/{code}", [HttpMethods.Get, HttpMethods.Head], LeadOnAsync);

    private async Task LeadOnAsync(HttpContext http)
    {
        // A target that has left the workspace's list leads nowhere any more.
        if (data.State.Links.Find((string)http.Request.RouteValues["code"]!) is not { } link
            || data.State.Workspaces.Find(link.Workspace) is not { } workspace
            || !RedirectTarget.IsAllowed(new Uri(link.Made.Target), workspace.Settings.LinkDomains))
        {
            await Problem.NotFound("There is no such link, or its target is no longer on the workspace's list.").WriteAsync(http);
            return;
        }

        var agent = UserAgents.Classify(http.Request.Method, http.Request.Headers.UserAgent, $"{http.Request.Headers["Sec-Purpose"]} {http.Request.Headers["Purpose"]} {http.Request.Headers["X-Purpose"]} {http.Request.Headers["X-Moz"]}");
        var isPerson = agent is UserAgentClass.Browser;
        var bid = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(BidBytes));
        var now = data.Clock.GetCurrentInstant();
        await KeepAsync(http, link, agent, isPerson, bid, now);
        var response = http.Response;
        response.StatusCode = StatusCodes.Status302Found;
        response.Headers.Location = RedirectTarget.Compose(
            new Uri(link.Made.Target), RedirectTarget.Tags(link.Made.Channel, link.Made.Flow, link.Made.Branch, link.Made.Campaign), isPerson ? bid : null);
        response.Headers.CacheControl = "no-store";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers["X-Robots-Tag"] = "noindex";
    }

    // Whoever clicked is led on whatever becomes of the click: the shop's sale matters more than our count of it. A lost one is counted.
    private async ValueTask KeepAsync(HttpContext http, Link link, UserAgentClass agent, bool isPerson, string bid, Instant now)
    {
        AppendResult kept;
        try
        {
            // The workspace is not opened for this: its facts may be what is broken.
            var hash = data.HashOf(link.Workspace);
            var contact = link.Made.ContactParameter is { } name ? ContactParameter.Read(hash, link.Code, http.Request.Query[name], now) : null;
            kept = await data.Journal.AppendAsync(
                new NewDelivery(link.Workspace, BuiltInSources.Links.Name, now, headers, Compose(link, agent, isPerson, bid, contact, now, hash)), CancellationToken.None);
        }
#pragma warning disable CA1031 // Whatever it is: the person is led on, the loss is counted, and the fault is said.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            Log.ClickNotKept(logger, fault);
            kept = AppendResult.Failed("The click could not be written down.");
        }

        traffic.Click(kept);
        if (!kept.IsKept)
            data.State.Door.Count(link.Workspace, BuiltInSources.Links.Name, LostClick);
    }

    /// <summary>The click as a track call of the vocabulary; it says all about its link, so that a rebuild needs nothing else.</summary>
    internal static byte[] Compose(Link link, UserAgentClass agent, bool isPerson, string bid, SignedContact? contact, Instant now, KeyedHash hash)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        json.WriteString("type", "track");
        json.WriteString("event", "Link Clicked");
        json.WriteString("messageId", bid);
        json.WriteString("timestamp", InstantPattern.ExtendedIso.Format(now));
        if (link.Made.Recipient is null && contact?.Claim is not ContactClaim.Valid)
            json.WriteString("anonymousId", bid);
        json.WriteStartObject("properties");
        void Write(string name, string? value)
        {
            if (value is not null)
                json.WriteString(name, value);
        }

        Write("code", link.Code);
        Write("link_id", link.Code);
        Write("bid", bid);
        Write("channel", link.Made.Channel);
        Write("flow_id", link.Made.Flow);
        Write("step_id", link.Made.Step);
        Write("branch", link.Made.Branch);
        Write("campaign_id", link.Made.Campaign);
        Write("account_id", link.Made.AccountId);
        Write("message_id", link.Made.MessageId);
        Write("contact_claim", contact is null ? null : Dashboard.Label.Of(contact.Claim));
        Write("actor", "contact");
        Write("user_agent", agent.ToString().ToLowerInvariant());
        json.WriteBoolean("accepted", isPerson);
        if (!isPerson)
            Write("reason", agent.ToString().ToLowerInvariant());
        // TRICKY: the one name it carries is that of whom we sent it to, never one of the browser's: an address can be forwarded, so a
        // click joins nobody to anybody, and whoever clicked stays whoever they are to the shop.
        if (link.Made.Recipient is { } recipient)
            WriteContact(json, recipient.Type, recipient.Scope, recipient.Value);
        else if (contact is { Claim: ContactClaim.Valid })
            WriteContact(json, contact.Type, contact.Scope, contact.Written(hash));
        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteContact(Utf8JsonWriter json, IdentifierType type, string scope, string value)
    {
        json.WriteStartArray("identifiers");
        json.WriteStartObject();
        json.WriteString("type", Dashboard.Label.Of(type));
        json.WriteString("scope", scope);
        json.WriteString("value", value);
        json.WriteEndObject();
        json.WriteEndArray();
    }
}
