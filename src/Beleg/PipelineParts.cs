using Beleg.Journal;
using Beleg.Model;
using Beleg.Primitives;
using Beleg.Sources;
using Beleg.State;
using Beleg.Warehouse;

namespace Beleg;

/// <summary>What the pipeline of one workspace works with.</summary>
public sealed record PipelineParts
{
    /// <summary>Name of the workspace.</summary>
    public required string Workspace { get; init; }

    /// <summary>Where deliveries come from.</summary>
    public required IJournal Journal { get; init; }

    /// <summary>Turns a delivery into events; refuses what it cannot.</summary>
    public required Action<Delivery, Translation> Translate { get; init; }

    /// <summary>Makes the workspace's keys.</summary>
    public required KeyedHash Hash { get; init; }

    /// <summary>Where facts go.</summary>
    public required IFactStore Facts { get; init; }

    /// <summary>File that keeps the histories.</summary>
    public required string HistoriesPath { get; init; }

    /// <summary>The workspace's settings at this moment, exchange rates left to the ledger.</summary>
    public required Func<FoldSettings> Settings { get; init; }

    /// <summary>Told what became of each delivery, once its facts are visible.</summary>
    public required Action<IReadOnlyList<TranslatedDelivery>> Report { get; init; }

    /// <summary>Begins to count anew what became of each delivery, when all are translated again; null where that is told like anything else.</summary>
    public Func<RefusalRecount>? Recount { get; init; }
}
