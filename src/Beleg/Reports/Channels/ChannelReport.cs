using Beleg.Metrics;
using NodaTime;

namespace Beleg.Reports.Channels;

/// <summary>All attribution models of a period side by side, the two that learn from the journeys among them. Money in major units of the workspace's currency.</summary>
public sealed record ChannelReport
{
    /// <summary>First day.</summary>
    public required LocalDate From { get; init; }

    /// <summary>The day after the last.</summary>
    public required LocalDate To { get; init; }

    /// <summary>ISO 4217.</summary>
    public required string Currency { get; init; }

    /// <summary>The models' ids, in the order of the rows' money.</summary>
    public required IReadOnlyList<string> Models { get; init; }

    /// <summary>A channel each, most money by the default model first; what no touch was given stands last, its channel null.</summary>
    public required IReadOnlyList<ChannelRow> Rows { get; init; }

    /// <summary>The sums of each model: all the same, the orders less the refunds of the period.</summary>
    public required IReadOnlyList<decimal> Totals { get; init; }

    /// <summary>How many of the last channels a state of the Markov chain remembers.</summary>
    public required int Order { get; init; }

    /// <summary>Whether journeys that ended in nothing are part of the chain.</summary>
    public required bool WithNulls { get; init; }

    /// <summary>Journeys that ended in an order.</summary>
    public required long Converting { get; init; }

    /// <summary>Contacts whose touches led to no order.</summary>
    public required long Nulls { get; init; }

    /// <summary>What limits the two models that learn.</summary>
    public required IReadOnlyList<Words> Cautions { get; init; }
}
