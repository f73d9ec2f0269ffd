using Beleg.Metrics;

namespace Beleg.Reports.Growth;

/// <summary>What triggers look at, read once.</summary>
internal sealed record GrowthScene
{
    public const int MinSample = 30;

    /// <summary>Conversations of each channel, and how many of them were automated.</summary>
    public required IReadOnlyList<(string Channel, long All, long Automated)> Channels { get; init; }

    /// <summary>Conversations in which each intent was heard, and how many of them needed a person.</summary>
    public required IReadOnlyList<(string Intent, long All, long Human)> Intents { get; init; }

    /// <summary>Conversations in each language, and how many were not answered in it.</summary>
    public required IReadOnlyList<(string Language, long All, long Otherwise)> Languages { get; init; }

    public required MetricAnswer Figures { get; init; }

    public static GrowthScene Read(FactReader facts, Composition query, MetricAnswer figures)
    {
        var parameters = new SqlParameters(facts.Dialect);
        var (from, to) = (parameters.Take("from", ParameterType.Date, query.Period.From), parameters.Take("to", ParameterType.Date, query.Period.To));
        List<(string, long, long)> Ask(string sql) => facts.Rows(sql, parameters.Values, row => (row.Text(0), row.Long(1), row.Long(2)));
        return new GrowthScene
        {
            Channels = Ask($"SELECT channel, count(*), count(*) FILTER (WHERE automated) FROM conversation WHERE day >= {from} AND day < {to} AND inbound > 0 GROUP BY 1 ORDER BY 2 DESC, 1"),
            Intents = Ask($"""
                SELECT m.intent, count(DISTINCT c.conversation), count(DISTINCT c.conversation) FILTER (WHERE c.human_involved)
                FROM message AS m JOIN conversation AS c ON c.conversation = m.conversation
                WHERE m.day >= {from} AND m.day < {to} AND m.direction = 'inbound' AND m.intent IS NOT NULL
                GROUP BY 1 ORDER BY 2 DESC, 1
                """),
            Languages = Ask($"""
                SELECT language, count(*), count(*) FILTER (WHERE answered_language IS NOT NULL AND answered_language <> language)
                FROM conversation WHERE day >= {from} AND day < {to} AND language IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1
                """),
            Figures = figures,
        };
    }
}
