using Beleg.Metrics;
using Beleg.Model;
using Beleg.Primitives;
using Beleg.Reports;
using Beleg.Reports.Channels;
using Beleg.Reports.Customers;
using Beleg.Reports.Experiments;
using Beleg.Reports.Outlook;
using Beleg.Sources;
using Beleg.Statistics.Experiments;
using Beleg.Tests.Metrics;
using NodaTime;

namespace Beleg.Tests.Reports;

/// <summary>Models side by side, customers, outlook and experiments, read from facts.</summary>
public sealed class StatisticsReportTests
{
    private static readonly Period September = Period.Month(2026, 9);

    [Fact]
    public void EveryModelSharesTheSameMoney()
    {
        var story = new Story();
        for (var i = 0; i < 20; i++)
        {
            var talk = story.Conversation(i, "2026-09-03", c => c with { Channel = i % 2 == 0 ? Channel.WhatsApp : Channel.Instagram });
            story.Credit(story.Order(i, "2026-09-05", 1_999), talk, 1_999);
        }

        story.Credit(story.Order(90, "2026-09-06", 777), null, 777);
        Nowhere(story, 50, Channel.Instagram, 10);
        var report = Read(story, facts => ChannelReader.Read(facts, new MetricSettings(), September, 1, withNulls: true));
        report.Totals.ShouldAllBe(total => total == report.Totals[0]);
        report.Totals[0].ShouldBe(20 * 19.99m + 7.77m);
        (report.Converting, report.Nulls).ShouldBe((20, 10));
        report.Models.ShouldBe(["first", "last", "last_non_direct", "linear", "position", "time_decay", "markov", "shapley"]);
        report.Rows[^1].Channel.ShouldBeNull();
        report.Rows[^1].Money.ShouldAllBe(money => money == 7.77m);

        // Two channels that never meet: each has lost what it brought, whatever else it did not bring.
        report.Rows.Single(r => r.Channel == "whatsapp").RemovalEffect!.Value.ShouldBe(.5, 1e-12);
        report.Rows.Single(r => r.Channel == "instagram").ShapleyValue!.Value.ShouldBe(2.5, 1e-12, "v(i) = 1/2, v(w) = 1, v(both) = 2/3: 1/12 against 7/12 of the rate, so an eighth of 20 orders");
        report.Cautions.ShouldNotBeEmpty();
        foreach (var language in (ReportLanguage[])[ReportLanguage.English, ReportLanguage.German])
            ChannelText.Render(report, language).ShouldContain("markov");
    }

    [Fact]
    public void AMonthWithoutAnythingHasNoChannels()
    {
        var report = Read(new Story(), facts => ChannelReader.Read(facts, new MetricSettings(), September, 2, withNulls: false));
        report.Rows.Count.ShouldBe(1);
        report.Totals.ShouldAllBe(total => total == 0);
    }

    [Fact]
    public void CustomersAreWorthWhatTheTextbookSaysAndTheModelWaitsForEnoughOfThem()
    {
        var story = new Story();

        // Ten customers a year ago, five of them again this year: churn .5, so two years; two orders of 50.00 each in each year.
        for (var i = 0; i < 10; i++)
        {
            story.Order(i, "2025-05-01", 5_000);
            story.Order(i, "2025-06-01", 5_000);
        }

        for (var i = 0; i < 5; i++)
        {
            story.Order(i, "2026-05-01", 5_000);
            story.Order(i, "2026-06-01", 5_000);
        }

        var report = Read(story, facts => CustomerReader.Read(facts, new MetricSettings(), September));
        (report.Customers, report.Repeaters).ShouldBe((10, 10));
        (report.OrderValue, report.OrdersPerYear, report.Years, report.Historic).ShouldBe((50m, 2m, 2m, 200m));
        var year = report.Retention[0];
        (year.From, year.To, year.AtStart, year.Kept, year.Retention, year.Churn).ShouldBe((new LocalDate(2025, 10, 1), new LocalDate(2026, 10, 1), 10, 5, .5m, .5m));
        (year.RetentionLow!.Value + year.ChurnHigh!.Value).ShouldBe(1m, 1e-8m, "what is not kept is lost, the interval too");
        year.LowSample.ShouldBeTrue();
        report.Retention[^1].From.ShouldBe(September.From);
        report.Retention.ShouldAllBe(r => r.WithChat == null, "nobody was messaged before: one side alone would be all of them");
        report.Cautions.ShouldContain(c => c.En.Contains("Only 10 customers at the start"));
        report.Cautions.ShouldContain(c => c.En.Contains("churn look lower"));
        CustomerText.Render(report, ReportLanguage.English).ShouldContain("50.0% (");
        report.Outlook.ShouldBeNull();
        report.Cautions[0].En.ShouldContain("10 customers bought again");
        report.Cohorts.Single().Customers.ShouldBe(10);
        report.Cohorts[0].Shares[1].ShouldBe(1);
        report.Cohorts[0].Shares[12].ShouldBe(.5);
        CustomerText.Render(report, ReportLanguage.German).ShouldContain("Kunden");
    }

