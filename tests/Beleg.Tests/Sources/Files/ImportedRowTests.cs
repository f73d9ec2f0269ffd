using System.Text;
using Beleg.Primitives;
using Beleg.Sources;
using Beleg.Sources.Files;
using NodaTime;

namespace Beleg.Tests.Sources.Files;

public sealed class ImportedRowTests : IDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("beleg-rows").FullName;

    public void Dispose() => Directory.Delete(directory, recursive: true);

    public static TheoryData<string> Kinds => [.. ImportKinds.All.Select(k => k.Name)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task TheDocumentedExamplesOfAKindAreTakenAsTheyStand(string name)
    {
        var kind = ImportKinds.Named(name);
        // Rates are either of currencies or of messages.
        var columns = kind.Columns.Where(c => name != "rates" || c.Name is not ("from_currency" or "to_currency")).ToList();
        var text = string.Join(',', columns.Select(c => c.Name)) + "\n" + string.Join(',', columns.Select(c => $"\"{c.Example}\"")) + "\n";

        var (report, events) = await Import(name, text);

        report.Errors.ShouldBeEmpty();
        events.ShouldAllBe(e => e.Kind != EventKind.Unknown);
        events.Count.ShouldBeGreaterThan(0);
        report.Columns.ShouldAllBe(c => c.Column != null);
    }

    [Fact]
    public async Task AnOrderKeepsItsMoneyItsClickIdAndItsBuyer()
    {
        var (_, events) = await Import("orders",
            "order_id,placed_at,total,currency,tax,email,customer_id,bid,coupon,shop,utm_medium\n1001,2026-09-01T10:00:00Z,49.90,EUR,7.97,Ada@Example.com,7,b-1,A|B,blooms.example,chat\n");

        var order = events.Single().Payload.ShouldBeOfType<OrderPayload>();
        (order.Shop, order.OrderId, order.TotalMinor, order.TaxMinor, order.Bid, order.FinancialStatus).ShouldBe(("blooms.example", "1001", 4990, 797, "b-1", "paid"));
        order.Coupons.ShouldBe(["A", "B"]);
        events[0].Utm!.Medium.ShouldBe("chat");
        events[0].Identifiers.Select(i => (i.Type, i.Value)).ShouldBe([(IdentifierType.CustomerId, "7"), (IdentifierType.Email, "ada@example.com")], ignoreOrder: true);
        events[0].Trust.ShouldBe(Trust.Server);
    }

    [Fact]
    public async Task TheLandingPageOfAnOrderBringsItsTagsAndItsClickId()
    {
        var (_, events) = await Import("orders", "order_id,placed_at,total,currency,Landing Site,utm_campaign\n1,2026-09-01,5,EUR,/p?utm_source=instagram&utm_medium=chat&utm_campaign=x&bid=b-9,mine\n");

        ((OrderPayload)events[0].Payload!).Bid.ShouldBe("b-9");
        events[0].Utm.ShouldBe(new Utm("instagram", "chat", "mine", null, null));
    }

    [Theory]
    [InlineData("1001,2026-09-01,12.345,EUR", "decimals")]
    [InlineData("1001,2026-09-01,-1,EUR", "negative")]
    [InlineData("1001,2026-09-01,99999999999999.00,EUR", "10^12")]
    [InlineData("1001,1999-09-01,12,EUR", "2005")]
    [InlineData("1001,2199-09-01,12,EUR", "48 h")]
    [InlineData("1001,2026-09-01,10.5,JPY", "decimals")]
    public async Task WhatTheJournalWouldRefuseIsSaidWithItsLine(string row, string reason)
    {
        var (report, events) = await Import("orders", "order_id,placed_at,total,currency\n" + row + "\n1002,2026-09-01,1,EUR\n");

        var error = report.Errors.Single();
        error.Line.ShouldBe(2);
        error.Message.ShouldContain(reason);
        events.Count.ShouldBe(1);
    }

    [Fact]
    public async Task CostsAndRatesReachTheLedgerByTheirColumns()
    {
        var (_, costs) = await Import("costs", "kind,amount,currency,from,recurrence,human,hours,rate\nplatform,6000,USD,2026-08,monthly,no,,\nagents,,USD,2026-08-01,once,yes,12.5,50\n");
        costs.Select(e => ((CostPayload)e.Payload!).AmountMinor).ShouldBe([600_000, 62_500]);
        costs.Select(e => ((CostPayload)e.Payload!).Human).ShouldBe([false, true]);
        ((CostPayload)costs[0].Payload!).From.ShouldBe(new LocalDate(2026, 8, 1));

        var (_, rates) = await Import("rates", "day,rate,from_currency,to_currency,country,category,currency,channel\n2026-09-01,1.0842,EUR,USD,,,,\n2026-10-01,0.1365,,,49,marketing,EUR,whatsapp\n");
        rates.Select(e => e.Kind).ShouldBe([EventKind.ExchangeRateSet, EventKind.MessageRateSet]);
        rates.Select(e => ((RatePayload)e.Payload!).Rate).ShouldBe([1.0842m, 0.1365m]);
        ((RatePayload)rates[1].Payload!).Day.ShouldBe(new LocalDate(2026, 10, 1));
    }

    [Fact]
    public async Task AVisitBringsItsConversionAndItsTrafficChannel()
    {
        var (_, events) = await Import("visits", "started_at,anonymous_id,landing_url,referrer,conversion\n2026-09-01T10:00:00Z,v1,https://a.example/pricing,https://www.google.com/,trial\n");

        events.Select(e => e.Kind).ShouldBe([EventKind.SessionStarted, EventKind.Conversion]);
        ((SessionPayload)events[0].Payload!).TrafficChannel.ShouldBe(TrafficChannel.OrganicSearch);
        ((ConversionPayload)events[1].Payload!).Session.ShouldBe(((SessionPayload)events[0].Payload!).Session);
    }

    [Fact]
    public async Task EventsOfTheVocabularyAreReadByTheirTypes()
    {
        var (_, events) = await Import("events",
            "Event;Time;User ID;handoff_id;required_fields;expects_reply;Channel\nHandoff Requested;2026-09-01 12:00;7;h1;a|b;;webchat\nMessage Sent;2026-09-01 12:01;7;;;ja;webchat\n",
            new ImportOptions { Cells = new CellFormat { Zone = DateTimeZoneProviders.Tzdb["Europe/Berlin"] } });

        events[0].OccurredAt.ShouldBe(Instant.FromUtc(2026, 9, 1, 10, 0));
        ((HandoffPayload)events[0].Payload!).RequiredFields.ShouldBe(["a", "b"]);
        ((MessagePayload)events[1].Payload!).ExpectsReply.ShouldBeTrue();
    }

    [Fact]
    public async Task OneBadRowDoesNotCostItsNeighboursOfTheSameDelivery()
    {
        var text = new StringBuilder("order_id,placed_at,total,currency\n");
        for (var i = 0; i < 300; i++)
            text.Append(i).Append(",2026-09-01,").Append(i % 50 == 7 ? "1.999" : "1.99").Append(",EUR\n");

        var (report, events) = await Import("orders", text.ToString());

        (report.Taken, report.Refused, events.Count).ShouldBe((294, 6, 294));
        report.Errors.Select(e => e.Line).ShouldBe([9, 59, 109, 159, 209, 259]);
    }

    private async Task<(ImportReport Report, List<Event> Events)> Import(string kind, string text, ImportOptions? options = null)
    {
        var path = Path.Combine(directory, kind + ".csv");
        await File.WriteAllTextAsync(path, text);
        var source = SourceCatalogue.Find("import")!;
        var context = new TranslationContext(new SourceSettings { Name = "import", Provider = "import" }, new KeyedHash(new byte[32]));
        var translation = new Translation();
        using var import = new FileImport(ImportKinds.Named(kind), (options ?? new ImportOptions()) with { FileTime = Instant.FromUtc(2026, 9, 9, 0, 0) }, source, context);
        var report = await import.RunAsync(path, (bodies, _) =>
        {
            foreach (var body in bodies)
                source.Translate(new Delivery(1, "w", "import", SystemClock.Instance.GetCurrentInstant(), new Dictionary<string, string>(), body), context, translation);
            return Task.CompletedTask;
        }, null, TestContext.Current.CancellationToken);
        translation.Refusals.ShouldBeEmpty();
        return (report, translation.Events.ConvertAll(e => e.Event));
    }
}
