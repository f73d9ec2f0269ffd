using Beleg.Metrics;
using NodaTime;

namespace Beleg.Reports.Cases;

/// <summary>A month's befores and afters.</summary>
public sealed record CasesReport
{
    /// <summary>First day of the month shown.</summary>
    public required LocalDate From { get; init; }

    /// <summary>The day after its last.</summary>
    public required LocalDate To { get; init; }

    /// <summary>When the programme began; null where nothing says so.</summary>
    public ProgrammeStart? Programme { get; init; }

    /// <summary>The cases.</summary>
    public required IReadOnlyList<MicroCase> Cases { get; init; }

    /// <summary>Which cases could not be drafted, and what they need.</summary>
    public required IReadOnlyList<Words> Missing { get; init; }
}
