using Beleg.Metrics;
using Beleg.Primitives;
using Beleg.Statistics;

namespace Beleg.Reports.Why;

/// <summary>Makes why notes of results that are there: computes no figure, only takes their change apart. Pure.</summary>
internal static class WhyNotes
{
    /// <summary>What the value of a programme is made of; its cost is the value less what is left of it.</summary>
    public static IReadOnlyList<string> Components { get; } = ["revenue_value", "avoided_support_cost", "time_saved_value"];

    /// <summary>The chains of metrics whose numerators explain each other: conversations, those with a sale, their revenue.</summary>
    public static IReadOnlyList<string> Revenue { get; } = ["automated_conversations", "dm_to_sale", "revenue_per_chat"];

    /// <summary>Dimensions a change is taken apart by, the one people act on first.</summary>
    public static IReadOnlyList<string> Dimensions { get; } = ["flow", "entry_point", "channel"];

    /// <summary>Metrics that are read by each dimension.</summary>
    public static IReadOnlyList<string> Split { get; } = [.. Revenue, "first_message_open_rate", "opener_dropoff", "dm_to_lead", "self_serve_rate"];

    /// <summary>The note of a subject.</summary>
    public static WhyNote Of(WhySubject subject, WhyFigures figures, Currency currency) => subject switch
    {
        WhySubject.Headline => Programme(figures, currency),
        WhySubject.Acquisition => Explain(subject, ["automated_conversations"], figures, currency),
        WhySubject.Engagement => WithSteps(Explain(subject, [figures.Has("first_message_open_rate") ? "first_message_open_rate" : "opener_dropoff"], figures, currency), figures, currency),
        WhySubject.Conversion => Explain(subject, figures.IsWorth("revenue_per_chat") ? [.. Revenue] : ["dm_to_lead"], figures, currency),
        _ => Explain(subject, ["self_serve_rate"], figures, currency),
    };

    private static WhyNote Programme(WhyFigures figures, Currency currency)
    {
        var metric = figures.Now["net_value"].Metric;
        if (figures.Before is null || figures.Cases < metric.MinSample)
            return Refused(WhySubject.Headline, metric, figures.Before is null || figures.Cases == 0 ? WhyRefusal.NothingBefore : WhyRefusal.FewCases, figures.Cases);
        IEnumerable<DriverGroup> groups = Components.Select(id => new DriverGroup(id, [figures.Lead(id, after: false)], [figures.Lead(id, after: true)]));
        decimal Cost(bool after) => figures.Lead("net_value", after) - figures.Lead("generated_value", after);
        var drivers = Drivers.OfCount([.. groups, new DriverGroup("programme_cost", [Cost(after: false)], [Cost(after: true)])]);
        return Drafted(new WhyNote { Subject = WhySubject.Headline, Metric = metric, Dimension = "component", Drivers = drivers, Text = new Words("", "") }, currency);
    }

    private static WhyNote Explain(WhySubject subject, string[] chain, WhyFigures figures, Currency currency)
    {
        var result = figures.Now[chain[^1]];
        var (metric, isCount) = (result.Metric, result.Metric.Unit == MetricUnit.Count);
        if (figures.Before?.GetValueOrDefault(metric.Id)?.Total is not { Value: { } before } then || result.Total.Value is null)
            return Refused(subject, metric, WhyRefusal.NothingBefore, null);
        var cases = Math.Min(then.Denominator ?? before, result.Total.Denominator ?? result.Total.Value.Value);
        if (cases < metric.MinSample)
            return Refused(subject, metric, cases == 0 ? WhyRefusal.NothingBefore : WhyRefusal.FewCases, cases);
        var (dimension, drivers) = Best(chain, isCount, figures);
        return Drafted(
            new WhyNote
            {
                Subject = subject,
                Metric = metric,
                Dimension = dimension,
                Drivers = drivers,
                Text = new Words("", ""),
                MayBeChance = result.Total.Interval is { } interval && before >= interval.Low && before <= interval.High,
            },
            currency);
    }

    // The steps are read of figures that the page has anyway: drop-off by flow, version and step.
    private static WhyNote WithSteps(WhyNote note, WhyFigures figures, Currency currency)
    {
        var (now, before) = (figures.Now["step_dropoff"], figures.Before?["step_dropoff"]);
        if (before is null || new WhyQuestion(now, before, Cautious: false) is not { Refusal: null } question)
            return note;
        var places = new StepPlaces(now, before);
        var steps = question.Note("step", WhySplits.Groups([now], [before], places.NameOf, cautious: false), currency, note.Subject);
        if (steps.Drivers!.ByGroup.Count == 0)
            return note;
        return note.Refusal is null ? note with { Further = steps, Text = new Words($"{note.Text.En} {steps.Text.En}", $"{note.Text.De} {steps.Text.De}") } : steps;
    }

    /// <summary>The dimension of which one group tells most of the change; one that has a single group tells nothing.</summary>
    private static (string Dimension, Drivers Drivers) Best(string[] chain, bool isCount, WhyFigures figures)
    {
        var all = Dimensions.Select(dimension => (Dimension: dimension, Groups: figures.Groups(chain, dimension)))
            .Select(split => (split.Dimension, Several: split.Groups.Count > 1, Drivers: isCount ? Drivers.OfCount(split.Groups) : Drivers.OfRatio(split.Groups))).ToList();
        return all.Where(split => split.Several && split.Drivers.ByGroup.Count > 0)
            .OrderByDescending(split => split.Drivers.ByGroup[0].Amount * Math.Sign(split.Drivers.Change)).Append(all[0])
            .Select(split => (split.Dimension, split.Drivers)).First();
    }

    private static WhyNote Drafted(WhyNote note, Currency currency) => note with { Text = WhySentence.Draft(note, currency) };

    private static WhyNote Refused(WhySubject subject, Metric metric, WhyRefusal refusal, decimal? cases) =>
        new() { Subject = subject, Metric = metric, Refusal = refusal, Cases = cases, Text = WhySentence.Refuse(refusal, cases, metric.MinSample) };
}
