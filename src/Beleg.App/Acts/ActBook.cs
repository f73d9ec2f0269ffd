using System.Text.Json;
using System.Text.Json.Nodes;
using Beleg.App.Hosting;
using Beleg.Journal;
using Beleg.Primitives;
using Beleg.Reports;
using Beleg.Sources;
using NodaTime;
using NodaTime.Text;

namespace Beleg.App.Acts;

/// <summary>
/// Writes what people of the business do into the journal, like any delivery: a rebuild keeps it, and who did it, when and why stays.
/// </summary>
internal sealed class ActBook(Installation data, OpenWorkspace workspace, string author)
{
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(10);
    private static readonly IReadOnlyDictionary<string, string> noHeaders = System.Collections.Immutable.ImmutableDictionary<string, string>.Empty;

    /// <summary>Whose acts they are.</summary>
    public OpenWorkspace Workspace => workspace;

    /// <summary>Writes acts, all or none, and waits until they show.</summary>
    /// <param name="acts">At least one.</param>
    /// <param name="reason">Why; empty where nobody says.</param>
    /// <param name="cancellationToken">Counts until they are written.</param>
    /// <exception cref="UserErrorException">An act is not as it should be, or the journal cannot write; nothing is kept.</exception>
    public async Task RecordAsync(IReadOnlyList<Act> acts, string? reason, CancellationToken cancellationToken)
    {
        var now = data.Clock.GetCurrentInstant();
        var body = Compose(acts, author, reason, now);
        Check(body, now);
        var kept = await data.Journal.AppendAsync(new NewDelivery(workspace.Name, BuiltInSources.Operator.Name, now, noHeaders, body), cancellationToken);
        if (!kept.IsKept)
            throw new UserErrorException($"The journal cannot write: {kept.Reason} Nothing was changed; try again.");
        using var limit = new CancellationTokenSource(patience);
        try
        {
            await workspace.Follower.CatchUpToAsync(kept.Seq, limit.Token);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            // It is kept; it shows once the stream comes to it.
        }
    }

    /// <summary>The delivery that says them. Pure but for the ids it makes.</summary>
    internal static byte[] Compose(IReadOnlyList<Act> acts, string author, string? reason, Instant now)
    {
        var batch = new JsonArray([.. acts.Select(act => Call(act, author, reason, now))]);
        return JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["batch"] = batch });
    }

    private static JsonObject Call(Act act, string author, string? reason, Instant now)
    {
        var properties = new JsonObject();
        foreach (var (name, value) in act.Properties.Where(property => property.Value is not null))
            properties[name] = JsonSerializer.SerializeToNode(value, ReportJson.Compact);
        properties["actor"] = "human";
        properties[Written.Author] = author;
        if (!string.IsNullOrWhiteSpace(reason))
            properties[Written.Because] = reason.Trim();
        return new JsonObject
        {
            ["type"] = "track",
            ["event"] = act.Event,
            ["messageId"] = Guid.CreateVersion7().ToString("N"),
            ["timestamp"] = InstantPattern.ExtendedIso.Format(now),
            ["properties"] = properties,
        };
    }

    // What translation would refuse is said before anything is kept.
    private void Check(byte[] body, Instant now)
    {
        var translation = new Translation();
        workspace.Translate(new Delivery(0, workspace.Name, BuiltInSources.Operator.Name, now, noHeaders, body), translation, withPersonal: false);
        if (translation.Refusals.Count > 0)
            throw new UserErrorException(string.Join(' ', translation.Refusals.Select(refusal => refusal.Detail).Distinct()));
    }
}
