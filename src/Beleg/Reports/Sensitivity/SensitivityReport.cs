using Beleg.Ledger;
using Beleg.Metrics;
using NodaTime;

namespace Beleg.Reports.Sensitivity;

/// <summary>How sure a period's return on investment is, in figures and in words.</summary>
public sealed record SensitivityReport
{
    /// <summary>First day.</summary>
    public required LocalDate From { get; init; }

    /// <summary>The day after the last.</summary>
    public required LocalDate To { get; init; }

    /// <summary>The workspace's currency.</summary>
    public required string Currency { get; init; }

    /// <summary>Which orders' money counts.</summary>
    public required EvidenceBasis Basis { get; init; }

    /// <summary>Value less cost with all at base, major units.</summary>
    public required decimal Net { get; init; }

    /// <summary>What the programme cost, major units.</summary>
    public required decimal Cost { get; init; }

    /// <summary>The figures; null where the programme cost nothing, since there is no return then.</summary>
    public RoiSensitivity? Roi { get; init; }

    /// <summary>What each driver is called and its two ends in words, in the order of the drivers.</summary>
    public required IReadOnlyList<DriverWords> Drivers { get; init; }

    /// <summary>Where the return turns, a sentence each, the thing nearest to its turn first.</summary>
    public required IReadOnlyList<Words> Turns { get; init; }

    /// <summary>The whole in one sentence.</summary>
    public required Words Summary { get; init; }

    /// <summary>How it was found.</summary>
    public required Words Method { get; init; }
}
