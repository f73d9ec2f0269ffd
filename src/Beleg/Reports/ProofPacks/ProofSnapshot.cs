using System.Text.Json.Serialization;
using Beleg.Metrics;
using Beleg.Primitives;
using NodaTime;

namespace Beleg.Reports.ProofPacks;

/// <summary>One month's proof: every figure a rendering may show, frozen. HTML, PDF and files are renderings of it and compute nothing.</summary>
public sealed record ProofSnapshot
{
    /// <summary>Shape of this record; raised when a field changes its meaning.</summary>
    public int Schema { get; init; } = 1;

    /// <summary>Version of the program that drafted it.</summary>
    public required string Software { get; init; }

    /// <summary>Name of the workspace.</summary>
    public required string Workspace { get; init; }

    /// <summary>Whose proof it is, as people call them.</summary>
    public required string Brand { get; init; }

    /// <summary>The month.</summary>
    public required YearMonth Month { get; init; }

    /// <summary>From 1; a later one of the same month says what it restates.</summary>
    public required int Revision { get; init; }

    /// <summary>Channels with automated conversations in the month, busiest first.</summary>
    public required IReadOnlyList<string> Channels { get; init; }

    /// <summary>Currency of all money, ISO 4217. Money is in major units.</summary>
    public required string Currency { get; init; }

    /// <summary>Zone of days and months, IANA.</summary>
    public required string Zone { get; init; }

    /// <summary>What lies in an order's revenue.</summary>
    public required Words RevenueBasis { get; init; }

    /// <summary>Attribution model of the attributed figures.</summary>
    public required string Model { get; init; }

    /// <summary>How far before an order a touch may lie, N × 24 h.</summary>
    public required int LookBackDays { get; init; }

    /// <summary>Days of single channels and kinds of touches where they differ, such as campaign_read=3, whatsapp.click=14; empty where none does.</summary>
    public string LookBackWindows { get; init; } = "";

    /// <summary>Time of the last event that is in it; null where there is none.</summary>
    public required Instant? CutOff { get; init; }

    /// <summary>Whether every window has passed, so that no figure can still change by waiting.</summary>
    public required bool Final { get; init; }

    /// <summary>The figures, in reading order.</summary>
    public required IReadOnlyList<ProofFigure> Figures { get; init; }

    /// <summary>Net value of this month and those before, oldest first, on cautious assumptions.</summary>
    public required IReadOnlyList<ProofMonth> Trend { get; init; }

    /// <summary>Attributed revenue by how sure it is, A to E.</summary>
    public required IReadOnlyList<ProofGrade> Evidence { get; init; }

    /// <summary>Where every cent of the shops went.</summary>
    public required Reconciliation Reconciliation { get; init; }

    /// <summary>The numbers somebody answers for, with their versions.</summary>
    public required IReadOnlyList<ProofAssumption> Assumptions { get; init; }

    /// <summary>What went well, at most three, each with what it means for the business, drafted from the figures.</summary>
    public required IReadOnlyList<ProofPoint> Wins { get; init; }

    /// <summary>What to look at, at most three, drafted from the figures.</summary>
    public required IReadOnlyList<ProofPoint> Risks { get; init; }

    /// <summary>What to try next, at most three, the largest expected gain first.</summary>
    public IReadOnlyList<ProofExperiment> Experiments { get; init; } = [];

    /// <summary>Three or four points: where it goes, what might go wrong, what to decide.</summary>
    public IReadOnlyList<ProofComment> Commentary { get; init; } = [];

    /// <summary>Where money is lost, the most first: what experiments cite.</summary>
    public IReadOnlyList<ProofFinding> Findings { get; init; } = [];

    /// <summary>What the data do not allow to say, the gravest first.</summary>
    public IReadOnlyList<ProofLimit> Limits { get; init; } = [];

    /// <summary>What the time ahead is worth; null where the past is too short to tell.</summary>
    public ProofOutlook? Outlook { get; init; }

    /// <summary>Experiments that were agreed and are ahead or running, the running ones first.</summary>
    public IReadOnlyList<ProofPlan> Plans { get; init; } = [];

    /// <summary>Agreed experiments with a group to compare with, and what they came to in this month.</summary>
    public IReadOnlyList<ProofTrial> Trials { get; init; } = [];

    /// <summary>The texts above that a person wrote, with what had been drafted in their place.</summary>
    public IReadOnlyList<ProofEditedText> Edits { get; init; } = [];

    /// <summary>Link to the living figures; null for a draft.</summary>
    public ProofLive? Live { get; init; }

    /// <summary>Address of the server that published it: its <c>/verify/HASH</c> says whether it did. Null for a draft.</summary>
    public string? Address { get; init; }

    /// <summary>Figures of earlier proofs that have changed since they were published.</summary>
    public required IReadOnlyList<ProofRestatement> Restated { get; init; }

    /// <summary>A figure by its metric; null where it is not in the proof.</summary>
    public ProofFigure? Find(string metric) => Figures.FirstOrDefault(f => f.Metric == metric);

    /// <summary>A figure by its path, metric and segment; null where it is not in the proof.</summary>
    public ProofFigure? FindPath(string path) => Figures.FirstOrDefault(f => f.Path == path);

    /// <summary>The currency of all money.</summary>
    [JsonIgnore]
    public Currency Money => Primitives.Currency.Find(Currency);
}
