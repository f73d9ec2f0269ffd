using System.Text.Json.Serialization;
using Beleg.Metrics;
using Beleg.Sources;
using Beleg.Statistics.Experiments;

namespace Beleg.Reports.Experiments;

/// <summary>An experiment as people agreed, started, stopped and decided it.</summary>
public sealed record PlannedExperiment
{
    /// <summary>Its id in events and the seed of its assignment.</summary>
    public required string Id { get; init; }

    /// <summary>What was agreed; the last word before the start.</summary>
    public required ExperimentPlanPayload Plan { get; init; }

    /// <summary>What is believed, as it is read; the plan holds it as it was written.</summary>
    [JsonIgnore]
    public Words Says => Words.Said(Plan.Statement, Plan.StatementDe);

    /// <summary>How far it is.</summary>
    public required ExperimentState State { get; init; }

    /// <summary>What was done, the first act first.</summary>
    public required IReadOnlyList<ExperimentAct> Acts { get; init; }

    /// <summary>What was decided; null before.</summary>
    public ExperimentDecision? Decision { get; init; }

    /// <summary>The arm that everybody gets from now on; null where none was chosen.</summary>
    public string? Shipped { get; init; }

    /// <summary>Who planned it.</summary>
    public Written Planned => Acts[0].Written;

    /// <summary>Who started it; null before.</summary>
    public Written? Started => Find(ExperimentState.Running);

    /// <summary>Who stopped it; null before.</summary>
    public Written? Stopped => Find(ExperimentState.Stopped);

    /// <summary>Months until the expected gain has paid for the effort; null where either is unknown.</summary>
    public decimal? PaybackMonths => Plan is { ExpectedGain: > 0 and var gain, Effort: { } effort } ? effort / gain : null;

    /// <summary>As the statistics take it.</summary>
    public Experiment ToExperiment() => new(Id, Plan.Statement, Plan.MetricId, Plan.Arms)
    {
        Weights = [.. Plan.Weights.Select(weight => (double)weight)],
        Coverage = (double)Plan.Coverage,
        Guardrails = Plan.Guardrails,
        LeastEffect = (double)Plan.LeastEffect,
        ContactsPerArm = Plan.Contacts ?? 100,
        Rule = Plan.Rule,
        IsOver = State is ExperimentState.Stopped or ExperimentState.Decided,
    };

    /// <summary>Which arm a contact is in, and whether it is to be counted. Pure: the same question gives the same answer on every machine.</summary>
    /// <param name="contact">The contact's name, always in the same spelling.</param>
    public ExperimentAssignment Assign(string contact)
    {
        var arm = ToExperiment().ArmOf(contact);
        return State switch
        {
            ExperimentState.Running => new ExperimentAssignment(Id, contact, State, Plan.Arms[arm ?? 0], arm is not null, Bucketing.Place(Id, contact)!.Value, Bucketing.CurrentVersion),
            ExperimentState.Decided when Shipped is { } shipped => new ExperimentAssignment(Id, contact, State, shipped, false, Bucketing.Place(Id, contact)!.Value, Bucketing.CurrentVersion),
            // A hold-out that is over holds nobody out any more.
            ExperimentState.Stopped or ExperimentState.Decided when Plan.HoldOut => new ExperimentAssignment(Id, contact, State, Plan.Arms[1], false, Bucketing.Place(Id, contact)!.Value, Bucketing.CurrentVersion),
            _ => new ExperimentAssignment(Id, contact, State, Plan.Arms[0], false, Bucketing.Place(Id, contact)!.Value, Bucketing.CurrentVersion),
        };
    }

    /// <summary>The id of its next version.</summary>
    public string NextVersion()
    {
        var cut = Id.LastIndexOf("-v", StringComparison.Ordinal);
        return cut > 0 && int.TryParse(Id.AsSpan(cut + 2), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var version)
            ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Id[..cut]}-v{version + 1}") : Id + "-v2";
    }

    private Written? Find(ExperimentState state) => Acts.FirstOrDefault(act => act.Became == state)?.Written;
}
