using Beleg.Ledger;
using Beleg.Metrics;
using Beleg.Metrics.Calculations;
using Beleg.Primitives;
using NodaTime;

namespace Beleg.Reports.Cases;

/// <summary>What a case is drafted from: one snapshot of the facts, the month shown, the ledger, and when things began.</summary>
internal sealed class CaseScene
{
    /// <summary>An operator sets it, or <c>programme_start:FLOW</c>, valid from the day on which the programme began.</summary>
    public const string StartId = "programme_start";

    /// <summary>How many whole months before the start are the baseline; one where nobody set it.</summary>
    public const string BaselineMonthsId = "baseline_months";

    private readonly FactReader facts;
    private readonly Lazy<ProgrammeBooks> books;

    public CaseScene(FactReader facts, MetricSettings settings, Period month)
    {
        (this.facts, Settings, Month) = (facts, settings, month);
        books = new(() => ProgrammeBooks.Read(facts, CompositionReader.Read(facts, Month, settings, EvidenceBasis.Conservative)));
    }

    public MetricSettings Settings { get; }

    public Period Month { get; }

    public Currency Currency => Currency.Find(Settings.Currency);

    public ProgrammeBooks Books => books.Value;

    /// <summary>The last day of the month: whose assumptions hold.</summary>
    public LocalDate Day => Month.To.PlusDays(-1);

    public Assumption At(AssumptionDefinition definition) => Books.Assumptions.At(definition, Day);

    /// <summary>A baseline that somebody imported for a metric: <c>baseline:METRIC:FLOW</c> or <c>baseline:METRIC</c>.</summary>
    public Assumption? Imported(string metric, string? flow) =>
        (flow is null ? null : Books.Assumptions.Find($"baseline:{metric}:{flow}", Day)) ?? Books.Assumptions.Find($"baseline:{metric}", Day);

    /// <summary>Figures of a period; money of evidence A to C.</summary>
    public MetricAnswer Ask(Period period, IEnumerable<string> metrics, params MetricFilter[] filters) => new Answering(
        facts,
        new MetricRequest { Metrics = [.. metrics.Select(id => MetricCatalogue.Default.Find(id)!)], Period = period, Filters = filters, Basis = EvidenceBasis.Conservative },
        Settings).Answer();

    /// <summary>When the programme began: as set, else with its first cost; null where neither is there or it lies after the month.</summary>
    public ProgrammeStart? Programme()
    {
        if (Books.Assumptions.Find(StartId, Day) is { ValidFrom: { } set } assumption)
            return Start(set, new($"set by {assumption.Owner ?? "an operator"}", $"gesetzt von {assumption.Owner ?? "einem Nutzer"}"));
        var first = facts.Rows("SELECT min(from_day) FROM cost WHERE NOT human", [], row => row.IsNull(0) ? (LocalDate?)null : row.Date(0)).Single();
        return first is { } day && day < Month.To ? Start(day, new("the first cost of the programme", "die ersten Kosten des Programms")) : null;
    }

    /// <summary>The flows whose version changed in the year before the month's end, each with the day the new version began.</summary>
    public IEnumerable<(string Flow, string Before, string After, ProgrammeStart Start)> Versions()
    {
        var parameters = new SqlParameters(facts.Dialect);
        var sql = $"""
            SELECT flow_id, flow_version, min(day), count(*) FROM conversation
            WHERE automated AND flow_id IS NOT NULL AND flow_version IS NOT NULL
              AND day >= {parameters.Take("from", ParameterType.Date, Month.To.PlusYears(-1))} AND day < {parameters.Take("to", ParameterType.Date, Month.To)}
            GROUP BY 1, 2 ORDER BY 1, 3, 2
            """;
        foreach (var flow in facts.Rows(sql, parameters.Values, row => (Flow: row.Text(0), Version: row.Text(1), First: row.Date(2))).GroupBy(r => r.Flow))
        {
            var versions = flow.ToArray();
            if (versions.Length < 2)
                continue;
            var (before, now) = (versions[^2], versions[^1]);
            var begun = Books.Assumptions.Find($"{StartId}:{flow.Key}", Day)?.ValidFrom ?? now.First;
            yield return (flow.Key, before.Version, now.Version, Start(begun, new(
                $"version {now.Version} of {flow.Key}, before it version {before.Version}", $"Version {now.Version} von {flow.Key}, davor Version {before.Version}")));
        }
    }

    private ProgrammeStart Start(LocalDate day, Words because)
    {
        var months = Math.Max(1, (int)(Books.Assumptions.Find(BaselineMonthsId, Day)?.Value ?? 1));
        var first = day.ToYearMonth().OnDayOfMonth(1);
        return new ProgrammeStart(day, because, new Period(first.PlusMonths(-months), first));
    }
}
