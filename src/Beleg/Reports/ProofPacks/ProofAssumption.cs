using Beleg.Metrics;
using NodaTime;

namespace Beleg.Reports.ProofPacks;

/// <summary>One number behind the financial figures, as it held at the month's end.</summary>
public sealed record ProofAssumption
{
    /// <summary>Its stable name.</summary>
    public required string Id { get; init; }

    /// <summary>What it says, in a few words.</summary>
    public required Words Name { get; init; }

    /// <summary>share, weeks, money per hour …</summary>
    public required string Unit { get; init; }

    /// <summary>Expected.</summary>
    public required decimal Value { get; init; }

    /// <summary>Cautious.</summary>
    public required decimal Low { get; init; }

    /// <summary>Optimistic.</summary>
    public required decimal High { get; init; }

    /// <summary>From 1; 0 is the product's default.</summary>
    public required int Version { get; init; }

    /// <summary>Nobody has set it: the product's cautious default stands in.</summary>
    public required bool Unset { get; init; }

    /// <summary>Who looks after it.</summary>
    public string? Owner { get; init; }

    /// <summary>Who in Finance agreed.</summary>
    public string? Approver { get; init; }

    /// <summary>First day it holds.</summary>
    public LocalDate? ValidFrom { get; init; }
}
