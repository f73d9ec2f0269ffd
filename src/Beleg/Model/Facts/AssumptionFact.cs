using Beleg.Primitives;
using NodaTime;

namespace Beleg.Model;

/// <summary>One version of one assumption. Belongs to no contact.</summary>
public sealed record AssumptionFact
{
    /// <summary>The version.</summary>
    public required Key Assumption { get; init; }

    /// <summary>Stable name.</summary>
    public required string AssumptionId { get; init; }

    /// <summary>From 1, in order of validity, then of setting.</summary>
    public required int Version { get; init; }

    /// <summary>First day.</summary>
    public required LocalDate ValidFrom { get; init; }

    /// <summary>Base.</summary>
    public required decimal Value { get; init; }

    /// <summary>Cautious.</summary>
    public required decimal Low { get; init; }

    /// <summary>Optimistic.</summary>
    public required decimal High { get; init; }

    /// <summary>Unit.</summary>
    public string? Unit { get; init; }

    /// <summary>Where it comes from.</summary>
    public string? Basis { get; init; }

    /// <summary>Owner.</summary>
    public string? Owner { get; init; }

    /// <summary>Who in Finance agreed.</summary>
    public string? Approver { get; init; }

    /// <summary>When it was set.</summary>
    public required Instant SetAt { get; init; }
}
