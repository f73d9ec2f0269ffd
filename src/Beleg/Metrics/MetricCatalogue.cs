namespace Beleg.Metrics;

/// <summary>Every metric of the product, one embedded file each. The one place where a number is defined.</summary>
public sealed class MetricCatalogue
{
    private readonly Dictionary<string, Metric> byId;

    internal MetricCatalogue(IEnumerable<Metric> metrics)
    {
        All = [.. metrics.OrderBy(m => m.Level).ThenBy(m => m.Id, StringComparer.Ordinal)];
        byId = All.ToDictionary(m => m.Id, StringComparer.Ordinal);
    }

    /// <summary>The product's own.</summary>
    public static MetricCatalogue Default { get; } = new(Embedded().Select(MetricReader.Read));

    /// <summary>All of them: operational, outcome, financial, by id.</summary>
    public IReadOnlyList<Metric> All { get; }

    /// <summary>Looks a metric up; null where there is none.</summary>
    public Metric? Find(string id) => byId.GetValueOrDefault(id);

    /// <summary>The metrics a name asks for: one by its id, several by their family, none where it is unknown.</summary>
    public IReadOnlyList<Metric> Named(string name) =>
        Find(name) is { } metric ? [metric] : [.. All.Where(m => m.Family == name)];

    private static IEnumerable<string> Embedded()
    {
        var assembly = typeof(MetricCatalogue).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(IsDefinition).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return reader.ReadToEnd();
        }
    }

    private static bool IsDefinition(string name) =>
        name.Contains(".Metrics.Definitions.", StringComparison.Ordinal) && name.EndsWith(".yaml", StringComparison.Ordinal);
}
