using System.Globalization;
using System.Text;
using Beleg.Keys;
using Beleg.Model;
using Beleg.Reports;
using Beleg.Reports.Books;
using Beleg.Sources;
using Beleg.Tests.Support;
using NodaTime;
using static Beleg.Tests.Support.Some;

namespace Beleg.Tests.Reports.Books;

/// <summary>Nothing in the books is written over: every version stays, with who wrote it and why.</summary>
public sealed class LedgerReaderTests
{
    [Fact]
    public async Task ACorrectedCostIsTheNextVersionAndTheFoldCountsIt()
    {
        Event[] events = [Cost("2026-09-01 10:00", 30_000, "ines", "contract"), Cost("2026-09-05 10:00", 25_000, "tom", "discount agreed")];

        var line = (await Read(events)).Costs.ShouldHaveSingleItem();

        line.Versions.Select(v => (v.Number, v.Said.AmountMinor, v.Written.By, v.Written.Reason)).ShouldBe([(1, 30_000, "ines", "contract"), (2, 25_000, "tom", "discount agreed")]);
        var folded = new FactBatch();
        LedgerFold.Fold(events, Settings, folded);
        folded.Costs.ShouldHaveSingleItem().AmountMinor.ShouldBe(line.Latest.Said.AmountMinor);
    }

    [Fact]
    public async Task VersionsOfAnAssumptionAreNumberedAsTheFoldNumbersThem()
    {
        Event[] events = [Assume("2026-09-01 10:00", .5m, new LocalDate(2026, 10, 1)), Assume("2026-09-02 10:00", .6m, null), Assume("2026-09-03 10:00", .7m, new LocalDate(2026, 9, 2))];
        var folded = new FactBatch();
        LedgerFold.Fold(events, Settings, folded);

        var line = (await Read(events)).Assumptions.ShouldHaveSingleItem();

        line.Versions.Select(v => (v.Number, v.Said.Value)).ShouldBe(folded.Assumptions.Select(a => (a.Version, (decimal?)a.Value)));
        line.Versions.Select(v => v.Said.Value).ShouldBe([.6m, .7m, .5m]);
    }

    [Fact]
    public async Task TheSameEntryDeliveredTwiceIsOneVersion()
    {
        var once = Cost("2026-09-01 10:00", 30_000, "ines", null);

        (await Read(once, once)).Costs.Single().Versions.Count.ShouldBe(1);
    }

    [Fact]
    public async Task AgreementsAndHypothesesKeepTheirHistory()
    {
        var book = await Read(
            Set("2026-09-01 10:00", EventKind.MetricAgreed, new AgreementPayload { MetricId = "aov", Owner = "Ines", Target = 60 }),
            Set("2026-09-02 10:00", EventKind.MetricAgreed, new AgreementPayload { MetricId = "aov", Owner = "Tom", Target = 65 }),
            Set("2026-09-01 10:00", EventKind.HypothesisSet, new HypothesisPayload { HypothesisId = "h2", MetricId = "aov", Target = 70, Due = new LocalDate(2026, 12, 1) }),
            Set("2026-09-01 10:00", EventKind.HypothesisSet, new HypothesisPayload { HypothesisId = "h1", MetricId = "csat", Target = .9m, Due = new LocalDate(2026, 11, 1), Closed = true }));

        book.Agreements["aov"].Versions.Select(v => (v.Said.Owner, v.Said.Target)).ShouldBe([("Ines", 60m), ("Tom", 65m)]);
        book.Hypotheses.Select(h => h.Id).ShouldBe(["h2", "h1"]);
    }

    [Fact]
    public async Task ABrowserWritesNothingIntoTheBooks() =>
        (await Read(Cost("2026-09-01 10:00", 1, null, null) with { Trust = Trust.Browser })).Costs.ShouldBeEmpty();

    private static Event Cost(string at, long minor, string? by, string? reason) =>
        Set(at, EventKind.CostRecorded, new CostPayload { CostId = "platform", Cost = "platform", Recurrence = CostRecurrence.Monthly, From = new LocalDate(2026, 8, 1), AmountMinor = minor, Currency = "EUR" }, by, reason);

    private static Event Assume(string at, decimal value, LocalDate? from) => Set(at, EventKind.AssumptionSet, new AssumptionPayload { AssumptionId = "margin", Value = value, ValidFrom = from });

    private static Event Set(string at, EventKind kind, Payload payload, string? by = null, string? reason = null) => Named(new Event
    {
        Kind = kind,
        Id = default,
        OccurredAt = At(at),
        Source = "operator",
        Trust = Trust.Operator,
        Payload = payload,
        Personal = new Personal { Traits = new[] { ("agent", by), ("reason", reason) }.Where(t => t.Item2 is not null).ToDictionary(t => t.Item1, t => t.Item2!) },
    });

    private static async Task<LedgerBook> Read(params Event[] events)
    {
        var keys = KeyRing.InMemory();
        keys.Create(SomeDelivery.Workspace);
        var journal = new InMemoryJournal(keys);
        foreach (var i in Enumerable.Range(0, events.Length))
            await journal.AppendAsync(SomeDelivery.Saying(i.ToString(CultureInfo.InvariantCulture)), CancellationToken.None);
        var personal = new PersonalReader(journal, SomeDelivery.Workspace, (delivery, into) => into.Add(0, events[int.Parse(Encoding.UTF8.GetString(delivery.Body.Span), CultureInfo.InvariantCulture)]));
        return await new LedgerReader(personal, DateTimeZone.Utc).ReadAsync([.. events.Select((e, i) => new JournaledEvent(i + 1, 0, e with { Personal = null }))], TestContext.Current.CancellationToken);
    }
}
