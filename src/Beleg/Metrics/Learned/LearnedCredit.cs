using System.Globalization;
using System.Text;

namespace Beleg.Metrics;

/// <summary>
/// The credits with a column for a data-driven model: each booking shared among its order's touches by learned weights, in whole minor
/// units that add up to it exactly. As in the fold, a touch holds the largest-remainder part of the order's net at each time, and a
/// booking gives or takes the difference.
/// </summary>
internal static class LearnedCredit
{
    /// <summary>The column of its money.</summary>
    public const string Column = "learned";

    /// <summary>Whether the touch has a weight.</summary>
    public const string Weighted = "learned_weight > 0";

    /// <summary>What stands in place of the credits after FROM.</summary>
    /// <param name="weights">What was learned.</param>
    /// <param name="concerned">Keeps the orders that the question concerns: a condition on credits.</param>
    public static string From(LearnedWeights weights, string concerned)
    {
        var said = string.Join(", ", weights.Channels.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Channel} {c.Share:0.####}")));
        return $"""
            ( /* {weights.Say.En} {said} */
            WITH given AS (
              SELECT * FROM credit WHERE "order" IN (SELECT "order" FROM credit WHERE {concerned})
            ), touched AS (
              SELECT "order", touch, touch_at, {Weight(weights)} AS weight, {JourneyReader.NameOf("given")} AS channel_name
              FROM given WHERE kind = 'order' AND touch IS NOT NULL
            ), shared AS (
              SELECT "order", touch, touch_at,
                CASE WHEN max(weight) OVER (PARTITION BY "order") > 0 THEN weight ELSE {LearnedWeights.Scale.ToString("0", CultureInfo.InvariantCulture)} END
                  // count(*) OVER (PARTITION BY "order", channel_name) AS weight
              FROM touched
            ), weighed AS (
              SELECT "order", touch, weight::hugeint AS weight, sum(weight) OVER (PARTITION BY "order")::hugeint AS whole,
                row_number() OVER (PARTITION BY "order" ORDER BY touch_at, touch) AS place
              FROM shared
            ), booked AS (
              SELECT "order", booking, any_value(kind) AS kind, any_value(booked_at) AS booked_at, sum(linear)::hugeint AS minor
              FROM given WHERE touch IS NOT NULL GROUP BY "order", booking
            ), running AS (
              SELECT "order", booking, minor, sum(minor) OVER (PARTITION BY "order" ORDER BY kind, booked_at, booking)::hugeint AS net FROM booked
            ), parts AS (
              SELECT "order", booking, touch, place, weight,
                net, abs(net) * weight // whole AS now, abs(net) * weight % whole AS now_rest,
                net - minor AS earlier, abs(net - minor) * weight // whole AS before, abs(net - minor) * weight % whole AS before_rest
              FROM running JOIN weighed USING ("order")
            ), ranked AS (
              SELECT *,
                row_number() OVER (PARTITION BY "order", booking ORDER BY now_rest DESC, place) <= abs(net) - sum(now) OVER (PARTITION BY "order", booking) AS now_more,
                row_number() OVER (PARTITION BY "order", booking ORDER BY before_rest DESC, place) <= abs(earlier) - sum(before) OVER (PARTITION BY "order", booking) AS before_more
              FROM parts
            ), learned_parts AS (
              SELECT "order", booking, touch, weight,
                (sign(net) * (now + now_more::int) - sign(earlier) * (before + before_more::int))::bigint AS cents
              FROM ranked
            )
            SELECT given.*, CASE WHEN given.touch IS NULL THEN given.linear ELSE learned_parts.cents END AS learned, coalesce(learned_parts.weight, 0)::bigint AS learned_weight
            FROM given LEFT JOIN learned_parts ON given."order" = learned_parts."order" AND given.booking = learned_parts.booking AND given.touch = learned_parts.touch
            )
            """;
    }

    // The names are labels of the program's own enumerations, never a request's.
    private static string Weight(LearnedWeights weights)
    {
        if (weights.Channels.Count == 0)
            return "0::bigint";
        var text = new StringBuilder("CASE ").Append(JourneyReader.NameOf("given"));
        foreach (var (channel, weight, _) in weights.Channels)
            text.Append(CultureInfo.InvariantCulture, $" WHEN '{channel}' THEN {weight}");
        return text.Append(" ELSE 0 END::bigint").ToString();
    }
}
