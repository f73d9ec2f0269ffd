using Beleg.Ledger;
using Beleg.Metrics;
using Beleg.Model;
using Beleg.Warehouse;
using Beleg.Warehouse.Facts;
using NodaTime;

namespace Beleg.Reports.Growth;

/// <summary>Which reports a workspace's client is given: those of the tier that is booked, and everything where nobody said what is.</summary>
/// <param name="Tier">What is booked; null where nobody set it.</param>
public sealed record BookedScope(RetainerTier? Tier)
{
    /// <summary>The assumption by which an operator books: 1, 2 or 3.</summary>
    public const string Assumption = "retainer_tier";

    /// <summary>Nobody said what is booked: nothing is kept back.</summary>
    public static BookedScope Everything { get; } = new((RetainerTier?)null);

    /// <summary>Whether a report belongs to what is booked.</summary>
    public bool Has(ReportSection section) => Tier is not { } tier || ReportScope.Of(tier).Contains(section);

    /// <summary>What is booked on a day.</summary>
    /// <param name="engine">Reads facts.</param>
    /// <param name="warehouse">The workspace's facts.</param>
    /// <param name="day">The day.</param>
    /// <param name="cancellation">Ends the running statement.</param>
    /// <exception cref="WarehouseUnavailableException">The facts are being rebuilt.</exception>
    public static Task<BookedScope> ReadAsync(MetricEngine engine, WorkspaceWarehouse warehouse, LocalDate day, CancellationToken cancellation) =>
        engine.ReadAsync(warehouse, facts => Read(facts, day), cancellation);

    internal static BookedScope Read(FactReader facts, LocalDate day)
    {
        var ledger = new FactBatch();
        FactTables.Of<AssumptionFact>().Read(facts.Connection, "", [], ledger);
        return new AssumptionBook(ledger.Assumptions).Find(Assumption, day) is { } set ? new BookedScope((RetainerTier)Math.Clamp((int)set.Value, 1, 3)) : Everything;
    }
}
