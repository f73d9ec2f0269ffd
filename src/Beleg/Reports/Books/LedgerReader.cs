using Beleg.Reports.Experiments;
using Beleg.Sources;
using NodaTime;

namespace Beleg.Reports.Books;

/// <summary>Reads the books of a programme from what was written down in the journal: every version, with its author and reason.</summary>
/// <param name="personal">Reads who wrote what.</param>
/// <param name="zone">The workspace's: a cost or assumption without a day holds from the day it was written.</param>
public sealed class LedgerReader(PersonalReader personal, DateTimeZone zone)
{
    /// <summary>So many deliveries are read again for their authors at most, the latest ones.</summary>
    private const int MostDeliveries = 2_000;

    /// <summary>The books.</summary>
    /// <param name="ledger">Everything written down, see <see cref="Dossiers.Ledger"/>.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public async Task<LedgerBook> ReadAsync(IReadOnlyList<JournaledEvent> ledger, CancellationToken cancellationToken)
    {
        JournaledEvent[] events = [.. ledger.Where(at => at.Event.Trust != Trust.Browser).GroupBy(at => at.Event.Id).Select(Winner)];
        var said = await personal.ReadAsync([.. events.Select(at => at.Seq).Distinct().OrderDescending().Take(MostDeliveries)], cancellationToken).ConfigureAwait(false);
        Written WrittenOf(JournaledEvent at) => Written.Of(at, said.GetValueOrDefault((at.Seq, at.Item, at.Event.Id)));
        return new LedgerBook
        {
            Experiments = ExperimentBook.Fold(events.Select(at => (at.Event, WrittenOf(at)))),
            Costs = [.. Lines<CostPayload>(events, cost => cost.CostId, _ => default, WrittenOf).OrderByDescending(line => line.Latest.Said.From).ThenBy(line => line.Id, StringComparer.Ordinal)],
            Assumptions = [.. Lines<AssumptionPayload>(events, set => set.Value is null ? null : set.AssumptionId, at => FromOf(at), WrittenOf).OrderBy(line => line.Id, StringComparer.Ordinal)],
            Agreements = Lines<AgreementPayload>(events, agreed => agreed.MetricId, _ => default, WrittenOf).ToDictionary(line => line.Id, StringComparer.Ordinal),
            Hypotheses =
            [
                .. Lines<HypothesisPayload>(events, expected => expected.HypothesisId, _ => default, WrittenOf)
                    .OrderBy(line => line.Latest.Said.Closed).ThenBy(line => line.Latest.Said.Due).ThenBy(line => line.Id, StringComparer.Ordinal),
            ],
        };
    }

    // The same event twice is one: the later by the source's own clock, as in the fold.
    private static JournaledEvent Winner(IEnumerable<JournaledEvent> same) => same.OrderBy(at => at.Event.UpdatedAt ?? Instant.MinValue).ThenBy(at => at.Seq).Last();

    // TRICKY: the fold orders versions of an assumption by the day they hold from, then by when they were set; the numbers here are the same.
    private LocalDate FromOf(JournaledEvent at) => ((AssumptionPayload)at.Event.Payload!).ValidFrom ?? at.Event.OccurredAt.InZone(zone).Date;

    private static IEnumerable<LedgerLine<T>> Lines<T>(IEnumerable<JournaledEvent> events, Func<T, string?> idOf, Func<JournaledEvent, LocalDate> from, Func<JournaledEvent, Written> written)
        where T : Payload =>
        events.Where(at => at.Event.Payload is T said && idOf(said) is not null)
            .GroupBy(at => idOf((T)at.Event.Payload!)!, StringComparer.Ordinal)
            .Select(line => new LedgerLine<T>(
                line.Key,
                [.. line.OrderBy(from).ThenBy(at => at.Event.UpdatedAt ?? at.Event.OccurredAt).ThenBy(at => at.Event.Id).Select((at, i) => new LedgerVersion<T>(i + 1, (T)at.Event.Payload!, written(at)))]));
}
