using Beleg.Metrics;
using Beleg.Warehouse;

namespace Beleg.Reports.Quality;

/// <summary>Reads how good a period's data are, and puts into words what that does to each claim. Dashboard, reports and proofs ask here.</summary>
public sealed class QualityReader(MetricEngine engine, WorkspaceWarehouse warehouse, MetricSettings settings)
{
    /// <summary>The metrics of data quality, the one that limits the gravest claim first.</summary>
    public static IReadOnlyList<string> Metrics { get; } = [.. ClaimRule.All.Select(r => r.Metric)];

    /// <summary>The report of a period.</summary>
    /// <param name="period">The days.</param>
    /// <param name="silent">Sources that fell silent (<see cref="SilentSource.Of"/>); none where nobody looked.</param>
    /// <param name="cancellation">Ends the running statement.</param>
    /// <exception cref="WarehouseUnavailableException">The facts are being rebuilt.</exception>
    public async Task<QualityReport> ReadAsync(Period period, IReadOnlyList<SilentSource> silent, CancellationToken cancellation) =>
        Compose(period, await AskAsync(period, cancellation).ConfigureAwait(false), silent);

    /// <summary>The answer that <see cref="Compose"/> puts into words.</summary>
    /// <inheritdoc cref="ReadAsync" path="/exception"/>
    public Task<MetricAnswer> AskAsync(Period period, CancellationToken cancellation) =>
        engine.QueryAsync(warehouse, new MetricRequest { Metrics = [.. Metrics.Select(id => MetricCatalogue.Default.Find(id)!)], Period = period }, settings, cancellation);

    /// <summary>Puts the answer to a request for <see cref="Metrics"/> into words. Pure.</summary>
    public static QualityReport Compose(Period period, MetricAnswer answer, IReadOnlyList<SilentSource> silent)
    {
        var limits = silent.Select(Of).Concat(ClaimRule.All.Select(rule => Of(rule, answer[rule.Metric].Total)).OfType<ClaimLimit>()).ToArray();
        return new QualityReport
        {
            From = period.From,
            To = period.To,
            Limits = [.. limits.OrderByDescending(l => l.Grave)],
            Figures = [.. ClaimRule.All.Select(rule => FigureOf(answer[rule.Metric], limits.Any(l => l.Metric == rule.Metric)))],
            Silent = silent,
        };
    }

    private static QualityFigure FigureOf(MetricResult result, bool limits) =>
        new(result.Metric.Id, result.Total.Value, result.Total.Numerator, result.Total.Denominator, result.Total.LowSample, limits) { Result = result };

    // Of a handful of cases no share is known well enough to warn by.
    private static ClaimLimit? Of(ClaimRule rule, Figure figure) => figure is { Value: { } value, LowSample: false } && rule.Limits(value)
        ? new ClaimLimit(rule.Metric, rule.Claim, ReportLanguage.Say(l => rule.Says(figure, l)), rule.Grave(value))
        : null;

    private static ClaimLimit Of(SilentSource source) => new(
        "source", new("Every figure since then", "Jede Zahl seither"),
        ReportLanguage.Say(l => l.Pick(
            $"The source {source.Source} has sent nothing for {l.Count(Math.Floor((decimal)source.For.TotalDays))} days while others did. What it would have told is missing.",
            $"Die Quelle {source.Source} hat {l.Count(Math.Floor((decimal)source.For.TotalDays))} Tage nichts geschickt, andere schon. Was sie gemeldet hätte, fehlt.")),
        true);
}
