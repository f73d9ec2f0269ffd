using System.Globalization;
using Beleg.Metrics;
using Beleg.Primitives;
using Beleg.Statistics.Experiments;
using Beleg.Warehouse;

namespace Beleg.Reports.Experiments;

/// <summary>Compares contacts with a chat to contacts without, and offers to match them on what they did before.</summary>
public static class ChatComparisonReader
{
    // Half a year: long enough that a customer who comes back every few months is seen to.
    private const int DaysBefore = 180;

    private static readonly Words warning = new(
        "This is a comparison, not a cause: whoever chats may have wanted to buy anyway. Matching takes out what was known of them before, and nothing else. Only a hold-out measures.",
        "Das ist ein Vergleich, keine Ursache: Wer chattet, wollte vielleicht ohnehin kaufen. Das Abgleichen nimmt heraus, was man vorher von ihnen wusste, und sonst nichts. Nur ein Vergleichsteil misst.");

    /// <summary>Reads it.</summary>
    /// <exception cref="WarehouseUnavailableException">The facts are being rebuilt.</exception>
    public static Task<ChatComparison> ReadAsync(MetricEngine engine, WorkspaceWarehouse warehouse, MetricSettings settings, Period period, CancellationToken cancellation) =>
        engine.ReadAsync(warehouse, facts => Read(facts, settings, period), cancellation);

    internal static ChatComparison Read(FactReader facts, MetricSettings settings, Period period)
    {
        var parameters = new SqlParameters(facts.Dialect);
        var (from, to) = (parameters.Take("from", ParameterType.Date, period.From), parameters.Take("to", ParameterType.Date, period.To));
        var before = $"{from} - {DaysBefore.ToString(CultureInfo.InvariantCulture)}";
        var rows = facts.Rows(
            $"""
            WITH known AS (
              SELECT contact FROM orders WHERE day < {from} UNION SELECT contact FROM conversation WHERE day < {from}
            ), chatted AS (
              SELECT DISTINCT contact FROM conversation WHERE automated AND day >= {from} AND day < {to}
            ), spent AS (
              SELECT contact, sum(CASE WHEN day >= {from} THEN net_minor ELSE 0 END) AS y, sum(CASE WHEN day < {from} THEN net_minor ELSE 0 END) AS x,
                count(*) FILTER (WHERE day < {from} AND net_minor > 0) AS orders
              FROM orders WHERE state = 'counted' AND day >= {before} AND day < {to} GROUP BY contact
            ), each AS (
              SELECT c.contact IS NOT NULL AS chat, least(coalesce(s.orders, 0), 2) AS stratum, coalesce(s.y, 0)::double AS y, coalesce(s.x, 0)::double AS x
              FROM known AS k LEFT JOIN chatted AS c ON c.contact = k.contact LEFT JOIN spent AS s ON s.contact = k.contact
            )
            SELECT chat, stratum::bigint, count(*), sum(y), sum(y * y), sum(y * x), sum(x), sum(x * x) FROM each GROUP BY ALL ORDER BY ALL
            """,
            parameters.Values,
            row => new Row(row.Value(0) is true, row.Long(1), row.Long(2), row.Double(3), row.Double(4), row.Double(5), row.Double(6), row.Double(7)));
        ArmSums Of(Func<Row, bool> which)
        {
            var some = rows.FindAll(row => which(row));
            var contacts = some.Sum(r => r.Contacts);
            return ArmSums.Of(contacts, (some.Sum(r => r.Y), some.Sum(r => r.Yy), some.Sum(r => r.Y), some.Sum(r => r.Yx)), (contacts, contacts), (some.Sum(r => r.X), some.Sum(r => r.Xx)));
        }

        var (without, with) = (Of(row => !row.Chat), Of(row => row.Chat));
        var minor = (double)new Money(1, Currency.Find(settings.Currency)).ToMajor();
        ExperimentDifference? Test(Effect? effect) => effect is { } known && FixedHorizon.TwoSided(known) is { } test ? new ExperimentDifference(known.Value, test.Low, test.High).Times(minor) : null;
        var matched = Stratification.Compare(rows.Select(row => row.Stratum).Distinct().Select(stratum => (Of(row => !row.Chat && row.Stratum == stratum), Of(row => row.Chat && row.Stratum == stratum))));
        return new ChatComparison
        {
            From = period.From,
            To = period.To,
            With = with.Contacts,
            Without = without.Contacts,
            Currency = settings.Currency,
            Plain = Test(without.Mean() is { } a && with.Mean() is { } b ? Effect.Absolute(a, b) : null),
            Adjusted = Test(ArmSums.Cuped(without, with) is { } cuped ? Effect.Absolute(cuped.A, cuped.B) : null),
            Matched = Test(matched?.Effect),
            Unmatched = matched?.Unmatched,
            Warning = warning,
        };
    }

    private sealed record Row(bool Chat, long Stratum, long Contacts, double Y, double Yy, double Yx, double X, double Xx);
}
