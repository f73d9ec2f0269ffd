using System.Globalization;
using System.Text;

namespace Beleg.Metrics;

/// <summary>How figures come about.</summary>
/// <param name="Metrics">Their definitions.</param>
/// <param name="Statements">What was asked of the warehouse, in order.</param>
public sealed record MetricExplanation(IReadOnlyList<Metric> Metrics, IReadOnlyList<Statement> Statements)
{
    /// <summary>For reading: each definition, then each statement, ready to be pasted into a shell.</summary>
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
            text.Append('\n').Append(statement.ToText());
        return text.ToString();
    }
}
