using Beleg.Metrics;
using Beleg.Primitives;
using Beleg.Warehouse;

namespace Beleg.Reports.Why;

/// <summary>Takes the change of any figure apart that adds up, by step, flow, entry point and channel, from one snapshot of the facts.</summary>
public sealed class WhyReader(MetricEngine engine, WorkspaceWarehouse warehouse, MetricSettings settings)
{
    private const string Opener = "opener_dropoff";

    private static readonly string[] order = ["step", "flow", "entry_point", "channel"];

    // What the programme is worth adds up from its parts although it is calculated.
    private static readonly string[] additive = ["net_value", "generated_value", .. WhyNotes.Components, "deflected_contacts"];

    /// <summary>The dimensions a metric's change is taken apart by; none where it knows none of them or does not add up.</summary>
    public static IReadOnlyList<string> DimensionsOf(Metric metric) => !AddsUp(metric) ? []
        : [.. order.Where(dimension => metric.Dimensions.Contains(dimension) || (dimension == "step" && metric.Id == Opener))];

    /// <summary>Reads it.</summary>
    /// <param name="request">One metric, its period, filters, model and evidence; without a comparison the period before.</param>
    /// <param name="cancellation">Ends the running statement.</param>
    /// <exception cref="UserErrorException">The metric cannot be taken apart; the message says why.</exception>
    /// <exception cref="WarehouseUnavailableException">The facts are being rebuilt.</exception>
    public Task<WhyReport> ReadAsync(MetricRequest request, CancellationToken cancellation)
    {
        if (request.Metrics is not [var metric])
            throw new UserErrorException("Name one metric, such as step_dropoff.");
        if (!AddsUp(metric))
            throw new UserErrorException($"{metric.Id} does not add up from parts (a median, or a figure calculated of the whole), so its change cannot be taken apart.");
        if (DimensionsOf(metric).Count == 0)
            throw new UserErrorException($"{metric.Id} knows neither step, flow, entry point nor channel, so its change cannot be taken apart.");
        return engine.ReadAsync(warehouse, facts => Read(facts, request, metric), cancellation);
    }

    private WhyReport Read(FactReader facts, MetricRequest request, Metric metric)
    {
        var compared = request.Compare == Comparison.Year ? new Period(request.Period.From.PlusYears(-1), request.Period.To.PlusYears(-1)) : request.Period.Previous();
        var (cautious, currency) = (request.Basis == EvidenceBasis.Conservative, Currency.Find(settings.Currency));
        string[] chain = metric.Id == WhyNotes.Revenue[^1] ? [.. WhyNotes.Revenue] : [metric.Id];
        IReadOnlyList<MetricResult> Ask(IEnumerable<string> ids, Period period, IReadOnlyList<string> by, bool intervals = false) => [.. ids.Select(id => Answer(facts, request, id, period, by, intervals))];

        var (now, before) = (Ask([metric.Id], request.Period, [], intervals: true)[0], Ask([metric.Id], compared, [])[0]);
        var question = new WhyQuestion(now, before, cautious);
        var dimensions = question.Refusal is null ? DimensionsOf(metric) : [];
        var places = dimensions.Contains("step") ? new StepPlaces(Ask(["step_visits"], request.Period, []).Concat(Ask(["step_visits"], compared, []))) : new StepPlaces();
        var notes = dimensions.Select(dimension =>
        {
            IReadOnlyList<string> by = (dimension, metric.Id) switch { ("step", Opener) => ["flow"], ("step", _) => ["flow", "step"], _ => [dimension] };
            Func<MetricRow, string?> nameOf = (dimension, metric.Id) switch { ("step", Opener) => places.OpenerOf, ("step", _) => places.NameOf, _ => row => row.Group[0].Value };
            return question.Note(dimension, WhySplits.Groups(Ask(chain, request.Period, by), Ask(chain, compared, by), nameOf, cautious), currency);
        }).ToList();
        var leading = WhyQuestion.Leading(notes);
        return new WhyReport
        {
            Figure = metric,
            Metric = metric.Id,
            Name = metric.Name,
            Unit = metric.Unit,
            Currency = settings.Currency,
            From = request.Period.From,
            To = request.Period.To,
            ComparedFrom = compared.From,
            ComparedTo = compared.To,
            Before = question.Before,
            After = question.After,
            Cases = question.Cases,
            Refusal = question.Refusal,
            MayBeChance = question.MayBeChance,
            Sentence = leading?.Text ?? WhySentence.Refuse(question.Refusal ?? WhyRefusal.NothingBefore, question.Cases, metric.MinSample),
            Leading = leading?.Dimension,
            Splits = [.. notes.Select(note => new WhySplit(note.Dimension!, note.Text, WhyPart.Of(note.Drivers!), note.Drivers!.Residual))],
            Notes = notes,
        };
    }

    // Step visits are asked without what they do not know: they only tell where a step stands.
    private MetricResult Answer(FactReader facts, MetricRequest request, string id, Period period, IReadOnlyList<string> by, bool intervals)
    {
        var metric = MetricCatalogue.Default.Find(id) ?? throw new InvalidOperationException($"The catalogue has no {id}.");
        var asked = request with
        {
            Metrics = [metric],
            Period = period,
            By = by,
            Grain = null,
            Filters = [.. request.Filters.Where(filter => metric.Dimensions.Contains(filter.Dimension))],
            Compare = Comparison.None,
            Intervals = intervals,
        };
        return new Answering(facts, asked, settings).Answer().Results[0];
    }

    private static bool AddsUp(Metric metric) => metric.IsDue && (metric.Formula is { } formula ? formula.Numerator.Aggregate != Aggregate.Quantile : additive.Contains(metric.Id));
}
