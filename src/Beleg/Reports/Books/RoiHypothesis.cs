using System.Text.Json.Serialization;
using Beleg.Ledger;
using Beleg.Metrics;
using Beleg.Sources;
using NodaTime;

namespace Beleg.Reports.Books;

/// <summary>What the programme is to bring, and where that stands.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Statement">What is expected, as it was written.</param>
/// <param name="StatementDe">The same in German; null where nobody wrote it twice.</param>
/// <param name="Metric">The metric's id.</param>
/// <param name="Name">The metric's name; its id where the catalogue knows none.</param>
/// <param name="Unit">The metric's unit.</param>
/// <param name="Baseline">Where it stood.</param>
/// <param name="Target">Where it should stand.</param>
/// <param name="From">Day of the baseline.</param>
/// <param name="Due">Day of the target.</param>
/// <param name="Owner">Who answers for it.</param>
/// <param name="Closed">Given up or done with.</param>
/// <param name="Value">Where it stands in the period; null without value.</param>
/// <param name="LowSample">Whether that rests on few cases.</param>
/// <param name="Standing">The verdict.</param>
/// <param name="Version">From 1.</param>
/// <param name="Written">Who wrote the latest version, when and why.</param>
/// <param name="Earlier">Who wrote the versions before, the latest first.</param>
public sealed record RoiHypothesis(
    string Id, string Statement, string? StatementDe, string Metric, Words Name, MetricUnit Unit, decimal Baseline, decimal Target, LocalDate From, LocalDate Due, string? Owner, bool Closed,
    decimal? Value, bool LowSample, HypothesisStanding Standing, int Version, Written Written, IReadOnlyList<Written> Earlier)
{
    /// <summary>What is expected, as it is read.</summary>
    [JsonIgnore]
    public Words Says => Words.Said(Statement, StatementDe);

    /// <summary>What each version said, the latest first.</summary>
    [JsonIgnore]
    public IReadOnlyList<HypothesisPayload> Said { get; init; } = [];
}
