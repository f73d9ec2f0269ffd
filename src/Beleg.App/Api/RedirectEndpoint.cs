using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using Beleg.App.Hosting;
using Beleg.App.Links;
using Beleg.Journal;
using Beleg.Primitives;
using Beleg.Sources;
using Beleg.State;
using NodaTime;
using NodaTime.Text;

namespace Beleg.App.Api;

/// <summary>Tagged links: leads on at once, and writes the click into the journal as any other event.</summary>
internal sealed class RedirectEndpoint(StateStore state, IJournal journal, AgentList agents, Traffic traffic, IClock clock)
{
    private const int BidBytes = 16;
    private static readonly IReadOnlyDictionary<string, string> headers = new Dictionary<string, string>(StringComparer.Ordinal) { [SegmentEndpoints.CallHeader] = "track" };

    public void Map(IEndpointRouteBuilder routes) => routes.MapMethods("/r/{code}", [HttpMethods.Get, HttpMethods.Head], LeadOnAsync);

    private async Task LeadOnAsync(HttpContext http)
    {
        // A target that has left the workspace's list leads nowhere any more.
        if (state.Links.Find((string)http.Request.RouteValues["code"]!) is not { } link
            || state.Workspaces.Find(link.Workspace) is not { } workspace
            || !RedirectTarget.IsAllowed(new Uri(link.Made.Target), workspace.Settings.LinkDomains))
        {
            await Problem.NotFound("There is no such link, or its target is no longer on the workspace's list.").WriteAsync(http);
            return;
        }

        var agent = agents.Classify(http.Request.Method, http.Request.Headers.UserAgent, $"{http.Request.Headers["Sec-Purpose"]} {http.Request.Headers["Purpose"]} {http.Request.Headers["X-Moz"]}");
        var isPerson = agent is UserAgentClass.Browser;
        var bid = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(BidBytes));
        var isKept = await KeepAsync(link, agent, isPerson, bid);
        traffic.Click(isKept);
        var response = http.Response;
        response.StatusCode = StatusCodes.Status302Found;
        response.Headers.Location = RedirectTarget.Compose(
            new Uri(link.Made.Target), RedirectTarget.Tags(link.Made.Channel, link.Made.Flow, link.Made.Branch, link.Made.Campaign), isPerson ? bid : null);
        response.Headers.CacheControl = "no-store";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers["X-Robots-Tag"] = "noindex";
    }

    private async ValueTask<bool> KeepAsync(Link link, UserAgentClass agent, bool isPerson, string bid)
    {
        try
        {
            var now = clock.GetCurrentInstant();
            var kept = await journal.AppendAsync(new NewDelivery(link.Workspace, BuiltInSources.Links.Name, now, headers, Compose(link, agent, isPerson, bid, now)), CancellationToken.None);
            return kept.IsKept;
        }
        catch (UserErrorException)
        {
            return false;
        }
    }

    /// <summary>The click as a track call of the vocabulary; it says all about its link, so that a rebuild needs nothing else.</summary>
    internal static byte[] Compose(Link link, UserAgentClass agent, bool isPerson, string bid, Instant now)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        json.WriteString("type", "track");
        json.WriteString("event", "Link Clicked");
        json.WriteString("messageId", bid);
        json.WriteString("timestamp", InstantPattern.ExtendedIso.Format(now));
        if (link.Made.Recipient is null)
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
        Write("message_id", link.Made.MessageId);
        Write("actor", "contact");
        Write("user_agent", agent.ToString().ToLowerInvariant());
        json.WriteBoolean("accepted", isPerson);
        if (!isPerson)
            Write("reason", agent.ToString().ToLowerInvariant());
        WriteRecipient(json, link.Made.Recipient);
        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteRecipient(Utf8JsonWriter json, LinkRecipient? recipient)
    {
        if (recipient is null)
            return;
        json.WriteStartArray("identifiers");
        json.WriteStartObject();
        json.WriteString("type", Dashboard.Label.Of(recipient.Type));
        json.WriteString("scope", recipient.Scope);
        json.WriteString("value", recipient.Value);
        json.WriteEndObject();
        json.WriteEndArray();
    }
}
