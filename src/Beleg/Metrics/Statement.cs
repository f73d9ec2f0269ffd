using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace Beleg.Metrics;

/// <summary>One statement as it was run.</summary>
/// <param name="Sql">Its text.</param>
/// <param name="Parameters">Its values, from $1 on.</param>
public sealed record Statement(string Sql, IReadOnlyList<object?> Parameters)
{
    /// <summary>For reading: a comment for each parameter, then the text.</summary>
    public string ToText()
    {
        var text = new StringBuilder();
        for (var i = 0; i < Parameters.Count; i++)
            text.Append(CultureInfo.InvariantCulture, $"-- ${i + 1} = {Literal(Parameters[i])}\n");
        return text.Append(Sql).Append(";\n").ToString();
    }

    private static string Literal(object? value) => value switch
    {
        null => "NULL",
        LocalDate day => $"DATE '{LocalDatePattern.Iso.Format(day)}'",
        Instant at => $"TIMESTAMP '{at.ToString("uuuu-MM-dd HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture)}'",
        string text => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
