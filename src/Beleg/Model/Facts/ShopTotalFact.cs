using Beleg.Primitives;
using NodaTime;

namespace Beleg.Model;

/// <summary>The shop's own total for a period. Belongs to no contact.</summary>
public sealed record ShopTotalFact
{
    /// <summary>The line.</summary>
    public required Key Total { get; init; }

    /// <summary>The shop.</summary>
    public required string Shop { get; init; }

    /// <summary>First day.</summary>
    public required LocalDate FromDay { get; init; }

    /// <summary>Day after the last.</summary>
    public required LocalDate ToDay { get; init; }

    /// <summary>In the workspace's currency; null where the rate is missing.</summary>
    public long? AmountMinor { get; init; }

    /// <summary>Number of orders.</summary>
    public int? Orders { get; init; }
}
