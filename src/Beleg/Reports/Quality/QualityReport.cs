using NodaTime;

namespace Beleg.Reports.Quality;

/// <summary>How good a period's data are, and what that does to what may be claimed.</summary>
public sealed record QualityReport
{
    /// <summary>First day.</summary>
    public required LocalDate From { get; init; }

    /// <summary>The day after the last.</summary>
    public required LocalDate To { get; init; }

    /// <summary>What limits a claim, the gravest first.</summary>
    public required IReadOnlyList<ClaimLimit> Limits { get; init; }

    /// <summary>The metrics of data quality by id, those without a value too.</summary>
    public required IReadOnlyList<QualityFigure> Figures { get; init; }

    /// <summary>Sources that send nothing any more.</summary>
    public required IReadOnlyList<SilentSource> Silent { get; init; }
}
