using System.CommandLine;
using System.Globalization;
using Beleg.App.Acts;
using Beleg.App.Dashboard;
using Beleg.App.Hosting;
using Beleg.Primitives;
using Beleg.Reports;
using Beleg.Reports.Experiments;
using NodaTime;
using NodaTime.Text;

namespace Beleg.App.Commands;

/// <summary>experiment create, power, list, show, start, stop, decide, renew, assign: from the hypothesis to the decision.</summary>
internal static class ExperimentVerb
{
    private static readonly Argument<string> id = new("ID") { Description = "Its id in events." };
    private static readonly Option<string> workspace = GlobalOptions.Workspace();
    private static readonly Option<string?> metric = Word("--metric", "What decides: revenue, conversion, order_value, opt_out_rate or a metric of the catalogue.", "METRIC");
    private static readonly Option<string?> hypothesis = Word("--hypothesis", "What is believed, in a sentence.", "TEXT");
    private static readonly Option<string?> hypothesisDe = Word("--hypothesis-de", "The same in German; without it the sentence stands in both languages.", "TEXT");
    private static readonly Option<string?> flow = Word("--flow", "The flow it is about.", "FLOW");
    private static readonly Option<string?> campaign = Word("--campaign", "The campaign it is about.", "CAMPAIGN");
    private static readonly Option<string?> arms = Word("--arms", "Ids separated by commas, the first is what was before.", "A,B");
    private static readonly Option<string?> weights = Word("--weights", "The part each is meant to get; equal where absent.", ".5,.5");
    private static readonly Option<string?> holdOut = Word("--hold-out", "The part of contacts that is left alone; makes it a hold-out.", "SHARE");
    private static readonly Option<string?> coverage = Word("--coverage", "The part of all contacts that takes part; 1.", "SHARE");
    private static readonly Option<string?> guardrails = Word("--guardrails", "Metrics that must not get worse, separated by commas; opt-outs always are.", "METRICS");
    private static readonly Option<string?> leastEffect = Word("--least-effect", "The least relative effect that matters; .05.", "SHARE");
    private static readonly Option<string?> rule = Word("--rule", "always_valid (any look) or fixed (one look at the planned size).", "RULE");
    private static readonly Option<string?> starts = Word("--starts", "First day planned.", "DAY");
    private static readonly Option<string?> ends = Word("--ends", "The day after the last; from the needed contacts where absent.", "DAY");
    private static readonly Option<string?> gain = Word("--gain", "What the least effect brings a month; estimated from the past where absent.", "AMOUNT");
    private static readonly Option<string?> effort = Word("--effort", "What the change costs once.", "AMOUNT");
    private static readonly Option<string?> owner = Word("--owner", "Who answers for it.", "NAME");
    private static readonly Option<string?> reason = Word("--reason", "Why; kept with the act.", "TEXT");
    private static readonly Option<string?> decision = Word("--decision", "ship, keep or open.", "WHAT");
    private static readonly Option<string?> arm = Word("--arm", "With ship: the arm that everybody gets.", "ARM");
    private static readonly Option<string?> contact = Word("--contact", "The contact, always in the same spelling.", "NAME");
    private static readonly Option<string?> language = PeriodOptions.Language();

    private static readonly Option[] plan = [workspace, metric, hypothesis, hypothesisDe, flow, campaign, arms, weights, holdOut, coverage, guardrails, leastEffect, rule, starts, ends, gain, effort, owner, reason, language];

    public static Command Build() => new("experiment", "Plan, run and read experiments and hold-outs.")
    {
        Made(new Verb("create", "Plan an experiment, or change a draft; says what it will take.") { Runs = CreateAsync, Arguments = { id } }, plan),
        Made(new Verb("power", "Say what an experiment would take, and write nothing.") { Runs = PowerAsync }, plan),
        new Verb("list", "List the experiments that were planned or seen.") { Runs = ListAsync, Options = { workspace } },
        new Verb("show", "Show what an experiment came to, with a verdict in words.") { Runs = ShowAsync, Arguments = { id }, Options = { workspace, metric, language } },
        new Verb("start", "Start a draft: contacts are drawn, the terms stand.") { Runs = (context, stop) => ChangeAsync(context, (acts, one) => acts.StartAsync(one, context.Get(reason), stop), stop), Arguments = { id }, Options = { workspace, reason } },
        new Verb("stop", "Stop a running one: nobody is drawn any more.") { Runs = (context, stop) => ChangeAsync(context, (acts, one) => acts.StopAsync(one, context.Get(reason), stop), stop), Arguments = { id }, Options = { workspace, reason } },
        new Verb("decide", "Decide a stopped one.") { Runs = (context, stop) => ChangeAsync(context, (acts, one) => acts.DecideAsync(one, context.Get(decision), context.Get(arm), context.Get(reason), stop), stop), Arguments = { id }, Options = { workspace, decision, arm, reason } },
        new Verb("renew", "Draft the next version of one that was started, with contacts drawn anew.") { Runs = (context, stop) => ChangeAsync(context, (acts, one) => acts.RenewAsync(one, context.Get(reason), stop), stop), Arguments = { id }, Options = { workspace, reason } },
        new Verb("assign", "Say which arm a contact is in.") { Runs = AssignAsync, Arguments = { id }, Options = { workspace, contact } },
    };

    private static Verb Made(Verb verb, IEnumerable<Option> options)
    {
        foreach (var option in options)
            verb.Options.Add(option);
        return verb;
    }

    private static Option<string?> Word(string name, string description, string help) => new(name) { Description = description, HelpName = help };

