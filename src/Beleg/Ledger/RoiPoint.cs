namespace Beleg.Ledger;

/// <summary>One way things could be: a value for each assumption, and how far what was measured may be off.</summary>
public sealed record RoiPoint
{
    /// <summary>Everything as expected and as measured.</summary>
    public static RoiPoint Base { get; } = new();

    /// <summary>The value of an assumption at this point.</summary>
    public Func<Assumption, decimal> Value { get; init; } = assumption => assumption.Value;

    /// <summary>Contained conversations over those that were counted.</summary>
    public decimal Containment { get; init; } = 1;

    /// <summary>Revenue over what was measured.</summary>
    public decimal Revenue { get; init; } = 1;

    /// <summary>The point of a scenario.</summary>
    public static RoiPoint Of(Scenario scenario) => new() { Value = assumption => assumption.In(scenario) };

    /// <summary>The same with one assumption at a value.</summary>
    public RoiPoint With(string assumption, decimal value)
    {
        var others = Value;
        return this with { Value = asked => asked.Id == assumption ? value : others(asked) };
    }
}
