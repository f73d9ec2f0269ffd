using Beleg.Ledger;
using Beleg.Metrics;
using Beleg.Primitives;

namespace Beleg.Reports.Findings;

/// <summary>
/// What conversations that go on are worth, by flow: the margin on conservative revenue credited to them, and the contacts a person was
/// spared. Cautious: only money of evidence A to C, its lower end as far down as few buyers demand.
/// </summary>
internal sealed class Worths
{
    private readonly IReadOnlyList<Row> rows;
    private readonly Assumption margin;
    private readonly Assumption wouldAsk;
    private readonly Assumption costOfContact;
    private readonly Currency currency;

    private Worths(IReadOnlyList<Row> rows, Assumption margin, Assumption wouldAsk, Assumption costOfContact, Currency currency) =>
        (this.rows, this.margin, this.wouldAsk, this.costOfContact, this.currency) = (rows, margin, wouldAsk, costOfContact, currency);

    public static Worths Read(FindingScene scene, Assumption margin, Assumption wouldAsk, Assumption costOfContact)
    {
        var rows = scene.Ask(
            _ => $$"""
                WITH talk AS (
                  SELECT flow_id, count(*) FILTER (WHERE NOT abandoned AND (NOT opener_visited OR opener_left)) AS kept,
                    count(*) FILTER (WHERE NOT human_involved AND NOT abandoned AND (human_after_ms IS NULL OR human_after_ms > {recontact_window})) AS verified
                  FROM conversation WHERE {{FindingScene.Days}} AND automated GROUP BY flow_id
                ), buyer AS (
                  SELECT flow_id, contact, sum({model}) AS earned FROM credit
                  WHERE is_chat AND {conservative} AND conversation_automated AND conversation_day >= {bucket_from} AND conversation_day < {bucket_to}
                  GROUP BY flow_id, contact
                ), money AS (
                  SELECT flow_id, sum(earned)::DOUBLE AS earned, sum(earned::DOUBLE * earned::DOUBLE) AS squares FROM buyer GROUP BY flow_id
                )
                SELECT t.flow_id, t.kept, t.verified, coalesce(m.earned, 0), coalesce(m.squares, 0)
                FROM talk AS t LEFT JOIN money AS m ON m.flow_id IS NOT DISTINCT FROM t.flow_id
                ORDER BY ALL
                """,
            row => new Row(row.TextOrNull(0), row.Long(1), row.Long(2), (double)FactReader.Number(row, 3)!, (double)FactReader.Number(row, 4)!));
        return new Worths(rows, margin, wouldAsk, costOfContact, scene.Currency);
    }

    /// <summary>Of a flow; of all conversations where the flow has too few; null where nothing is known of any.</summary>
    public Worth? Of(string? flow) =>
        Of(rows.Where(r => r.Flow == flow)) ?? Of(rows);

    private Worth? Of(IEnumerable<Row> some)
    {
        var all = some.Aggregate(new Row(null, 0, 0, 0, 0), (sum, r) => new Row(null, sum.Kept + r.Kept, sum.Verified + r.Verified, sum.Earned + r.Earned, sum.Squares + r.Squares));
        if (all.Kept < FindingRule.MinSample)
            return null;
        var earned = new Money((long)all.Earned, currency).ToMajor();
        var error = new RoiUncertainty(null, RoiUncertainty.ErrorOf(all.Earned, all.Squares));
        decimal Each(Scenario scenario, decimal revenue) =>
            (earned * revenue * margin.In(scenario) + all.Verified * wouldAsk.In(scenario) * costOfContact.In(scenario)) / all.Kept;
        var (low, middle, high) = (Each(Scenario.Low, error.RevenueLow), Each(Scenario.Base, 1), Each(Scenario.High, error.RevenueHigh));
        if (middle <= 0)
            return null;
        return new Worth(low, middle, high, Says(earned, all), (earned > 0 && margin.IsUnset) || (costOfContact.Value > 0 && wouldAsk.IsUnset));
    }

    private Words Says(decimal earned, Row all) => ReportLanguage.Say(l =>
    {
        var revenue = earned == 0 ? null : l.Pick($"{l.Money(earned, currency)} of evidence A to C × {l.Share(margin.Value, 0)} margin", $"{l.Money(earned, currency)} mit Nachweis A bis C × {l.Share(margin.Value, 0)} Deckungsbeitrag");
        var saved = costOfContact.Value == 0 ? null : l.Pick(
            $"{l.Count(all.Verified)} contacts × {l.Share(wouldAsk.Value, 0)} × {l.Money(costOfContact.Value, currency)}", $"{l.Count(all.Verified)} Kontakte × {l.Share(wouldAsk.Value, 0)} × {l.Money(costOfContact.Value, currency)}");
        var sum = string.Join(" + ", new[] { revenue, saved }.OfType<string>());
        return l.Pick($"({sum}) ÷ {l.Count(all.Kept)} conversations that went on", $"({sum}) ÷ {l.Count(all.Kept)} Unterhaltungen, die weitergingen");
    });

    private sealed record Row(string? Flow, long Kept, long Verified, double Earned, double Squares);
}
