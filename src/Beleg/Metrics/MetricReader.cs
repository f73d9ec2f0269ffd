namespace Beleg.Metrics;

/// <summary>Turns definition files into metrics, and says everything that is wrong with one at once.</summary>
internal static class MetricReader
{
    /// <summary>Reads one file.</summary>
    /// <exception cref="InvalidOperationException">The file does not define a metric: a mistake of the product's own, found by its tests.</exception>
    public static Metric Read(string text)
    {
        var yaml = MetricYaml.Read(text);
        var problems = Problems(yaml).ToArray();
        if (problems.Length > 0)
            throw new InvalidOperationException($"Metric '{yaml.Id}': {string.Join(' ', problems)}");
        var formula = yaml.Numerator is null ? null : new Formula
        {
            Numerator = yaml.Numerator.Against(yaml.Of),
            Denominator = yaml.Denominator?.Against(yaml.Of),
            Open = yaml.Open?.Against(yaml.Of),
            OpenIsOut = yaml.OpenIsOut,
            OpenTop = yaml.OpenTop?.Against(yaml.Of),
            DenominatorIsSample = yaml.DenominatorIsSample,
            Scale = yaml.Scale,
            Interval = yaml.Interval,
        };
        MetricPart[] parts = [.. yaml.Parts.Select(p => Part(p.Key, p.Value))];
        return new Metric
        {
            Id = yaml.Id,
            Version = yaml.Version,
            IsDue = yaml.Status == "due",
            WaitsFor = yaml.WaitsFor?.ToWords(),
            Family = yaml.Family,
            Name = yaml.Name!.ToWords(),
            Definition = yaml.Definition!.ToWords(),
            Why = yaml.Why!.ToWords(),
            Edges = yaml.Edges?.ToWords() ?? new Words("", ""),
            Warning = yaml.Warning?.ToWords(),
            Unit = yaml.Unit,
            Good = yaml.Good,
            Pillar = yaml.Pillar,
            Level = yaml.Level,
            Owner = yaml.Owner,
            Source = yaml.Source,
            Frequency = yaml.Frequency,
            Target = yaml.Target,
            MinSample = yaml.MinSample,
            AnchorEntity = yaml.Anchor!.Entity,
            AnchorTime = yaml.Anchor.Time,
            Basis = yaml.Basis,
            Dimensions = yaml.Dimensions ?? Shared([.. formula?.Measures ?? [], .. parts.SelectMany(p => p.Formula?.Measures ?? [])]),
            Split = yaml.Split,
            Ranked = yaml.Ranked,
            Formula = formula,
            Parts = parts,
            Calculation = yaml.Calculation,
            Interval = yaml.Interval,
        };
    }

    private static MetricPart Part(string id, MetricYaml.PartYaml yaml) => new(id, yaml.Name!.ToWords(), yaml.Unit, yaml.Numerator is null ? null : new Formula
    {
        Numerator = yaml.Numerator.Against(yaml.Of),
        Denominator = yaml.Denominator?.Against(yaml.Of),
        Scale = yaml.Scale,
        Interval = yaml.Interval,
    });

    // A metric may be split by what all of its facts know; else its numerator and denominator would not meet.
    private static List<string> Shared(IReadOnlyList<Measure> measures)
    {
        var facts = measures.Select(m => m.Fact).Distinct().ToArray();
        return facts.Length == 0 ? [] : [.. Metrics.Dimensions.All.Select(d => d.Id).Where(id => facts.All(f => FactScans.All[f].Dimensions.ContainsKey(id)))];
    }

    private static IEnumerable<string> Problems(MetricYaml yaml)
    {
        if (yaml.Id.Length == 0)
            yield return "It has no id.";
        if (yaml.Version < 1)
            yield return "Its version must be 1 or more.";
        if (yaml.Status is not ("due" or "planned"))
            yield return "Its status is due or planned.";
        if (yaml.Status == "planned" && yaml.WaitsFor is null)
            yield return "It is planned and does not say what it waits for.";
        if (yaml.Status == "due" && yaml.Numerator is null == yaml.Calculation is null)
            yield return "It needs a numerator or the name of a calculation, not both.";
        if (yaml.Anchor is null)
            yield return "It has no anchor.";
        if (yaml.Calculation is null && yaml.Parts.Values.Any(p => p.Numerator is null))
            yield return "A part without a numerator needs a calculation that finds it.";
        foreach (var (what, words) in new[] { ("name", yaml.Name), ("definition", yaml.Definition), ("why", yaml.Why) })
        {
            if (words is null || words.En.Length == 0 || words.De.Length == 0)
                yield return $"Its {what} must be there in English and German.";
        }

        foreach (var (measure, of) in new[] { yaml.Numerator, yaml.Denominator, yaml.Open, yaml.OpenTop }.Select(m => (m, yaml.Of ?? yaml.Numerator))
            .Concat(yaml.Parts.Values.SelectMany(p => new[] { p.Numerator, p.Denominator }.Select(m => (m, p.Of ?? p.Numerator)))))
        {
            if (measure?.Against(of ?? measure) is { Fact: "" })
                yield return "A measure names no fact.";
        }
    }
}