    private static async Task<int> CreateAsync(CommandContext context, CancellationToken stop)
    {
        var open = await OpenAsync(context, stop);
        var wanted = Wanted(context, context.Get(id));
        var planned = await ActsOf(context, open).PlanAsync(wanted, context.Get(reason), stop);
        var design = await ActsOf(context, open).DesignAsync(wanted, stop);
        if (context.Json)
            context.WriteJson(new { experiment = planned, design });
        else
            context.Out.WriteLine($"{SafeText.OneLine(planned.Id)} is a draft. {design.Sentence.In(ReportLanguage.Of(context.Get(language)).Code)}\nStart it with: beleg experiment start {SafeText.OneLine(planned.Id)} --workspace {open.Name}");
        return ExitCode.Done;
    }

    private static async Task<int> PowerAsync(CommandContext context, CancellationToken stop)
    {
        var wanted = Wanted(context, "asked");
        var design = await ActsOf(context, await OpenAsync(context, stop)).DesignAsync(wanted with { Hypothesis = wanted.Hypothesis ?? "asked" }, stop);
        if (context.Json)
            context.WriteJson(design);
        else
            context.Out.WriteLine(design.Sentence.In(ReportLanguage.Of(context.Get(language)).Code));
        return ExitCode.Done;
    }

    private static async Task<int> ListAsync(CommandContext context, CancellationToken stop)
    {
        var all = await StatisticsOf.ExperimentsAsync(await OpenAsync(context, stop), stop);
        if (context.Json)
            context.WriteJson(all);
        else if (all.Count == 0)
            context.Out.WriteLine("No experiment yet: plan one with beleg experiment create.");
        else
            foreach (var one in all)
                context.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{SafeText.OneLine(one.Id)}\t{(one.State is { } state ? Label.Of(state) : "seen, not planned")}\t{one.Planned?.Plan.MetricId ?? ""}\t{one.Seen?.Contacts ?? 0} contacts"));
        return ExitCode.Done;
    }

    private static async Task<int> ShowAsync(CommandContext context, CancellationToken stop)
    {
        var open = await OpenAsync(context, stop);
        var answer = await StatisticsOf.ExperimentAsync(open, context.Get(id), context.Get(metric), stop)
            ?? throw new UserErrorException($"Nobody planned '{context.Get(id)}' or has seen two arms of it; see: beleg experiment list --workspace {open.Name}");
        if (context.Json)
            context.WriteJson(answer);
        else
        {
            if (answer.Planned is { } planned)
                context.Out.WriteLine(SafeText.OneLine($"{planned.Id} · {Label.Of(planned.State)} · {planned.Says.In(ReportLanguage.Of(context.Get(language)).Code)}"));
            context.Out.Write(answer.Report is { } report ? ExperimentText.Render(report, ReportLanguage.Of(context.Get(language))) : "Nobody has seen it yet.\n");
        }

        return ExitCode.Done;
    }

    private static async Task<int> ChangeAsync(CommandContext context, Func<ExperimentActs, string, Task<PlannedExperiment>> act, CancellationToken stop)
    {
        var changed = await act(ActsOf(context, await OpenAsync(context, stop)), context.Get(id));
        if (context.Json)
            context.WriteJson(changed);
        else
            context.Out.WriteLine($"{SafeText.OneLine(changed.Id)} is {Label.Of(changed.State)}.");
        return ExitCode.Done;
    }

    private static async Task<int> AssignAsync(CommandContext context, CancellationToken stop)
    {
        var open = await OpenAsync(context, stop);
        var planned = await StatisticsOf.PlannedAsync(open, context.Get(id), stop) ?? throw new UserErrorException($"There is no experiment '{context.Get(id)}'; see: beleg experiment list --workspace {open.Name}");
        var assigned = planned.Assign(context.Get(contact) is { Length: > 0 } named ? named : throw new UserErrorException("--contact: name the contact, always in the same spelling."));
        if (context.Json)
            context.WriteJson(assigned);
        else
            context.Out.WriteLine($"{SafeText.OneLine(assigned.Arm)}\t{(assigned.Counts ? "takes part" : "does not take part")}");
        return ExitCode.Done;
    }

    private static async Task<OpenWorkspace> OpenAsync(CommandContext context, CancellationToken stop)
    {
        var open = context.Data.Open(context.Get(workspace)!);
        await open.CatchUpAsync(context.Progress(), stop);
        return open;
    }

    private static ExperimentActs ActsOf(CommandContext context, OpenWorkspace open) => new(new ActBook(context.Data, open, "command line"));

    private static NewExperiment Wanted(CommandContext context, string key) => new(key, context.Get(hypothesis), context.Get(metric))
    {
        HypothesisDe = context.Get(hypothesisDe),
        Flow = context.Get(flow),
        Campaign = context.Get(campaign),
        Arms = List(context.Get(arms)),
        Weights = List(context.Get(weights))?.Select(part => Fields.Number(part, "--weights")).ToArray(),
        HoldOut = Number(context, holdOut),
        Coverage = Number(context, coverage),
        Guardrails = List(context.Get(guardrails)),
        LeastEffect = Number(context, leastEffect),
        Rule = context.Get(rule),
        Starts = Day(context, starts),
        Ends = Day(context, ends),
        Gain = Number(context, gain),
        Effort = Number(context, effort),
        Owner = context.Get(owner),
    };

    private static string[]? List(string? text) => text?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static decimal? Number(CommandContext context, Option<string?> option) => context.Get(option) is { } text ? Fields.Number(text, option.Name) : null;

    private static LocalDate? Day(CommandContext context, Option<string?> option) => context.Get(option) is not { } text ? null
        : LocalDatePattern.Iso.Parse(text) is { Success: true } day ? day.Value : throw new UserErrorException($"{option.Name}: a day such as 2026-09-01.");
}
