using Beleg.Ledger;
using Beleg.Metrics;
using Beleg.Model;
using Beleg.Primitives;
using Beleg.Statistics.Experiments;
using Beleg.Warehouse;
using Beleg.Warehouse.Facts;
using NodaTime;

namespace Beleg.Reports.Experiments;

/// <summary>Says before the start what an experiment will take: contacts, days, and what it may bring.</summary>
public static class ExperimentDesigner
{
    /// <summary>Eight whole weeks of the past: long enough for orders to follow, short enough to be like today.</summary>
    public const int DaysOfPast = 56;

    private const int FourWeeks = 28;
    private const decimal DaysOfAMonth = 365.25m / 12;

    /// <summary>Reads it.</summary>
    /// <param name="engine">The metric engine.</param>
    /// <param name="warehouse">The workspace's facts.</param>
    /// <param name="settings">The workspace's choices.</param>
    /// <param name="question">What is planned.</param>
    /// <param name="today">Nothing from this day on is looked at.</param>
    /// <param name="cancellation">Ends the running statement.</param>
    /// <exception cref="WarehouseUnavailableException">The facts are being rebuilt.</exception>
    public static Task<ExperimentDesign> ReadAsync(
        MetricEngine engine, WorkspaceWarehouse warehouse, MetricSettings settings, DesignQuestion question, LocalDate today, CancellationToken cancellation) =>
        engine.ReadAsync(warehouse, facts => Read(facts, settings, question, today), cancellation);

    internal static ExperimentDesign Read(FactReader facts, MetricSettings settings, DesignQuestion question, LocalDate today)
    {
        // The past ends where the data do: a workspace fed by files is judged by its last weeks, not by its last silence.
        var last = facts.Rows("SELECT max(day) FROM conversation", [], row => row.IsNull(0) ? (LocalDate?)null : row.Date(0)).Single()?.PlusDays(1) ?? today;
        var end = last < today ? last : today;
        var past = new Period(end.PlusDays(-DaysOfPast), end);
        var query = ExperimentReader.QueryOf(facts, settings);
        var scope = ExperimentScope.Past(past, question.Flow, question.Campaign);
        ArmSums Sums(ExperimentMetric metric) => ExperimentReader.Rows(facts, scope, metric, query).SingleOrDefault()?.Sums ?? new ArmSums();
        var sums = Sums(question.Metric);
        var estimate = question.Metric.IsRatio ? sums.Ratio() : sums.Mean();
        var perDay = (double)sums.Contacts / DaysOfPast * question.Coverage;
        var size = SizeOf(estimate, question);
        var needed = size?.Contacts(estimate!.Value.Mean * question.LeastEffect);
        var known = needed is < 1e12;
        var margin = MarginOf(facts, end);
        var money = question.Metric.Unit == MetricUnit.Money || question.Metric.Id == "conversion" ? Sums(ExperimentMetric.Find("revenue")!).Value : (double?)null;
        var design = new ExperimentDesign
        {
            Metric = question.Metric.Id,
            Name = question.Metric.Name,
            Unit = question.Metric.Unit,
            Currency = settings.Currency,
            From = past.From,
            To = past.To,
            Contacts = sums.Contacts,
            Baseline = estimate?.Mean * (question.Metric.Unit == MetricUnit.Money ? (double)Minor(settings).ToMajor() : 1),
            ContactsPerDay = perDay,
            LeastEffect = question.LeastEffect,
            Rule = question.Rule,
            Power = SampleSize.DefaultPower,
            Alpha = FixedHorizon.DefaultAlpha,
            ContactsNeeded = known ? (long)Math.Ceiling(needed!.Value) : null,
            SmallestArm = known ? (long)Math.Ceiling(needed!.Value * question.Weights.Min()) : null,
            Days = known ? SampleSize.Days(needed!.Value, 1, perDay) : null,
            EffectInFourWeeks = size is not null && perDay > 0 ? size.Difference(perDay * FourWeeks) / Math.Abs(estimate!.Value.Mean) : null,
            ExpectedGain = money is { } earned ? decimal.Round((decimal)(earned * question.LeastEffect) * Minor(settings).ToMajor() / DaysOfPast * DaysOfAMonth * margin.Value, Currency.Find(settings.Currency).Decimals) : null,
            MarginIsUnset = margin.IsUnset,
            Sentence = new Words("", ""),
        };
        return design with { Sentence = DesignText.Say(design) };
    }

    private static TrialSize? SizeOf(ArmEstimate? estimate, DesignQuestion question)
    {
        if (estimate is not { Mean: not 0, Variance: > 0 } known)
            return null;
        var after = known.Mean * (1 + question.LeastEffect);
        var changed = question.Metric is { Unit: MetricUnit.Share, IsRatio: false } && after < 1 ? after * (1 - after) : known.Variance;
        return new TrialSize(known.Variance, changed, question.Weights, question.Rule);
    }

    private static Assumption MarginOf(FactReader facts, LocalDate day)
    {
        var ledger = new FactBatch();
        FactTables.Of<AssumptionFact>().Read(facts.Connection, "", [], ledger);
        return new AssumptionBook(ledger.Assumptions).At(AssumptionDefinition.ContributionMargin, day.PlusDays(-1));
    }

    private static Money Minor(MetricSettings settings) => new(1, Currency.Find(settings.Currency));
}
