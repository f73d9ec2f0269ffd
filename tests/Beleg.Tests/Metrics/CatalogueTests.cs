using Beleg.Metrics;
using Beleg.Primitives;
using NodaTime;

namespace Beleg.Tests.Metrics;

public sealed class CatalogueTests
{
    /// <summary>What is due now, word for word; the two response times answer to their family's name.</summary>
    private const string Due = """
        automated_conversations entry_starts no_human_rate containment_rate abandonment_rate verified_containment_rate self_serve_rate handoff_rate
        human_handled_conversations first_response_time time_to_resolution delivery_rate read_rate first_message_open_rate ctr reply_rate step_dropoff
        flow_starts flow_goal_rate step_visits branch_choices opener_dropoff opt_out_rate fallback_rate lead_capture_rate leads_without_consent dm_to_lead dm_to_sale conversion_rate aov influenced_revenue
        attributed_revenue revenue_per_chat revenue_per_recipient csat nps thumbs crr churn_rate no_show_rate cost_per_contact cost_per_resolution cpa rocs
        deflected_contacts avoided_support_cost time_saved_value revenue_value generated_value net_value roi_pct payback_months programme_coverage
        stitched_contact_share orders_without_identity links_without_utm clock_skew missing_read_receipts silent_days
        clv clv_uplift clv_to_cac forecast_value value_coverage out_of_hours_share flow_error_rate durable_resolution_rate first_contact_resolution
        time_to_qualification sales_cycle_time consent_coverage
        winbacks cancellation_saves recovered_carts qualified_leads pipeline_influenced
        handoff_quality intent_accuracy language_coverage upsell_revenue
        """;

    private static readonly char[] Blanks = [' ', '\n'];

    [Fact]
    public void EveryMetricThatIsDueIsThereAndNoOther() =>
        MetricCatalogue.Default.All.Where(m => m.IsDue).Select(m => m.Family ?? m.Id).Distinct().Order()
            .ShouldBe(Due.Split(Blanks, StringSplitOptions.RemoveEmptyEntries).Order());

    [Fact]
    public void NothingIsPlannedAnyMore() => MetricCatalogue.Default.All.ShouldAllBe(m => m.IsDue && m.WaitsFor == null);

    [Fact]
    public void EveryWordForPeopleIsThereInBothLanguages()
    {
        foreach (var metric in MetricCatalogue.Default.All)
        {
            foreach (var words in new[] { metric.Name, metric.Definition, metric.Why })
            {
                words.En.ShouldNotBeNullOrWhiteSpace(metric.Id);
                words.De.ShouldNotBeNullOrWhiteSpace(metric.Id);
                if (words != metric.Name)
                    words.De.ShouldNotBe(words.En, metric.Id);
            }

            metric.Owner.ShouldNotBeNullOrWhiteSpace(metric.Id);
            metric.Source.ShouldNotBeNullOrWhiteSpace(metric.Id);
            metric.Frequency.ShouldNotBeNullOrWhiteSpace(metric.Id);
            metric.AnchorEntity.ShouldNotBeNullOrWhiteSpace(metric.Id);
        }
    }

    [Fact]
    public void EveryDefinitionRunsAgainstTheTablesThereAre()
    {
        using var scene = new MetricScene();
        using var reading = scene.Warehouse.Read();
        foreach (var metric in MetricCatalogue.Default.All.Where(m => m.Formula is not null))
        {
            foreach (var grain in new Grain?[] { null, Grain.Day, Grain.Week, Grain.Month, Grain.Quarter })
            {
                var query = Composition(grain, metric.Dimensions);
                var formulas = metric.Parts.Select(p => p.Formula).Append(metric.Formula).OfType<Formula>().ToArray();
                foreach (var scan in Composer.Compose(formulas.SelectMany(f => f.Measures), query, new DuckDbDialect()))
                    reading.Connection.Query(scan.Sql, [.. scan.Parameters], _ => 0).Count.ShouldBeLessThanOrEqualTo(1, metric.Id);
                foreach (var formula in formulas.Where(f => f.Interval == IntervalRule.Delta))
                {
                    var scan = ClusterComposer.Compose(formula, query, new DuckDbDialect());
                    reading.Connection.Query(scan.Sql, [.. scan.Parameters], _ => 0).Count.ShouldBeLessThanOrEqualTo(1, metric.Id);
                }
            }
        }
    }

    [Fact]
    public void EveryMeasureReadsAFactByADayColumnOfIts()
    {
        foreach (var measure in MetricCatalogue.Default.All.SelectMany(m => m.Parts.Select(p => p.Formula).Append(m.Formula)).OfType<Formula>().SelectMany(f => f.Measures))
            FactScans.All[measure.Fact].Times.ShouldContain(measure.Time);
    }

    [Fact]
    public void WhatIsOpenCanOnlyCloseAsTimePasses()
    {
        // Kept months rest on it: a count of what lies after a moving moment falls as the moment moves on.
        var moving = MetricCatalogue.Default.All.Where(m => m.Formula is not null).SelectMany(m => m.Parts.Select(p => p.Formula).Append(m.Formula).OfType<Formula>())
            .SelectMany(f => f.Measures).Where(Placeholders.Moves).ToArray();
        moving.Length.ShouldBeGreaterThan(5);
        foreach (var measure in moving)
        {
            measure.Aggregate.ShouldBeOneOf(Aggregate.Count, Aggregate.Distinct);
            measure.Where.Where(w => Placeholders.Moving.Any(word => w.Contains(word, StringComparison.Ordinal))).ShouldAllBe(w => w.Contains(" > {") && !w.Contains(" OR "));
        }
    }

