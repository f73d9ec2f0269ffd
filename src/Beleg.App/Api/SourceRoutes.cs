using System.Collections.Frozen;
using Beleg.App.Hosting;
using Beleg.App.Security;
using Beleg.Sources;

namespace Beleg.App.Api;

/// <summary>Every address that deliveries come in by, in memory; made anew when a workspace or source changes.</summary>
internal sealed class SourceRoutes : IDisposable
{
    private readonly Installation data;
    private readonly ServeOptions options;
    private readonly TimeProvider time;
    private volatile Table table = new([]);

    public SourceRoutes(Installation data, ServeOptions options, TimeProvider time)
    {
        (this.data, this.options, this.time) = (data, options, time);
        data.Changed += Load;
        Load();
    }

    /// <summary>The source at "workspace/source"; null where there is none.</summary>
    public SourceRoute? Find(ReadOnlySpan<char> path) => table.Lookup.TryGetValue(path, out var route) ? route : null;

    public void Dispose() => data.Changed -= Load;

    // A source that stays keeps the state of its rate. One whose provider judges by nothing but a secret it does not have yet has no address.
    private void Load() => table = new Table(
        from workspace in data.State.Workspaces.List()
        from settings in data.State.Sources.List(workspace.Name)
        let provider = SourceCatalogue.Find(settings.Provider)
        where provider is not null && settings.Secrets.Count > 0
        select new SourceRoute(workspace.Name, settings, provider, Find($"{workspace.Name}/{settings.Name}")?.Gate ?? NewGate()));

    private RateGate NewGate() => new(options.SourceRate, (int)Math.Min(int.MaxValue, options.SourceRate * 10), time);

    private sealed class Table
    {
        public Table(IEnumerable<SourceRoute> routes) => Lookup = routes
            .ToFrozenDictionary(route => $"{route.Workspace}/{route.Settings.Name}", StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();

        public FrozenDictionary<string, SourceRoute>.AlternateLookup<ReadOnlySpan<char>> Lookup { get; }
    }
}
