namespace Beleg.Reports.Experiments;

/// <summary>A difference with the interval that was agreed: for one look, or valid at any.</summary>
/// <param name="Value">The difference.</param>
/// <param name="Low">The lower end of its 95 % interval.</param>
/// <param name="High">The upper end.</param>
public sealed record ExperimentDifference(double Value, double Low, double High)
{
    /// <summary>The same for so many.</summary>
    public ExperimentDifference Times(double factor) => new(Value * factor, Low * factor, High * factor);
}
