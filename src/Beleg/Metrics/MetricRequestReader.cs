using System.Globalization;
using Beleg.Primitives;

namespace Beleg.Metrics;

/// <summary>Reads a request from the words of an address or a command line. Everything that is wrong is said at once.</summary>
public sealed class MetricRequestReader
{
    /// <summary>The words that are no dimension.</summary>
    private static readonly string[] Words = ["metrics", "from", "to", "month", "by", "grain", "model", "basis", "compare", "intervals"];

    /// <summary>Three years of days: more is no trend that anybody reads.</summary>
    private const int MostPieces = 1_100;

    private readonly MetricCatalogue catalogue;
    private readonly Dictionary<string, string> given = new(StringComparer.Ordinal);
    private readonly List<string> problems = [];

    private MetricRequestReader(MetricCatalogue catalogue) => this.catalogue = catalogue;

    /// <summary>Reads a request.</summary>
    /// <param name="query">Names and values, such as <c>metrics=aov,csat</c>; a name given twice adds up, an empty value is not there.</param>
    /// <param name="catalogue">The metrics there are.</param>
    /// <param name="otherwise">The period where none is given.</param>
    /// <exception cref="UserErrorException">Something is wrong; the message lists all of it.</exception>
    public static MetricRequest Read(IEnumerable<KeyValuePair<string, string?>> query, MetricCatalogue catalogue, Period otherwise)
    {
        var problems = TryRead(query, catalogue, otherwise, out var request);
        return problems.Count == 0 ? request! : throw new UserErrorException(string.Join(' ', problems));
    }

    /// <summary>Reads a request; what is wrong with it, empty where nothing is. Does not throw on data.</summary>
    public static IReadOnlyList<string> TryRead(
        IEnumerable<KeyValuePair<string, string?>> query, MetricCatalogue catalogue, Period otherwise, out MetricRequest? request)
    {
        var reader = new MetricRequestReader(catalogue);
        reader.Take(query);
        var read = reader.Build(otherwise);
        request = reader.problems.Count == 0 ? read : null;
        return reader.problems;
    }

    private void Take(IEnumerable<KeyValuePair<string, string?>> query)
    {
        foreach (var (name, value) in query)
        {
            if (!Words.Contains(name) && Dimensions.Find(name) is null)
                problems.Add($"'{Short(name)}' is neither a setting ({string.Join(", ", Words)}) nor a dimension ({string.Join(", ", Dimensions.All.Select(d => d.Id))}).");
            else if (!string.IsNullOrWhiteSpace(value))
                given[name] = given.TryGetValue(name, out var before) ? $"{before},{value}" : value;
        }
    }

    private MetricRequest Build(Period otherwise)
    {
        var metrics = ReadMetrics();
        var by = List("by");
        foreach (var unknown in by.Where(d => Dimensions.Find(d) is null))
            problems.Add($"by: '{Short(unknown)}' is no dimension; there are {string.Join(", ", Dimensions.All.Select(d => d.Id))}.");
        MetricFilter[] filters = [.. given.Keys.Where(n => Dimensions.Find(n) is not null).Order(StringComparer.Ordinal).Select(Filter)];
        foreach (var metric in metrics)
        {
            foreach (var dimension in by.Concat(filters.Select(f => f.Dimension)).Distinct().Where(d => Dimensions.Find(d) is not null && !metric.Dimensions.Contains(d)))
                problems.Add($"{metric.Id} cannot be split or filtered by {dimension}; it knows {(metric.Dimensions.Count == 0 ? "no dimension" : string.Join(", ", metric.Dimensions))}.");
        }

        var period = ReadPeriod(otherwise);
        var grain = Choice<Grain?>("grain", null, ("none", null), ("day", Grain.Day), ("week", Grain.Week), ("month", Grain.Month), ("quarter", Grain.Quarter));
        if (grain is { } fine && period.Split(fine).Skip(MostPieces).Any())
            problems.Add($"grain: the period makes more than {MostPieces} pieces; ask for fewer days or a coarser grain.");
        return new MetricRequest
        {
            Metrics = metrics,
            Period = period,
            By = by,
            Grain = grain,
            Filters = filters,
            Model = Choice("model", "", [.. AttributionChoice.All.Select(m => (m.Id, m.Id))]),
            Basis = Choice("basis", EvidenceBasis.All, ("all", EvidenceBasis.All), ("conservative", EvidenceBasis.Conservative)),
            Compare = Choice("compare", Comparison.None, ("none", Comparison.None), ("previous", Comparison.Previous), ("year", Comparison.Year)),
            Intervals = Choice("intervals", true, ("true", true), ("false", false)),
        };
    }

    private List<Metric> ReadMetrics()
    {
        var metrics = new List<Metric>();
        var names = List("metrics");
        if (names.Count == 0)
            problems.Add("metrics: name at least one metric, such as metrics=revenue_per_chat.");
        foreach (var name in names)
        {
            var named = catalogue.Named(name);
            if (named.Count == 0)
                problems.Add($"metrics: there is no metric '{Short(name)}'{Nearest(name)}.");
            problems.AddRange(named.Where(m => !m.IsDue).Select(m => $"metrics: {m.Id} is planned; it waits for: {m.WaitsFor!.En}"));
            metrics.AddRange(named.Where(m => m.IsDue && !metrics.Contains(m)));
        }

        return metrics;
    }

    private Period ReadPeriod(Period otherwise)
    {
        var (from, to, month) = (given.GetValueOrDefault("from"), given.GetValueOrDefault("to"), given.GetValueOrDefault("month"));
        if (month is not null && from is null && to is null)
            (from, to) = (month, null);
        else if (month is not null)
            problems.Add("month: give either a month or from and to.");
        if (from is null && to is null)
            return otherwise;
        if (Period.TryParse(from, to, out var period))
            return period;
        problems.Add("from, to: give two days such as from=2026-01-01 and to=2026-02-01 (to is not inside and must be later), or month=2026-01.");
        return otherwise;
    }

    private MetricFilter Filter(string name)
    {
        var dimension = Dimensions.Find(name)!;
        var values = List(name).Select(v => v == "none" && dimension.Labels?.Contains("none") != true ? "" : v).ToArray();
        foreach (var value in values.Where(v => v.Length > 0 && dimension.Labels?.Contains(v) == false))
            problems.Add($"{name}: '{Short(value)}' is not one of {string.Join(", ", dimension.Labels!)}.");
        return new MetricFilter(name, values);
    }

    private T Choice<T>(string name, T otherwise, params (string Word, T Value)[] choices)
    {
        if (!given.TryGetValue(name, out var word))
            return otherwise;
        foreach (var choice in choices)
        {
            if (choice.Word == word)
                return choice.Value;
        }

        problems.Add($"{name}: '{Short(word)}' is not one of {string.Join(", ", choices.Select(c => c.Word))}.");
        return otherwise;
    }

    private List<string> List(string name) =>
        given.TryGetValue(name, out var text) ? [.. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct()] : [];

    private string Nearest(string name)
    {
        var stem = name.Split('_')[0];
        var near = catalogue.All.Where(m => m.IsDue && stem.Length > 2 && m.Id.Contains(stem, StringComparison.Ordinal)).Select(m => m.Id).Take(3).ToArray();
        return near.Length == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"; did you mean {string.Join(" or ", near)}?");
    }

    // What a request says is repeated to whoever sent it, but never at length.
    private static string Short(string text) => text.Length <= 60 ? text : text[..60] + "…";
}
