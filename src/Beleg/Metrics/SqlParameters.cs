namespace Beleg.Metrics;

/// <summary>Collects the parameters of one statement; the same value of the same name is one parameter.</summary>
internal sealed class SqlParameters(Dialect dialect)
{
    private readonly Dictionary<string, int> positions = new(StringComparer.Ordinal);
    private readonly List<object?> values = [];

    public IReadOnlyList<object?> Values => values;

    /// <summary>The values whose names are not among some, as one text.</summary>
    public string Without(IReadOnlyCollection<string> names) => string.Join('\n', positions.Where(p => !names.Contains(p.Key)).OrderBy(p => p.Value)
        .Select(p => $"{p.Key}={Convert.ToString(values[p.Value - 1], System.Globalization.CultureInfo.InvariantCulture)}"));

    /// <summary>What to write where the value is meant.</summary>
    public string Take(string name, ParameterType type, object? value)
    {
        if (!positions.TryGetValue(name, out var position))
        {
            values.Add(value);
            positions[name] = position = values.Count;
        }

        return dialect.Parameter(position, type);
    }
}
