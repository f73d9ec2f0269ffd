using Beleg.App.Dashboard;
using Beleg.App.Hosting;
using Beleg.Primitives;
using Beleg.Reports.Experiments;
using Beleg.Sources;

namespace Beleg.App.Acts;

/// <summary>What can be done with experiments: agreed, started, stopped, decided. What runs is never changed, it gets a new version.</summary>
internal sealed class ExperimentActs(ActBook book)
{
    // A verdict on fewer is noise, whatever the estimate before the start said.
    private const long FewestContacts = 100;

    /// <summary>Agrees an experiment, or changes a draft.</summary>
    /// <exception cref="UserErrorException">Something in it is not as it should be, or it runs already.</exception>
    public async Task<PlannedExperiment> PlanAsync(NewExperiment wanted, string? reason, CancellationToken cancellationToken)
    {
        var terms = ExperimentTerms.Of(wanted);
        if (await FindAsync(terms.ExperimentId, cancellationToken) is { State: not ExperimentState.Draft } running)
            throw new UserErrorException($"'{running.Id}' is {Label.Of(running.State)}: what was agreed stands. Make a new version of it, '{running.NextVersion()}'.");
        await book.RecordAsync([ExperimentTerms.ActOf(await SizedAsync(terms, cancellationToken))], reason, cancellationToken);
        return await NeededAsync(terms.ExperimentId, cancellationToken);
    }

    /// <summary>What an experiment would take.</summary>
    /// <exception cref="UserErrorException">Something in it is not as it should be.</exception>
    public Task<ExperimentDesign> DesignAsync(NewExperiment wanted, CancellationToken cancellationToken) =>
        StatisticsOf.DesignAsync(book.Workspace, ExperimentTerms.QuestionOf(ExperimentTerms.Of(wanted)), cancellationToken);

    /// <summary>Drafts the next version of an experiment, with the same terms and contacts drawn anew.</summary>
    /// <exception cref="UserErrorException">There is none, or it is still a draft.</exception>
    public async Task<PlannedExperiment> RenewAsync(string id, string? reason, CancellationToken cancellationToken)
    {
        var before = await NeededAsync(id, cancellationToken);
        if (before.State == ExperimentState.Draft)
            throw new UserErrorException($"'{id}' is a draft: change it.");
        var next = before.NextVersion();
        if (await FindAsync(next, cancellationToken) is not null)
            throw new UserErrorException($"'{next}' exists already.");
        return await PlanAsync(NewExperiment.Of(before.Plan) with { Key = next, Supersedes = id, Starts = null, Ends = null, Gain = before.Plan.ExpectedGain }, reason, cancellationToken);
    }

    /// <summary>Starts a draft: from now on contacts are drawn, and the terms stand.</summary>
    /// <exception cref="UserErrorException">There is none, or it is no draft.</exception>
    public Task<PlannedExperiment> StartAsync(string id, string? reason, CancellationToken cancellationToken) => ChangeAsync(id, ExperimentState.Running, null, null, reason, cancellationToken);

    /// <summary>Stops a running one: nobody is drawn any more.</summary>
    /// <exception cref="UserErrorException">There is none, or it does not run.</exception>
    public Task<PlannedExperiment> StopAsync(string id, string? reason, CancellationToken cancellationToken) => ChangeAsync(id, ExperimentState.Stopped, null, null, reason, cancellationToken);

    /// <summary>Decides a stopped one.</summary>
    /// <param name="id">The experiment.</param>
    /// <param name="decision">ship, keep or open.</param>
    /// <param name="arm">With ship: the arm that everybody gets; the second where there are two.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellationToken">Counts until it is written.</param>
    /// <exception cref="UserErrorException">There is none, it was not stopped, or the decision is none.</exception>
    public async Task<PlannedExperiment> DecideAsync(string id, string? decision, string? arm, string? reason, CancellationToken cancellationToken)
    {
        var plan = (await NeededAsync(id, cancellationToken)).Plan;
        var made = decision switch { "ship" => ExperimentDecision.Ship, "keep" => ExperimentDecision.Keep, "open" => ExperimentDecision.Open, _ => throw new UserErrorException("decision: ship, keep or open.") };
        var shipped = made switch
        {
            ExperimentDecision.Ship when arm is null && plan.Arms.Count == 2 => plan.Arms[1],
            ExperimentDecision.Ship when arm is not null && plan.Arms.Skip(1).Contains(arm) => arm,
            ExperimentDecision.Ship => throw new UserErrorException($"arm: one of {string.Join(", ", plan.Arms.Skip(1))}."),
            _ => null,
        };
        return await ChangeAsync(id, ExperimentState.Decided, made, shipped, reason, cancellationToken);
    }

    private async Task<PlannedExperiment> ChangeAsync(string id, ExperimentState to, ExperimentDecision? decision, string? arm, string? reason, CancellationToken cancellationToken)
    {
        var experiment = await NeededAsync(id, cancellationToken);
        if (!ExperimentBook.Allows(experiment.State, to) || to == ExperimentState.Draft)
            throw new UserErrorException($"'{id}' is {Label.Of(experiment.State)} and cannot become {Label.Of(to)}: it goes from draft to running, stopped, decided.");
        await book.RecordAsync(
            [new Act("Experiment State Changed", ("experiment_id", id), ("state", Label.Of(to)), ("decision", decision is { } made ? Label.Of(made) : null), ("arm", arm))], reason, cancellationToken);
        return await NeededAsync(id, cancellationToken);
    }

    // The size is agreed with the rest: whoever reads the result sees what was promised before anybody knew.
    private async Task<ExperimentPlanPayload> SizedAsync(ExperimentPlanPayload terms, CancellationToken cancellationToken)
    {
        var design = await StatisticsOf.DesignAsync(book.Workspace, ExperimentTerms.QuestionOf(terms), cancellationToken);
        var starts = terms.Starts ?? book.Workspace.Today;
        return terms with
        {
            Contacts = Math.Max(FewestContacts, design.SmallestArm ?? FewestContacts),
            Baseline = design.Baseline is { } value && double.IsFinite(value) && Math.Abs(value) < 1e15 ? decimal.Round((decimal)value, 6) : null,
            ExpectedGain = terms.ExpectedGain ?? design.ExpectedGain,
            Starts = starts,
            Ends = terms.Ends ?? (design.Days is { } days and < 3660 ? starts.PlusDays(days) : null),
        };
    }

    private async Task<PlannedExperiment?> FindAsync(string id, CancellationToken cancellationToken) => await StatisticsOf.PlannedAsync(book.Workspace, id, cancellationToken);

    private async Task<PlannedExperiment> NeededAsync(string id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) ?? throw new UserErrorException($"There is no experiment '{id}'; see: beleg experiment list --workspace {book.Workspace.Name}");
}
