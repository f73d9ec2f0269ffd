using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace Beleg.Metrics;

/// <summary>How figures come about.</summary>
/// <param name="Metrics">Their definitions.</param>
/// <param name="Statements">What was asked of the warehouse, in order.</param>
public sealed record MetricExplanation(IReadOnlyList<Metric> Metrics, IReadOnlyList<Statement> Statements)
{
    /// <summary>For reading: each definition, then each statement with its parameters as a comment, ready to be pasted into a shell.</summary>
    public string ToText()
    {
        var text = new StringBuilder();
        foreach (var metric in Metrics)
        {
            text.Append(CultureInfo.InvariantCulture, $"-- {metric.Id} (version {metric.Version}): {metric.Definition.En}\n");
            if (metric.Edges.En.Length > 0)
                text.Append(CultureInfo.InvariantCulture, $"-- {metric.Edges.En}\n");
        }

        foreach (var statement in Statements)
        {
            text.Append('\n');
            for (var i = 0; i < statement.Parameters.Count; i++)
                text.Append(CultureInfo.InvariantCulture, $"-- ${i + 1} = {Literal(statement.Parameters[i])}\n");
            text.Append(statement.Sql).Append(";\n");
        }

        return text.ToString();
    }

    private static string Literal(object? value) => value switch
    {
        null => "NULL",
        LocalDate day => LocalDatePattern.Iso.Format(day),
        Instant at => InstantPattern.ExtendedIso.Format(at),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
