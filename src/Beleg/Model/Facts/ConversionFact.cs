using Beleg.Primitives;
using NodaTime;

namespace Beleg.Model;

/// <summary>One conversion that is no order.</summary>
public sealed record ConversionFact
{
    /// <summary>The conversion.</summary>
    public required Key Conversion { get; init; }

    /// <summary>The visitor.</summary>
    public required Key Contact { get; init; }

    /// <summary>The visit; none.</summary>
    public required Key Visit { get; init; }

    /// <summary>When.</summary>
    public required Instant At { get; init; }

    /// <summary>Its day.</summary>
    public required LocalDate Day { get; init; }

    /// <summary>trial, install, sign_up, booking …</summary>
    public required string Type { get; init; }

    /// <summary>Value in the workspace's currency.</summary>
    public long? AmountMinor { get; init; }

    /// <summary>As on the visit.</summary>
    public required bool WithChat { get; init; }
}
