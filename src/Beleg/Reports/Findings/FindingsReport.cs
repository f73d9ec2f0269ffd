using NodaTime;

namespace Beleg.Reports.Findings;

/// <summary>What all rules found in a period, the most money first.</summary>
public sealed record FindingsReport
{
    /// <summary>First day.</summary>
    public required LocalDate From { get; init; }

    /// <summary>The day after the last.</summary>
    public required LocalDate To { get; init; }

    /// <summary>The workspace's currency.</summary>
    public required string Currency { get; init; }

    /// <summary>What was found.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>What every rule looked for and how often it found it.</summary>
    public required IReadOnlyList<RuleOutcome> Rules { get; init; }

    /// <summary>
    /// Money of the period in major units, cautious, each place counted once with the greatest of its findings: two of one message are two
    /// views of the same loss. Null where nothing has an amount.
    /// </summary>
    public decimal? LowTotal => Total(m => m.Low);

    /// <summary>The same as expected.</summary>
    public decimal? BaseTotal => Total(m => m.Base);

    private decimal? Total(Func<FindingMoney, decimal> of)
    {
        var places = Findings.Where(f => f.Money is not null).GroupBy(f => f.Subject).Select(place => place.Max(f => of(f.Money!))).ToArray();
        return places.Length == 0 ? null : places.Sum();
    }
}
