namespace Beleg.Metrics;

/// <summary>A numerator, a denominator where there is one, and what lies between them and the value.</summary>
internal sealed record Formula
{
    /// <summary>Above the line.</summary>
    public required Measure Numerator { get; init; }

    /// <summary>Below the line; none for a count, an amount or a quantile.</summary>
    public Measure? Denominator { get; init; }

    /// <summary>How many of the denominator (or of the numerator where there is none) may still change as time passes.</summary>
    public Measure? Open { get; init; }

    /// <summary>What is open is not in the denominator yet.</summary>
    public bool OpenIsOut { get; init; }

    /// <summary>How many of the numerator cannot be judged yet and are out of it, where what is open is out of the denominator too.</summary>
    public Measure? OpenTop { get; init; }

    /// <summary>The denominator tells how many things the numerator was taken from; nothing is divided.</summary>
    public bool DenominatorIsSample { get; init; }

    /// <summary>The quotient is multiplied by it: 100 for the net promoter score.</summary>
    public int Scale { get; init; } = 1;

    /// <summary>How its uncertainty is estimated.</summary>
    public IntervalRule Interval { get; init; }

    /// <summary>The measures, those that are there.</summary>
    public IEnumerable<Measure> Measures
    {
        get
        {
            yield return Numerator;
            if (Denominator is not null)
                yield return Denominator;
            if (Open is not null)
                yield return Open;
            if (OpenTop is not null)
                yield return OpenTop;
        }
    }
}
