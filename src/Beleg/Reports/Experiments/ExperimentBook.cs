using Beleg.Sources;

namespace Beleg.Reports.Experiments;

/// <summary>Folds what people wrote down about experiments. Pure: the acts' own times decide, never their order of arrival.</summary>
public static class ExperimentBook
{
    /// <summary>The experiments, the latest planned first.</summary>
    /// <param name="acts">Plans and changes of state with who wrote them, in any order.</param>
    public static IReadOnlyList<PlannedExperiment> Fold(IEnumerable<(Event Event, Written Written)> acts) =>
    [
        .. acts.Where(act => IdOf(act.Event.Payload) is not null)
            .GroupBy(act => IdOf(act.Event.Payload)!, StringComparer.Ordinal)
            .Select(One).OfType<PlannedExperiment>()
            .OrderByDescending(experiment => experiment.Planned.At).ThenBy(experiment => experiment.Id, StringComparer.Ordinal),
    ];

    /// <summary>Whether an experiment goes from one state to another.</summary>
    public static bool Allows(ExperimentState from, ExperimentState to) => (from, to) switch
    {
        (ExperimentState.Draft, ExperimentState.Draft or ExperimentState.Running) => true,
        (ExperimentState.Running, ExperimentState.Stopped) => true,
        (ExperimentState.Stopped, ExperimentState.Decided) => true,
        _ => false,
    };

    private static PlannedExperiment? One(IEnumerable<(Event Event, Written Written)> acts)
    {
        PlannedExperiment? experiment = null;
        foreach (var (happened, written) in acts.OrderBy(act => act.Written.At).ThenBy(act => act.Event.Kind).ThenBy(act => act.Event.Id))
        {
            // What comes out of order changes nothing: a plan of something that runs, a decision about something that does.
            experiment = happened.Payload switch
            {
                ExperimentPlanPayload plan when experiment is null => new PlannedExperiment { Id = plan.ExperimentId, Plan = plan, State = ExperimentState.Draft, Acts = [new(ExperimentState.Draft, written)] },
                ExperimentPlanPayload plan when Allows(experiment.State, ExperimentState.Draft) => experiment with { Plan = plan, Acts = [.. experiment.Acts, new(ExperimentState.Draft, written)] },
                ExperimentStatePayload change when experiment is not null && Allows(experiment.State, change.State) => experiment with
                {
                    State = change.State,
                    Decision = change.Decision,
                    Shipped = change.Arm is { } arm && experiment.Plan.Arms.Contains(arm) ? arm : null,
                    Acts = [.. experiment.Acts, new(change.State, written)],
                },
                _ => experiment,
            };
        }

        return experiment;
    }

    private static string? IdOf(Payload? payload) => payload switch
    {
        ExperimentPlanPayload plan => plan.ExperimentId,
        ExperimentStatePayload change => change.ExperimentId,
        _ => null,
    };
}