    [Fact]
    public void WithEnoughRepeatsTheModelsSayWhatIsExpectedAndAreHeldAgainstTheirPast()
    {
        var story = new Story();
        var random = new Random(8);
        for (var i = 0; i < 600; i++)
        {
            var at = new LocalDate(2025, 1, 1).PlusDays(random.Next(200));
            var rate = 20 + random.Next(120);
            do
                story.Order(i, $"{at:uuuu-MM-dd}", 2_000 + random.Next(4_000));
            while (random.Next(4) > 0 && (at = at.PlusDays(1 + random.Next(2 * rate))) < new LocalDate(2026, 9, 30));
        }

        var report = Read(story, facts => CustomerReader.Read(facts, new MetricSettings(), September));
        var outlook = report.Outlook.ShouldNotBeNull();
        outlook.Purchases.ShouldBeGreaterThan(0);
        outlook.Value.ShouldBe((decimal)outlook.Purchases * 40, (decimal)outlook.Purchases * 8);
        outlook.AliveRepeaters.ShouldBeInRange(.01, .99);
        outlook.Check.ShouldNotBeNull().Weeks.ShouldBe(13);
        CustomerText.Render(report, ReportLanguage.English).ShouldContain("worth, discounted");
    }

    [Fact]
    public async Task TheTimeAheadIsForecastFromTheMetricsOwnFigures()
    {
        var story = new Story();
        for (var day = new LocalDate(2026, 8, 1); day < new LocalDate(2026, 10, 1); day = day.PlusDays(1))
        {
            for (var i = 0; i < (day.DayOfWeek == IsoDayOfWeek.Sunday ? 2 : 5); i++)
                story.Conversation(i, $"{day:uuuu-MM-dd}T1{i}:00:00Z");
        }

        using var scene = new MetricScene(story.Facts);
        var metric = MetricCatalogue.Default.Named("automated_conversations").Single();
        var past = new Period(new LocalDate(2026, 8, 1), new LocalDate(2026, 10, 1));
        var report = await OutlookReader.ReadAsync(scene.Engine, scene.Warehouse, scene.Settings, metric, past, 1, 1.5m, TestContext.Current.CancellationToken);
        report.Grain.ShouldBe(Grain.Day);
        report.Past.Sum(p => p.Value).ShouldBe(61 * 5 - 9 * 3);
        report.Ahead.Count.ShouldBe(31);
        report.Ahead[0].From.ShouldBe(new LocalDate(2026, 10, 1));
        report.Sum!.Value.ShouldBe(31 * 5 - 4 * 3, 1m);
        report.Extended!.Value.ShouldBe(report.Sum.Value * 1.5m);
        report.Tests.Count.ShouldBe(3);
        report.Sentence.En.ShouldContain("31 days");
        OutlookCharts.Of(report).Series[1].Values.Count.ShouldBe(OutlookCharts.Of(report).Categories.Count);
        OutlookCharts.Of(report).Series[1].RangeName.En.ShouldBe("80% interval");
        OutlookText.Render(report, ReportLanguage.German).ShouldContain("31 Tage");
    }

