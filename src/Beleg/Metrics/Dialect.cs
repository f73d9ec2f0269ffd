using Beleg.Primitives;

namespace Beleg.Metrics;

/// <summary>The few things that engines write differently. Everything else the composer writes is plain SQL.</summary>
internal abstract class Dialect
{
    /// <summary>A label of an enumeration, as a value of its type: compared as a number, not as a text.</summary>
    public abstract string Label(string type, string label);

    /// <summary>The n-th parameter, from 1, read as a type.</summary>
    public abstract string Parameter(int position, ParameterType type);

    /// <summary>A name that may be a reserved word.</summary>
    public abstract string Name(string identifier);

    /// <summary>The first day of the grain's piece that holds a day.</summary>
    public abstract string StartOf(Grain grain, string day);

    /// <summary>The day after the last of the grain's piece that begins on a day.</summary>
    public abstract string EndOf(Grain grain, string start);

    /// <summary>An aggregate over the rows that satisfy a condition; over all where there is none.</summary>
    public abstract string Over(string aggregate, string? condition);

    /// <summary>The smallest values of an expression at or above some ranks, exactly, as a list.</summary>
    public abstract string Quantiles(string expression, IReadOnlyList<decimal> ranks);

    /// <summary>An expression in a type wide enough for sums of squares of money.</summary>
    public abstract string Wide(string expression);
}
