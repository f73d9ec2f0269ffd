using Beleg.Metrics;
using Beleg.Primitives;
using Beleg.Sources;
using Beleg.Warehouse;

namespace Beleg.Reports.Copy;

/// <summary>
/// Reads what automation said, from a few deliveries of the journal: words are in no fact, since erasing a person keeps whatever a figure
/// needs (docs/adr/0020).
/// </summary>
/// <param name="dossiers">Opens what belongs together.</param>
/// <param name="personal">Reads what was said.</param>
public sealed class CopyReader(IDossiers dossiers, PersonalReader personal)
{
    /// <summary>Messages of one place that are read: one may be odd, of three the middle one is not.</summary>
    private const int Samples = 3;

    /// <summary>Places with the most messages; a workspace that says more different things has its losses among these.</summary>
    private const int MostPlaces = 80;

    /// <summary>What was said at each place with enough messages in a period, the most frequent first.</summary>
    /// <exception cref="WarehouseUnavailableException">The facts are being rebuilt.</exception>
    public async Task<IReadOnlyList<CopySample>> ReadAsync(MetricEngine engine, WorkspaceWarehouse warehouse, Period period, int minSample, CancellationToken cancellation)
    {
        var places = await engine.ReadAsync(warehouse, facts => Places(facts, period, minSample), cancellation).ConfigureAwait(false);
        var samples = new List<CopySample>();
        foreach (var (place, messages, contacts, keys) in places)
        {
            cancellation.ThrowIfCancellationRequested();
            if (await SayAsync(contacts, keys, cancellation).ConfigureAwait(false) is { } said)
                samples.Add(new CopySample(place, messages, said.Text, CopyTraits.Of(said.Text, said.Labels)));
        }

        return samples;
    }

    private static List<(CopyPlace Place, long Messages, IReadOnlyList<Key> Contacts, IReadOnlySet<Key> Keys)> Places(FactReader facts, Period period, int minSample)
    {
        var parameters = new SqlParameters(facts.Dialect);
        var sql = $"""
            SELECT flow_id, flow_version, step_id, template, campaign_id, count(*), arg_max(contact, "at", {Samples}), arg_max(message, "at", {Samples})
            FROM message
            WHERE direction = 'outbound' AND kind <> 'note' AND actor IN ('bot', 'flow', 'timer') AND NOT is_fallback
              AND coalesce(flow_id, template, campaign_id) IS NOT NULL
              AND day >= {parameters.Take("from", ParameterType.Date, period.From)} AND day < {parameters.Take("to", ParameterType.Date, period.To)}
            GROUP BY ALL
            HAVING count(*) >= {parameters.Take("least", ParameterType.Long, (long)minSample)}
            ORDER BY count(*) DESC, 1, 2, 3, 4, 5
            LIMIT {MostPlaces}
            """;
        return facts.Rows(sql, parameters.Values, row => (
            new CopyPlace(row.TextOrNull(0), row.TextOrNull(1), row.TextOrNull(2), row.TextOrNull(3), row.TextOrNull(4)), row.Long(5),
            (IReadOnlyList<Key>)[.. row.Longs(6).Select(k => new Key(k)).Distinct()], (IReadOnlySet<Key>)row.Longs(7).Select(k => new Key(k)).ToHashSet()));
    }

    private async Task<(string Text, IReadOnlyList<string> Labels)?> SayAsync(IReadOnlyList<Key> contacts, IReadOnlySet<Key> keys, CancellationToken cancellation)
    {
        var sent = contacts.Select(dossiers.Open).OfType<Dossier>().SelectMany(d => d.Events)
            .Where(e => e.Event.Kind == EventKind.MessageSent && keys.Contains(e.Event.Message.IsNone ? e.Event.Id : e.Event.Message)).ToArray();
        var told = await personal.ReadAsync([.. sent.Select(e => e.Seq).Distinct()], cancellation).ConfigureAwait(false);
        var said = sent.Select(e => told.GetValueOrDefault((e.Seq, e.Item, e.Event.Id))).OfType<Event>()
            .Select(e => (Text: e.Personal?.Text ?? "", Labels: (e.Payload as MessagePayload)?.Buttons ?? []))
            .Where(e => e.Text.Length > 0).OrderBy(e => e.Text.Length).ThenBy(e => e.Text, StringComparer.Ordinal).ToArray();
        return said.Length == 0 ? null : said[said.Length / 2];
    }
}
