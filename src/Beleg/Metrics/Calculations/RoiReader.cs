using Beleg.Ledger;
using Beleg.Statistics;

namespace Beleg.Metrics.Calculations;

/// <summary>Reads what return on investment of a period rests on: the same conversations, revenue, costs and assumptions as the figure itself.</summary>
internal static class RoiReader
{
    /// <summary>The return as a function, and how far what was measured may be off.</summary>
    public static (RoiModel Model, RoiUncertainty Measured) Read(FactReader facts, Composition query)
    {
        var values = new ProgrammeValues(ProgrammeBooks.Read(facts, query), FlowOutcomes.Read(facts, query), query.Settings);
        var model = values.Model(query.Period);
        return (model, Error(model, facts, query));
    }

    /// <summary>How far off what was measured of a period may be.</summary>
    /// <param name="model">What it rests on.</param>
    /// <param name="facts">The facts.</param>
    /// <param name="query">The period, the model and the evidence.</param>
    /// <param name="part">What narrows it to a part of the programme; none for the whole.</param>
    public static RoiUncertainty Error(RoiModel model, FactReader facts, Composition query, IReadOnlyList<MetricFilter>? part = null) =>
        new(ConfidenceInterval.Wilson(model.Contained, model.Automated), RevenueError(facts, query, part ?? []));

    private static decimal RevenueError(FactReader facts, Composition query, IReadOnlyList<MetricFilter> part)
    {
        var scan = FactScans.All["credit"];
        var parameters = new SqlParameters(facts.Dialect);
        var words = new Placeholders(query, facts.Dialect, parameters, "day");
        var column = query.Settings.ValueInfluenced ? "influenced" : "{model}";
        var within = string.Concat(part.Select(filter => $" AND {Composer.Filter(scan.Dimensions[filter.Dimension], filter, parameters)}"));
        var sql = words.Fill($$"""
            SELECT coalesce(sum(earned), 0)::DOUBLE, coalesce(sum(earned::DOUBLE * earned::DOUBLE), 0)
            FROM (
              SELECT contact, sum({{column}}) AS earned
              FROM {{query.From(scan, "day", parameters)}}
              WHERE is_chat AND {evidence} AND day >= {{parameters.Take("from", ParameterType.Date, query.Period.From)}} AND day < {{parameters.Take("to", ParameterType.Date, query.Period.To)}}{{within}}
              GROUP BY contact
            ) AS buyers
            """);
        return facts.Rows(sql, parameters.Values, row => RoiUncertainty.ErrorOf((double)FactReader.Number(row, 0)!, (double)FactReader.Number(row, 1)!)).Single();
    }
}