    [Fact]
    public void AnOutlookThatIsNotThereYetSaysFromWhenOn()
    {
        var metric = MetricCatalogue.Default.Named("attributed_revenue").Single();
        OutlookPoint[] past = [.. Enumerable.Range(0, 5).Select(i => new OutlookPoint(new LocalDate(2026, 9, 26).PlusDays(i), 20 + i))];

        var early = OutlookReader.Compose(metric, "USD", Grain.Day, past, new LocalDate(2026, 10, 1), 1, null);
        early.Ahead.ShouldBeEmpty();
        OutlookReader.BeginsOn(early).ShouldBe(new LocalDate(2026, 10, 4), "eight days of data are needed");

        OutlookPoint[] longer = [.. Enumerable.Range(0, OutlookReader.LeastSteps(Grain.Day)).Select(i => new OutlookPoint(new LocalDate(2026, 9, 26).PlusDays(i), 20 + i))];
        OutlookReader.Compose(metric, "USD", Grain.Day, longer, new LocalDate(2026, 10, 4), 1, null).Ahead.ShouldNotBeEmpty();
        OutlookReader.BeginsOn(OutlookReader.Compose(metric, "USD", Grain.Day, [], new LocalDate(2026, 10, 1), 1, null)).ShouldBeNull();
    }

    [Fact]
    public void MoneyThatIsExpectedHasNoCents()
    {
        var metric = MetricCatalogue.Default.Named("attributed_revenue").Single();
        OutlookPoint[] past = [.. Enumerable.Range(0, 60).Select(i => new OutlookPoint(new LocalDate(2026, 8, 1).PlusDays(i), 20.37m + (i % 7)))];

        var sentence = OutlookReader.Compose(metric, "USD", Grain.Day, past, new LocalDate(2026, 9, 30), 1, null).Sentence;

        sentence.En.ShouldMatch(@"are worth \$[0-9,]+, or");
        sentence.De.ShouldMatch(@"sind [0-9.]+\u00a0\$ wert");
    }

    [Theory]
    [InlineData("revenue_per_chat")]
    [InlineData("containment_rate")]
    [InlineData("payback_months")]
    public void WhatDoesNotAddUpIsNotForecast(string metric) => OutlookReader.CanLookAhead(MetricCatalogue.Default.Named(metric).Single()).ShouldBeFalse();

    [Theory]
    [InlineData("net_value")]
    [InlineData("avoided_support_cost")]
    [InlineData("attributed_revenue")]
    [InlineData("automated_conversations")]
    public void WhatAddsUpIs(string metric) => OutlookReader.CanLookAhead(MetricCatalogue.Default.Named(metric).Single()).ShouldBeTrue();

    [Fact]
    public void AnExperimentIsReadFromExposuresAndTheOrdersAfterThem()
    {
        var story = new Story();
        for (var i = 1; i <= 1200; i++)
        {
            Exposed(story, i, i % 2 == 0 ? "control" : "with name", "2026-09-02");
            if (i % 10 == 0 || (i % 2 == 1 && i % 5 == 0))
                story.Order(i, "2026-09-03", 3_000);

            // Before the first exposure: behaviour of the past, no outcome.
            if (i % 7 == 0)
                story.Order(i, "2026-08-20", 1_000);
        }

        Exposed(story, 5000, "control", "2026-09-02");
        Exposed(story, 5000, "with name", "2026-09-04");
        var plan = new Experiment("opener", "", "", []);
        var report = Read(story, facts => ExperimentReader.Read(facts, new MetricSettings(), plan, ExperimentMetric.Find("conversion")!)).ShouldNotBeNull();
        report.Arms.Select(a => (a.Arm, a.Contacts)).ShouldBe([("control", 600L), ("with name", 600)]);
        report.InSeveralArms.ShouldBe(1);
        report.Arms[0].Value!.Value.ShouldBe(.2, 1e-12);
        report.Arms[1].Value!.Value.ShouldBe(.2, 1e-12);
        report.Comparisons.Single().VarianceReduction.ShouldNotBeNull();
        report.ContactsNeeded!.Value.ShouldBeGreaterThan(1000);
        var money = Read(story, facts => ExperimentReader.Read(facts, new MetricSettings(), plan, ExperimentMetric.Find("revenue")!)).ShouldNotBeNull();
        money.Arms[0].Value!.Value.ShouldBe(6, 1e-9);
        var orders = Read(story, facts => ExperimentReader.Read(facts, new MetricSettings(), plan, ExperimentMetric.Find("order_value")!)).ShouldNotBeNull();
        orders.Arms[1].Value!.Value.ShouldBe(30, 1e-9);
        ExperimentText.Render(money, ReportLanguage.German).ShouldContain("with name");
    }

