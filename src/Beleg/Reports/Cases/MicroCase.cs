using Beleg.Ledger;
using Beleg.Metrics;
using NodaTime;

namespace Beleg.Reports.Cases;

/// <summary>One before-and-after, drafted from the data: context, inputs, change, what it comes to, and the business impact.</summary>
public sealed record MicroCase
{
    /// <summary>support, sales or flow.</summary>
    public required string Kind { get; init; }

    /// <summary>What it is about: the programme, or a flow.</summary>
    public required string Subject { get; init; }

    /// <summary>A headline.</summary>
    public required Words Title { get; init; }

    /// <summary>Where and since when.</summary>
    public required Words Context { get; init; }

    /// <summary>First day of the baseline.</summary>
    public required LocalDate BaselineFrom { get; init; }

    /// <summary>The day after its last.</summary>
    public required LocalDate BaselineTo { get; init; }

    /// <summary>First day of what is held against it.</summary>
    public required LocalDate From { get; init; }

    /// <summary>The day after its last.</summary>
    public required LocalDate To { get; init; }

    /// <summary>The numbers it rests on, measured and agreed.</summary>
    public required IReadOnlyList<CaseInput> Inputs { get; init; }

    /// <summary>The figures before and after.</summary>
    public required IReadOnlyList<CaseChange> Changes { get; init; }

    /// <summary>What the change comes to, worked out in the open.</summary>
    public required IReadOnlyList<Worked> Sums { get; init; }

    /// <summary>What it means for the business, in a sentence.</summary>
    public required Words Impact { get; init; }

    /// <summary>What must be said with it.</summary>
    public required IReadOnlyList<Words> Warnings { get; init; }
}
