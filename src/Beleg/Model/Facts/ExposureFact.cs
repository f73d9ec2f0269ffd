using Beleg.Primitives;
using NodaTime;

namespace Beleg.Model;

/// <summary>First sight of a variation of an experiment by a contact.</summary>
public sealed record ExposureFact
{
    /// <summary>The exposure.</summary>
    public required Key Exposure { get; init; }

    /// <summary>The contact.</summary>
    public required Key Contact { get; init; }

    /// <summary>The experiment.</summary>
    public required string ExperimentId { get; init; }

    /// <summary>The variation.</summary>
    public required string VariationId { get; init; }

    /// <summary>When.</summary>
    public required Instant At { get; init; }

    /// <summary>Its day.</summary>
    public required LocalDate Day { get; init; }
}
