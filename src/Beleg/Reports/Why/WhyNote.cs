using Beleg.Metrics;
using Beleg.Statistics;

namespace Beleg.Reports.Why;

/// <summary>Why a figure changed: the parts of its change and a sentence drafted from them. Computed, never written by a person.</summary>
public sealed record WhyNote
{
    /// <summary>What part of the first page it explains; null where it is about a figure of its own.</summary>
    public WhySubject? Subject { get; init; }

    /// <summary>The figure.</summary>
    public required Metric Metric { get; init; }

    /// <summary>What its change is taken apart by: step, flow, channel, entry_point, or component of the value; null where refused.</summary>
    public string? Dimension { get; init; }

    /// <summary>The parts; null where refused.</summary>
    public Drivers? Drivers { get; init; }

    /// <summary>Why there is no sentence; null where there is one.</summary>
    public WhyRefusal? Refusal { get; init; }

    /// <summary>The smaller number of cases of the two periods, where that is why.</summary>
    public decimal? Cases { get; init; }

    /// <summary>Whether the value before lies inside the interval of the value now: chance explains as much.</summary>
    public bool MayBeChance { get; init; }

    /// <summary>A second figure's note whose sentence follows this one's: the steps that moved; null where there is none.</summary>
    public WhyNote? Further { get; init; }

    /// <summary>The draft, or why there is none.</summary>
    public required Words Text { get; init; }
}
