using Beleg.Primitives;
using Beleg.Sources;
using NodaTime;

namespace Beleg.Model;

/// <summary>
/// Turns flow moves into runs and visits of steps. A loop makes several visits in one run, an edited flow keeps its version with
/// each visit, and a visit is left when another step, a goal or the flow's end follows it. One instance per thread.
/// </summary>
internal sealed class Flows(FoldContext context)
{
    private readonly Dictionary<Key, Run> runs = [];
    private readonly Dictionary<string, Run> latest = [];

    public void Fold(ContactHistory history)
    {
        if (history.FlowMoves.Count == 0)
            return;
        runs.Clear();
        latest.Clear();
        foreach (var (happened, episode) in history.FlowMoves)
        {
            var run = RunOf(happened, episode);
            if (run is not null)
                Move(run, happened, episode);
        }

        foreach (var run in runs.Values)
            Write(run, history);
    }

    private Run? RunOf(Event happened, Episode? episode)
    {
        var flow = happened.FlowId ?? string.Empty;
        Run? run;
        if (happened.Run.IsNone)
        {
            // A source without run ids: entering a flow begins a run, what follows belongs to the last one.
            if (happened.Kind != EventKind.FlowEntered && latest.TryGetValue(flow, out run))
                return run;
            run = new Run(happened.Id.With(31), happened, episode);
        }
        else if (runs.TryGetValue(happened.Run, out run))
        {
            return run;
        }
        else
        {
            run = new Run(happened.Run, happened, episode);
        }

        if (happened.FlowId is null)
            return null;
        runs.Add(run.Key, run);
        latest[flow] = run;
        return run;
    }

    private static void Move(Run run, Event happened, Episode? episode)
    {
        run.Episode ??= episode;
        run.EntryPoint ??= happened.EntryPoint;
        var payload = happened.Payload as FlowPayload;
        switch (happened.Kind)
        {
            case EventKind.FlowStepReached when happened.StepId is not null:
                Reach(run, happened, payload, episode);
                break;
            case EventKind.FlowBranchChosen:
                run.Branch = happened.Branch ?? run.Branch;
                if (run.OpenVisit(happened.StepId) is { } chosen)
                    chosen.Branch ??= happened.Branch;
                break;
            case EventKind.FlowGoalReached:
                run.Leave(happened.OccurredAt);
                run.GoalAt ??= happened.OccurredAt;
                run.Goal ??= payload?.Goal;
                break;
            case EventKind.FlowExited:
                run.ExitedAt ??= happened.OccurredAt;
                run.ExitReason ??= payload?.ExitReason ?? FlowExitReason.Done;
                if (run.ExitReason == FlowExitReason.Done)
                    run.Leave(happened.OccurredAt);
                break;
            default:
                break;
        }
    }

    private static void Reach(Run run, Event happened, FlowPayload? payload, Episode? episode)
    {
        if (payload is { Visit.IsNone: false } && run.Visits.Exists(v => v.Id == payload.Visit))
            return;
        run.Leave(happened.OccurredAt);
        run.Visits.Add(new StepVisit(payload is { Visit.IsNone: false } ? payload.Visit : happened.Id, happened, payload, episode ?? run.Episode)
        {
            Branch = happened.Branch,
        });
        run.Branch = happened.Branch ?? run.Branch;
    }

    private void Write(Run run, ContactHistory history)
    {
        var channel = run.First.Channel == Channel.Other && run.Episode is not null ? run.Episode.Channel : run.First.Channel;
        context.Into.FlowRuns.Add(new FlowRunFact
        {
            Run = run.Key,
            Contact = history.Contact,
            Conversation = run.Episode?.Key ?? Key.None,
            Channel = channel,
            FlowId = run.First.FlowId!,
            FlowVersion = run.First.FlowVersion,
            EntryPoint = run.EntryPoint ?? run.Episode?.EntryPoint ?? EntryPoint.Organic,
            EnteredAt = run.First.OccurredAt,
            Day = context.Day(run.First.OccurredAt),
            ExitedAt = run.ExitedAt,
            ExitReason = run.ExitReason,
            Goal = run.GoalAt is null ? null : run.Goal ?? string.Empty,
            GoalAt = run.GoalAt,
            LastBranch = run.Branch,
            LastStep = run.Visits.Count > 0 ? run.Visits[^1].Source.StepId : null,
        });
        for (var i = 0; i < run.Visits.Count; i++)
            Write(run, run.Visits[i], i == 0, channel, history);
    }

    private void Write(Run run, StepVisit visit, bool isOpener, Channel channel, ContactHistory history)
    {
        var terminal = visit.Payload?.Terminal ?? false;
        if (isOpener && run.Episode is { } episode && (episode.FlowId is null || episode.FlowId == run.First.FlowId))
        {
            episode.OpenerLeft |= visit.LeftAt is not null || terminal;
            episode.OpenerVisited = true;
        }

        context.Into.StepVisits.Add(new StepVisitFact
        {
            Visit = visit.Id.With(run.Key.Value),
            Run = run.Key,
            Contact = history.Contact,
            Conversation = visit.Episode?.Key ?? Key.None,
            Channel = visit.Source.Channel == Channel.Other ? channel : visit.Source.Channel,
            FlowId = visit.Source.FlowId ?? run.First.FlowId!,
            FlowVersion = visit.Source.FlowVersion ?? run.First.FlowVersion,
            StepId = visit.Source.StepId!,
            StepIndex = visit.Payload?.StepIndex,
            EnteredAt = visit.Source.OccurredAt,
            Day = context.Day(visit.Source.OccurredAt),
            LeftAt = visit.LeftAt,
            Left = visit.LeftAt is not null,
            Terminal = terminal,
            IsOpener = isOpener,
            Branch = visit.Branch,
        });
    }

    private sealed class Run(Key key, Event first, Episode? episode)
    {
        public Key Key { get; } = key;

        public Event First { get; } = first;

        public Episode? Episode { get; set; } = episode;

        public EntryPoint? EntryPoint { get; set; }

        public List<StepVisit> Visits { get; } = [];

        public Instant? GoalAt { get; set; }

        public string? Goal { get; set; }

        public Instant? ExitedAt { get; set; }

        public FlowExitReason? ExitReason { get; set; }

        public string? Branch { get; set; }

        public void Leave(Instant at)
        {
            if (Visits.Count > 0)
                Visits[^1].LeftAt ??= at;
        }

        public StepVisit? OpenVisit(string? step) => Visits.FindLast(v => step is null || v.Source.StepId == step);
    }

    private sealed class StepVisit(Key id, Event source, FlowPayload? payload, Episode? episode)
    {
        public Key Id { get; } = id;

        public Event Source { get; } = source;

        public FlowPayload? Payload { get; } = payload;

        public Episode? Episode { get; } = episode;

        public Instant? LeftAt { get; set; }

        public string? Branch { get; set; }
    }
}