    [Fact]
    public void EveryShareMeanAndRatioSaysHowSureItIs()
    {
        var due = MetricCatalogue.Default.All.Where(m => m.IsDue).ToArray();
        foreach (var metric in due.Where(IsEstimate))
            (metric.Formula?.Interval ?? metric.Interval).ShouldNotBe(IntervalRule.None, $"{metric.Id} is a share, a mean or a ratio and has no rule for its interval");
        due.Count(IsEstimate).ShouldBeGreaterThan(45);
        foreach (var (metric, part) in due.SelectMany(m => m.Parts.Where(p => p is { Unit: MetricUnit.Share, Formula: not null }).Select(p => (m, p))))
            part.Formula!.Interval.ShouldBe(IntervalRule.Wilson, $"{metric.Id}.{part.Id}");
    }

    [Fact]
    public void AndWhereThereIsAValueThereIsTheInterval()
    {
        using var scene = new MetricScene(RandomStory.Tell(3).Facts);
        var estimates = MetricCatalogue.Default.All.Where(m => m.IsDue && IsEstimate(m) && m.Interval != IntervalRule.Complete).ToArray();
        var answer = scene.Ask($"metrics={string.Join(',', estimates.Select(m => m.Id))}&from=2026-07-01&to=2026-10-01");
        // Nothing generated is nothing to be unsure of.
        var valued = answer.Results.Where(r => r.Total.Value is not null && (r.Metric.Calculation != "programme" || r.Total.Value != 0)).ToArray();
        valued.Length.ShouldBeGreaterThan(40);
        foreach (var result in valued)
        {
            var interval = result.Total.Interval.ShouldNotBeNull(result.Metric.Id);
            interval.Low.ShouldBeLessThanOrEqualTo(interval.High, result.Metric.Id);
        }

        scene.Ask("metrics=roi_pct,cpa,clv&from=2026-07-01&to=2026-10-01&intervals=false").Results.Take(2).ShouldAllBe(r => r.Total.Interval == null);
    }

    [Theory]
    [InlineData("channel=whatsapp", 30)]
    [InlineData("flow=flow0", 20)]
    [InlineData("entry_point=ad", 20)]
    [InlineData("channel=whatsapp&flow=flow1", 20)]
    [InlineData("by=channel", 35)]
    [InlineData("by=flow&channel=instagram", 30)]
    public void APartSaysHowSureItIsToo(string part, int least)
    {
        using var scene = new MetricScene(RandomStory.Tell(3).Facts);
        string[] asked = [.. part.Split('&').Select(p => p.Split('=') is ["by", var by] ? by : p.Split('=')[0]).Distinct()];
        var estimates = MetricCatalogue.Default.All.Where(m => m.IsDue && IsEstimate(m) && m.Interval != IntervalRule.Complete && asked.All(m.Dimensions.Contains)).ToArray();
        var answer = scene.Ask($"metrics={string.Join(',', estimates.Select(m => m.Id))}&from=2026-07-01&to=2026-10-01&{part}");
        var found = 0;
        foreach (var result in answer.Results)
        {
            foreach (var (figure, name) in result.Rows.Select(r => (r.Figure, $"{result.Metric.Id} {string.Join('/', r.Group.Select(g => g.Value))}")).Append((result.Total, result.Metric.Id)))
            {
                if (figure.Value is null || (result.Metric.Calculation == "programme" && figure.Value == 0))
                    continue;
                var interval = figure.Interval.ShouldNotBeNull(name);
                interval.Low.ShouldBeLessThanOrEqualTo(interval.High, name);
                found++;
            }
        }

        found.ShouldBeGreaterThan(least);
    }

    [Fact]
    public void AShareIsATopOfItsOwnBottom()
    {
        // A rate stays within 0 to 100 % where the rows above the line are among those below it.
        foreach (var metric in MetricCatalogue.Default.All.Where(m => m is { Unit: MetricUnit.Share, Formula: not null }))
        {
            var (top, bottom) = (metric.Formula!.Numerator, metric.Formula.Denominator!);
            if (top.Fact == bottom.Fact)
                bottom.Where.ShouldBeSubsetOf(top.Where, metric.Id);
        }
    }

    // Money, counts and medians are what they are; whatever is divided, or rests on assumptions, is an estimate.
    private static bool IsEstimate(Metric metric) => metric.Formula is { } formula
        ? formula is { Denominator: not null, DenominatorIsSample: false } : metric.Unit != MetricUnit.Count || metric.Calculation == "programme";

    private static Composition Composition(Grain? grain, IReadOnlyList<string> by) => new()
    {
        Period = Period.Month(2026, 9),
        Grain = grain,
        By = by,
        Model = AttributionChoice.Default,
        CutOff = Instant.FromUtc(2026, 10, 1, 0, 0),
        Settings = new MetricSettings(),
        Evidence = EvidenceBasis.Conservative,
    };
}