    [Fact]
    public void AnArmAfterWhichPeopleLeaveIsRolledBack()
    {
        var story = new Story();
        for (var i = 1; i <= 1000; i++)
        {
            Exposed(story, i, i % 2 == 0 ? "a" : "b", "2026-09-02");
            if (i % 2 == 1 && i % 3 == 0)
                story.Person(i, p => p with { OptedOutAt = Story.At("2026-09-03") });
            if (i % 4 == 0)
                story.Order(i, "2026-09-03", 3_000);
        }

        var report = Read(story, facts => ExperimentReader.Read(facts, new MetricSettings(), new Experiment("opener", "", "", ["a", "b"]), ExperimentMetric.All[0])).ShouldNotBeNull();
        report.Comparisons.Single().Verdict.ShouldBe(VerdictKind.RollBack);
        Read(story, facts => ExperimentReader.Read(facts, new MetricSettings(), new Experiment("another", "", "", []), ExperimentMetric.All[0])).ShouldBeNull();
    }

    [Fact]
    public async Task TheExperimentsThatWereSeenAreListed()
    {
        var story = new Story();
        Exposed(story, 1, "a", "2026-09-02");
        Exposed(story, 2, "b", "2026-09-05");
        using var scene = new MetricScene(story.Facts);
        (await ExperimentReader.ListAsync(scene.Engine, scene.Warehouse, TestContext.Current.CancellationToken))
            .ShouldBe([new ExperimentSummary("opener", 2, 2, new LocalDate(2026, 9, 2), new LocalDate(2026, 9, 5))]);
    }

    private static T Read<T>(Story story, Func<FactReader, T> read)
    {
        using var scene = new MetricScene(story.Facts);
        return scene.Engine.ReadAsync(scene.Warehouse, read, TestContext.Current.CancellationToken).GetAwaiter().GetResult();
    }

    private static void Exposed(Story story, int contact, string variation, string day)
    {
        story.Person(contact, p => p);
        story.Batch.Exposures.Add(new ExposureFact
        {
            Exposure = story.Next(),
            Contact = Story.Person(contact),
            ExperimentId = "opener",
            VariationId = variation,
            At = Story.At(day + "T08:00:00Z"),
            Day = Story.Day(Story.At(day)),
        });
    }

    // Contacts whose only touch led to nothing.
    private static void Nowhere(Story story, int from, Channel channel, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var talk = story.Conversation(from + i, "2026-09-10", c => c with { Channel = channel });
            story.Batch.Touchs.Add(new TouchFact
            {
                Touch = story.Next(),
                Contact = talk.Contact,
                At = talk.StartedAt,
                Day = talk.Day,
                Kind = TouchKind.Conversation,
                IsChat = true,
                IsDirect = false,
                Channel = channel,
                TrafficChannel = TrafficChannel.Unassigned,
                Conversation = talk.Conversation,
                EntryPoint = EntryPoint.Organic,
                Bid = Key.None,
            });
        }
    }
}
