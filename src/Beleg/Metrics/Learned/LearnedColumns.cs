using System.Globalization;

namespace Beleg.Metrics;

/// <summary>The credits that learned weights give, as columns beside the credits: computed once of the same facts, then only read.</summary>
internal sealed class LearnedColumns(FactReader facts, LearnedWeights weights)
{
    private readonly Dictionary<Period, LearnedColumn> columns = [];

    /// <summary>What stands in place of the credits after FROM.</summary>
    /// <param name="period">The days of the question, by booking or by conversation.</param>
    /// <param name="concerned">The same as a condition on credits.</param>
    public string From(Period period, string concerned)
    {
        var column = Of(period);
        return string.Create(CultureInfo.InvariantCulture, $"""
            ( /* {weights.Say.En} */
            SELECT *, placed_value({column.Cents}, rowid, {LearnedColumn.Mark}) AS {LearnedCredit.Column}, placed_value({column.Weighted}, rowid, {LearnedColumn.Mark}) AS learned_weight
            FROM credit WHERE {concerned}
            )
            """);
    }

    private LearnedColumn Of(Period period)
    {
        lock (columns)
        {
            if (columns.TryGetValue(period, out var column))
                return column;
            var shelf = facts.Known("learned columns", () => new LearnedShelf());
            column = shelf.Take(weights, period) ?? shelf.Put(weights, period, LearnedCrediting.Read(facts, weights, period));
            facts.Hold(column);
            return columns[period] = column;
        }
    }
}
