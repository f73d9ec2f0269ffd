namespace Beleg.Metrics.Calculations;

/// <summary>Metrics that are more than one quotient: they read the ledger, or look at two ends of a period.</summary>
internal abstract class MetricCalculation
{
    private static readonly MetricCalculation[] All =
    [
        new RetentionCalculation(), new WinbackCalculation(), new CostCalculation(), new ProgrammeCalculation(), new SilenceCalculation(),
        new LifetimeCalculation(), new UpliftCalculation(), new CoverageCalculation(), new ForecastCalculation(), new ConsentCalculation(),
    ];

    /// <summary>Its name in definitions.</summary>
    public abstract string Name { get; }

    /// <summary>The calculation of a name.</summary>
    /// <exception cref="InvalidOperationException">A definition names one that is not there.</exception>
    public static MetricCalculation Named(string name) =>
        Array.Find(All, c => c.Name == name) ?? throw new InvalidOperationException($"There is no calculation '{name}'.");

    /// <summary>Computes all of its metrics that were asked for.</summary>
    public abstract IReadOnlyDictionary<string, Calculated> Calculate(
        IReadOnlyList<Metric> metrics, Composition query, FactReader facts, FigureComposer figures);
}
