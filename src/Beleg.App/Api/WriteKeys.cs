using System.Collections.Concurrent;
using Beleg.App.Hosting;
using Beleg.App.Security;
using Beleg.Sources;
using Beleg.State;

namespace Beleg.App.Api;

/// <summary>Which source a write key speaks for, and how often it may.</summary>
internal sealed class WriteKeys(ApiKeys keys, ServeOptions options, TimeProvider time)
{
    private readonly ConcurrentDictionary<long, SourceRoute> routes = new();

    /// <summary>The source; null where the key is unknown, revoked, or may not write.</summary>
    public SourceRoute? Find(string secret) =>
        keys.Check(secret) is { } key && key.Allows(KeyScope.Write) ? routes.GetOrAdd(key.Id, static (_, at) => at.Me.Route(at.Key), (Me: this, Key: key)) : null;

    private SourceRoute Route(ApiKey key)
    {
        var rate = key.IsBrowser ? options.BrowserRate : options.SourceRate;
        var settings = key.IsBrowser ? BuiltInSources.Browser : BuiltInSources.Segment;
        return new SourceRoute(key.Workspace, settings, SourceCatalogue.Find(settings.Provider)!, new RateGate(rate, (int)Math.Min(int.MaxValue, rate * 10), time));
    }
}
