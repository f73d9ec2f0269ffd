using Beleg.Sources;

namespace Beleg.Statistics.Experiments;

/// <summary>An experiment as it was agreed before its start.</summary>
/// <param name="Id">Its name in events; the seed of its assignment.</param>
/// <param name="Hypothesis">What is believed, in a sentence.</param>
/// <param name="Metric">The metric that decides.</param>
/// <param name="Arms">The arms' ids; the first is what was before.</param>
public sealed record Experiment(string Id, string Hypothesis, string Metric, IReadOnlyList<string> Arms)
{
    /// <summary>What part of the contacts each arm is meant to get; equal parts where none are given.</summary>
    public IReadOnlyList<double> Weights { get; init; } = Bucketing.EqualWeights(Arms.Count);

    /// <summary>What part of all contacts takes part.</summary>
    public double Coverage { get; init; } = 1;

    /// <summary>Metrics that must not get worse.</summary>
    public IReadOnlyList<string> Guardrails { get; init; } = [];

    /// <summary>Whether more of the metric is better.</summary>
    public bool HigherIsBetter { get; init; } = true;

    /// <summary>The least relative effect that matters: .05 for 5 %.</summary>
    public double LeastEffect { get; init; } = .05;

    /// <summary>Contacts an arm needs before a verdict; from <see cref="SampleSize"/>.</summary>
    public long ContactsPerArm { get; init; } = 100;

    /// <summary>At which looks it may be judged.</summary>
    public DecisionRule Rule { get; init; }

    /// <summary>Whether nobody is drawn any more; a verdict at a fixed size waits no longer then.</summary>
    public bool IsOver { get; init; }

    /// <summary>The arm of a contact; null where it takes no part. Always the same, on every machine.</summary>
    public int? ArmOf(string contact) => Bucketing.Arm(Bucketing.Place(Id, contact)!.Value, Bucketing.Ranges(Arms.Count, Coverage, Weights));
}
