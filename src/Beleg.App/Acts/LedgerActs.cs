using Beleg.Metrics;
using Beleg.Primitives;

namespace Beleg.App.Acts;

/// <summary>What can be written into the books of a programme. Nothing is written over: the same id again is the next version.</summary>
internal sealed class LedgerActs(ActBook book)
{
    /// <summary>Writes a line of the cost ledger, or its next version.</summary>
    /// <param name="id">The line; null makes a new one.</param>
    /// <param name="cost">What it says.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellationToken">Counts until it is written.</param>
    /// <exception cref="UserErrorException">Something in it is not as it should be.</exception>
    public Task CostAsync(string? id, NewCost cost, string? reason, CancellationToken cancellationToken) => book.RecordAsync(
        [
            new Act(
                "Cost Recorded",
                ("cost_id", id ?? "cost-" + Guid.CreateVersion7().ToString("N")[..12]), ("kind", Needed(cost.Kind, "kind")), ("recurrence", cost.Recurrence), ("from", cost.From), ("to", cost.To),
                ("amount", Needed(cost.Amount, "amount")), ("currency", cost.Currency ?? book.Workspace.Currency.Code), ("flow", cost.Flow), ("campaign", cost.Campaign), ("channel", cost.Channel), ("human", cost.Human)),
        ],
        reason, cancellationToken);

    /// <summary>Sets an assumption from a day on.</summary>
    /// <exception cref="UserErrorException">Something in it is not as it should be.</exception>
    public Task AssumeAsync(string id, NewAssumption assumption, string? reason, CancellationToken cancellationToken)
    {
        if (assumption.Low > assumption.Value || assumption.High < assumption.Value)
            throw new UserErrorException("low, value, high: in this order, none above the next.");
        return book.RecordAsync(
            [
                new Act(
                    "Assumption Set",
                    ("assumption_id", Needed(id, "assumption_id")), ("value", assumption.Value ?? throw new UserErrorException("value: a number.")), ("low", assumption.Low), ("high", assumption.High), ("unit", assumption.Unit),
                    ("basis", assumption.Basis), ("owner", assumption.Owner), ("approver", assumption.Approver), ("valid_from", assumption.ValidFrom ?? book.Workspace.Today)),
            ],
            reason, cancellationToken);
    }

    /// <summary>Names who answers for a metric, and its target.</summary>
    /// <exception cref="UserErrorException">There is no such metric.</exception>
    public Task AgreeAsync(string metric, string? owner, decimal? target, string? reason, CancellationToken cancellationToken) =>
        book.RecordAsync([new Act("Metric Agreed", ("metric_id", Known(metric)), ("owner", owner), ("target", target))], reason, cancellationToken);

    /// <summary>Sets a hypothesis, or its next version.</summary>
    /// <exception cref="UserErrorException">Something in it is not as it should be.</exception>
    public Task ExpectAsync(string? id, NewHypothesis hypothesis, string? reason, CancellationToken cancellationToken)
    {
        if (hypothesis.Baseline is null || hypothesis.Target is null || hypothesis.Due is null)
            throw new UserErrorException("baseline, target, due: all three are needed to say where it stands.");
        return book.RecordAsync(
            [
                new Act(
                    "Hypothesis Set",
                    ("hypothesis_id", id ?? "hypothesis-" + Guid.CreateVersion7().ToString("N")[..12]), ("metric_id", Known(hypothesis.Metric)), ("statement", Needed(hypothesis.Statement, "statement")),
                    ("statement_de", string.IsNullOrWhiteSpace(hypothesis.StatementDe) ? null : hypothesis.StatementDe.Trim()), ("baseline", hypothesis.Baseline), ("target", hypothesis.Target), ("valid_from", hypothesis.From ?? book.Workspace.Today), ("due", hypothesis.Due), ("owner", hypothesis.Owner), ("closed", hypothesis.Closed)),
            ],
            reason, cancellationToken);
    }

    private static string Known(string? metric) =>
        MetricCatalogue.Default.Find(Needed(metric, "metric")) is { } known ? known.Id : throw new UserErrorException($"There is no metric '{metric}'.");

    private static string Needed(string? value, string name) => !string.IsNullOrWhiteSpace(value) ? value.Trim() : throw new UserErrorException($"{name}: is missing.");
}
