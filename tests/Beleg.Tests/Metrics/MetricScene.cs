using Beleg.Metrics;
using Beleg.Model;
using Beleg.Tests.Warehouse.DuckDb;
using Beleg.Warehouse;

namespace Beleg.Tests.Metrics;

/// <summary>A workspace that holds a story's facts, and the engine that answers for it.</summary>
internal sealed class MetricScene : IDisposable
{
    private readonly ScratchEngine engine = new();

    public MetricScene(FactBatch? facts = null)
    {
        Warehouse = WorkspaceWarehouse.Open(engine.Instance, "story");
        if (facts is not null)
            Warehouse.Replace([], facts, ledger: true, 1);
    }

    public WorkspaceWarehouse Warehouse { get; }

    public MetricSettings Settings { get; init; } = new();

    public MetricEngine Engine { get; init; } = new();

    /// <summary>Derives everything anew.</summary>
    public void Rebuild(FactBatch facts)
    {
        using var draft = Warehouse.Draft();
        draft.Append(facts);
        draft.Finish(1);
    }

    /// <summary>An answer to a request as an address spells it: <c>metrics=aov&amp;month=2026-09</c>.</summary>
    public MetricAnswer Ask(string query) => Engine.QueryAsync(Warehouse, Request(query), Settings, TestContext.Current.CancellationToken).GetAwaiter().GetResult();

    /// <summary>The total of one metric.</summary>
    public Figure Total(string metric, string query = "month=2026-09") => Ask($"metrics={metric}&{query}")[metric].Total;

    public static MetricRequest Request(string query) => MetricRequestReader.Read(
        query.Split('&').Select(p => p.Split('=')).Select(p => KeyValuePair.Create(p[0], (string?)p[1])), MetricCatalogue.Default, Period.Month(2026, 9));

    public void Dispose()
    {
        Warehouse.Dispose();
        engine.Dispose();
    }
}
