using System.Globalization;
using Beleg.Warehouse;
using Beleg.Warehouse.DuckDb;
using NodaTime;

namespace Beleg.Metrics.Rows;

/// <summary>Reads the rows behind a figure: the very conditions that count it, without the counting.</summary>
public sealed class RowReader(MetricEngine engine, WorkspaceWarehouse warehouse, MetricSettings settings)
{
    /// <summary>Whether a metric has rows of its own; what is calculated from others has theirs.</summary>
    public static bool CanRead(Metric metric) => metric.Formula is not null;

    /// <summary>Whether a part of a metric has rows of its own.</summary>
    public static bool CanRead(Metric metric, string part) => CanRead(metric) && FormulaOf(metric, part) is not null;

    /// <summary>Whether anything stands below the line.</summary>
    public static bool HasDenominator(Metric metric, string? part) => FormulaOf(metric, part)?.Denominator is not null;

    /// <summary>A page of rows.</summary>
    /// <exception cref="ArgumentException">The metric has no such part, or no rows of its own.</exception>
    /// <exception cref="WarehouseUnavailableException">The facts are being rebuilt.</exception>
    public Task<RowPage> ReadAsync(RowRequest request, CancellationToken cancellation) => engine.ReadAsync(warehouse, facts => Read(facts, request), cancellation);

    private RowPage Read(FactReader facts, RowRequest request)
    {
        var measure = MeasureOf(request);
        var (scan, shown) = (FactScans.All[measure.Fact], RowColumns.Of(measure));
        var query = new Composition
        {
            Period = request.Period,
            Filters = [.. request.Filters.Where(filter => scan.Dimensions.ContainsKey(filter.Dimension))],
            Model = AttributionChoice.Find(request.Model.Length == 0 ? settings.Model : request.Model) ?? throw new ArgumentException($"There is no model '{request.Model}'.", nameof(request)),
            Evidence = request.Basis,
            CutOff = facts.CutOff ?? Instant.FromUnixTimeTicks(0),
            Settings = settings,
        };
        if (query.Model.IsLearned)
            query = LearnedModel.Weigh(facts, query);
        var refusal = LearnedModel.Follows(measure) ? query.Weights?.Refusal : null;
        if (measure.Where.Any(condition => condition.Contains("{tells_", StringComparison.Ordinal)))
            query = query with { Receipts = Answering.Receipts(facts, query) };
        var parameters = new SqlParameters(facts.Dialect);
        var words = new Placeholders(query, facts.Dialect, parameters, measure.Time);
        string From(Composition how) => $"FROM {how.From(scan, measure.Time, parameters)}\nWHERE {string.Join("\n  AND ", Composer.Conditions(scan, measure.Time, measure.Where, query, words, parameters))}";
        var from = From(query);
        var counted = measure.Aggregate == Aggregate.Distinct ? $", count(DISTINCT {words.Fill(measure.Of!)})" : ", NULL::BIGINT";
        var summed = measure.Aggregate == Aggregate.Sum ? $", sum({words.Fill(measure.Of!)})::DECIMAL(38,6)" : ", NULL::DECIMAL(38,6)";
        var columns = shown.Select((column, i) => string.Create(CultureInfo.InvariantCulture, $"{words.Fill(column.Expression)} AS c{i}"));
        string Sql(string of) => $"SELECT\n  {string.Join(",\n  ", columns)}\n{of}\nORDER BY c0 DESC, c1, c2\nLIMIT {Number(request.Take)} OFFSET {Number(request.Skip)}";
        // What is shown says how learned credits come about; what is run reads them where they are kept.
        var told = Sql(From(query with { Learned = null }));
        // A figure without a value has no rows: those of a model that learned nothing would be somebody else's credit.
        if (refusal is not null)
            return new RowPage([.. shown.Select(column => column.Column)], [], 0, null, null, new Statement(told, parameters.Values).ToText(), refusal);
        var (total, distinct, sum) = facts.Rows($"SELECT count(*){counted}{summed}\n{from}", parameters.Values, row => (row.Long(0), row.LongOrNull(1), row.DecimalOrNull(2))).Single();
        var rows = facts.Rows(Sql(from), parameters.Values, row => (IReadOnlyList<string?>)[.. shown.Select((column, i) => Text(row, i, column.Column.Kind))]);
        return new RowPage([.. shown.Select(column => column.Column)], rows, total, distinct, sum is { } all ? new RowSum(all, RowColumns.KindOf(measure)) : null, new Statement(told, parameters.Values).ToText());
    }

    private static Measure MeasureOf(RowRequest request)
    {
        var formula = FormulaOf(request.Metric, request.Part);
        var measure = request.Side == RowSide.Denominator ? formula?.Denominator : formula?.Numerator;
        // What cannot be judged yet is neither above nor below the line of such a figure.
        var open = request.Side == RowSide.Numerator ? formula?.OpenTop : formula is { OpenIsOut: true } ? formula.Open : null;
        if (open is not null)
            measure = measure! with { Where = [.. measure.Where, $"NOT coalesce({string.Join(" AND ", open.Where.Except(measure.Where))}, FALSE)"] };
        return measure ?? throw new ArgumentException("There are no such rows.", nameof(request));
    }

    private static Formula? FormulaOf(Metric metric, string? part) => part is null ? metric.Formula : metric.Parts.FirstOrDefault(p => p.Id == part)?.Formula;

    private static string? Text(DuckDbRow row, int column, RowColumnKind kind) => row.IsNull(column) ? null : kind switch
    {
        RowColumnKind.Contact or RowColumnKind.Key => new Primitives.Key(row.Long(column)).ToString(),
        RowColumnKind.Moment => NodaTime.Text.InstantPattern.ExtendedIso.Format(row.Instant(column)),
        _ => FactReader.Label(row.Value(column)),
    };

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
