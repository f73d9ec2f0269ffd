using Beleg.Ledger;
using Beleg.Metrics;
using Beleg.Model;
using Beleg.Primitives;
using Beleg.Reports.Copy;
using Beleg.Warehouse.DuckDb;
using Beleg.Warehouse.Facts;

namespace Beleg.Reports.Findings;

/// <summary>What rules may look at: one snapshot of the facts, a period, and the words that were read beforehand.</summary>
internal sealed class FindingScene
{
    /// <summary>Rows of the period, for conditions.</summary>
    public const string Days = "day >= {bucket_from} AND day < {bucket_to}";

    private readonly FactReader facts;
    private readonly Lazy<Worths> worths;
    private readonly Lazy<IReadOnlyList<StepCount>> steps;
    private readonly Lazy<IReadOnlyList<PlaceCount>> places;

    public FindingScene(FactReader facts, Composition query, IReadOnlyList<CopySample> copy)
    {
        (this.facts, Query, Copy) = (facts, query, copy);
        var ledger = new FactBatch();
        FactTables.Of<AssumptionFact>().Read(facts.Connection, "", [], ledger);
        var book = new AssumptionBook(ledger.Assumptions);
        Assumption At(AssumptionDefinition definition) => book.At(definition, query.Period.To.PlusDays(-1));
        Recoverable = At(AssumptionDefinition.RecoverableShare);
        worths = new(() => Worths.Read(this, At(AssumptionDefinition.ContributionMargin), At(AssumptionDefinition.WouldHaveContactedHuman), At(AssumptionDefinition.CostPerHumanContact)));
        steps = new(() => StepCount.Read(this));
        places = new(() => PlaceCount.Read(this));
    }

    public Composition Query { get; }

    /// <summary>What automation said where; empty where nobody read it.</summary>
    public IReadOnlyList<CopySample> Copy { get; }

    public Currency Currency => Currency.Find(Query.Settings.Currency);

    /// <summary>Of what is lost, how much mending wins back.</summary>
    public Assumption Recoverable { get; }

    /// <summary>Every step of a flow that somebody can leave off at.</summary>
    public IReadOnlyList<StepCount> Steps => steps.Value;

    /// <summary>What became of the messages of each place.</summary>
    public IReadOnlyList<PlaceCount> Places => places.Value;

    /// <summary>What one conversation that goes on is worth; null where that is not known.</summary>
    public Worth? WorthOf(string? flow) => worths.Value.Of(flow);

    /// <summary>Asks the facts. Words in braces are those of metric definitions; a value that comes from data goes through the function.</summary>
    public List<T> Ask<T>(Func<Func<string?, string>, string> sql, RowReader<T> read)
    {
        var parameters = new SqlParameters(facts.Dialect);
        var taken = 0;
        var text = sql(value => parameters.Take($"v{taken++}", ParameterType.Text, value));
        return facts.Rows(new Placeholders(Query, facts.Dialect, parameters, "day").Fill(text), parameters.Values, read);
    }

    /// <summary>Rows behind a finding, the latest first.</summary>
    /// <param name="table">The fact: one with contact, channel and flow.</param>
    /// <param name="at">Its instant.</param>
    /// <param name="where">Which rows of the period.</param>
    /// <param name="most">At most so many.</param>
    public IReadOnlyList<FindingRow> Rows(string table, string at, Func<Func<string?, string>, string> where, int most) => Ask(
        p => $"""
            SELECT contact, {at}, channel, flow_id FROM {table} WHERE {Days} AND {where(p)} ORDER BY {at} DESC, contact LIMIT {most.ToString(System.Globalization.CultureInfo.InvariantCulture)}
            """,
        row => new FindingRow(new Key(row.Long(0)), row.Instant(1), row.Text(2), row.TextOrNull(3)));
}
