namespace Beleg.Metrics;

/// <summary>Collects the parameters of one statement; the same value of the same name is one parameter.</summary>
internal sealed class SqlParameters(Dialect dialect)
{
    private readonly Dictionary<string, int> positions = new(StringComparer.Ordinal);
    private readonly List<object?> values = [];

    public IReadOnlyList<object?> Values => values;

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
