using Beleg.Primitives;
using Beleg.Sources;
using NodaTime;

namespace Beleg.Model;

/// <summary>One line of the dated rate card. Belongs to no contact.</summary>
public sealed record MessageRateFact
{
    /// <summary>The line.</summary>
    public required Key Rate { get; init; }

    /// <summary>Channel.</summary>
    public required Channel Channel { get; init; }

    /// <summary>Calling code, or "*".</summary>
    public required string CountryCallingCode { get; init; }

    /// <summary>Billing category.</summary>
    public required MessageCategory Category { get; init; }

    /// <summary>First day.</summary>
    public required LocalDate ValidFrom { get; init; }

    /// <summary>Of one message, up to 6 decimals.</summary>
    public required decimal Price { get; init; }

    /// <summary>Its currency.</summary>
    public required string Currency { get; init; }

    /// <summary>In the workspace's currency; null where the rate is missing.</summary>
    public decimal? PriceInCurrency { get; init; }
}
