using System.Text;
using System.Text.Json;
using Beleg.Primitives;
using Beleg.Sources;
using Beleg.Sources.Files;
using Beleg.Warehouse.DuckDb;
using NodaTime;

namespace Beleg.Tests.Sources.Files;

public sealed class FileImportTests : IDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("beleg-import").FullName;
    private readonly List<JsonElement> items = [];

    public void Dispose() => Directory.Delete(directory, recursive: true);

    [Fact]
    public async Task AShopsExportIsReadByItsOwnHeaders()
    {
        var report = await Import("orders", "orders.csv",
            "Name,Email,Financial Status,Created at,Currency,Taxes,Shipping,Total,Discount Code,Refunded Amount,Gift Note\n" +
            "#1001,ada@example.com,paid,2026-09-01 10:22:33 +0200,USD,1.60,4.90,49.90,BLOOM10,0.00,with love\n" +
            "#1001,,,,,,,,,,\n" +
            "#1002,eve@example.com,partially_refunded,2026-09-02 09:00:00 +0200,USD,0,0,30.00,,10.00,\n");

        report.Refused.ShouldBe(0);
        (report.Rows, report.Taken, report.Continued, report.Events).ShouldBe((3, 2, 1, 3));
        report.Columns.Single(c => c.Header == "Gift Note").ShouldBe(new ColumnMapping("Gift Note", null, "gift_note"));
        items.Select(i => i.GetProperty("event").GetString()).ShouldBe(["Order Completed", "Order Completed", "Order Refunded"]);
        var first = items[0].GetProperty("properties");
        items[0].GetProperty("timestamp").GetString().ShouldBe("2026-09-01T08:22:33Z");
        first.GetProperty("total").GetString().ShouldBe("49.90");
        first.GetProperty("email").GetString().ShouldBe("ada@example.com");
        first.GetProperty("coupon")[0].GetString().ShouldBe("BLOOM10");
        first.GetProperty("gift_note").GetString().ShouldBe("with love");
        items[2].GetProperty("properties").GetProperty("amount").GetString().ShouldBe("10.00");
    }

    [Fact]
    public async Task GoodRowsGoInAndTheOthersAreNamedByLineAndColumn()
    {
        var report = await Import("orders", "orders.csv",
            "order_id,placed_at,total,currency,email\n" +
            "1,2026-09-01,10.00,EUR,a@example.com\n" +
            "2,soon,10.00,EUR,b@example.com\n" +
            "3,2026-09-01,\"10,00\",XXY,c@example.com\n" +
            ",2026-09-01,10.00,EUR,d@example.com\n" +
            "5,2026-09-01,10.00,EUR,bad\n" +
            "6,2026-09-01,10.00,EUR,f@example.com,more\n");

        (report.Taken, report.Refused).ShouldBe((1, 5));
        report.Errors.Select(e => e.In("orders.csv")).ShouldBe(
        [
            "orders.csv:3: placed_at: 'soon' is no time; write 2026-09-01T10:22:33Z.",
            "orders.csv:4: total: '10,00' is no number; write 1234.56 and nothing else, or say --decimal comma.",
            "orders.csv:4: currency: 'XXY' is no currency of ISO 4217; write three letters such as EUR.",
            "orders.csv:5: order_id: is empty; every row needs it.",
            "orders.csv:6: 'email' is no address.",
            "orders.csv:7: 6 cells where the header has 5; quote a cell that holds the separator.",
        ]);
        items.Count.ShouldBe(1);
    }

    [Fact]
    public async Task AGermanSpreadsheetNeedsNoOption()
    {
        var options = new ImportOptions { Cells = new CellFormat { EitherDecimal = true } };
        var report = await Import("orders", "bestellungen.csv", "Bestellnummer;Datum;Total;Währung;Email\n1;01.09.2026;1.234,50;EUR;a@example.com\n2;02.09.2026;19,90;EUR;b@example.com\n", options);

        (report.Taken, report.Refused).ShouldBe((2, 0));
        items.Select(i => i.GetProperty("properties").GetProperty("total").GetString()).ShouldBe(["1234.50", "19.90"]);
        (await Import("orders", "orders.csv", "order_id,placed_at,total,currency\n1,2026-09-01,\"19,90\",EUR\n", options)).Errors.ShouldHaveSingleItem().Message.ShouldContain("--decimal comma");
    }

    [Fact]
    public async Task AMapOfAHeaderThatTheFileLacksIsAMistakeAndNotSilence() =>
        (await Should.ThrowAsync<UserErrorException>(() => Import("orders", "orders.csv", "order_id,placed_at,total,currency\n1,2026-09-01,5,EUR\n",
            new ImportOptions { Map = new Dictionary<string, string> { ["Summe"] = "total" } }))).Message.ShouldStartWith("--map Summe: the file has no such header.");

    [Fact]
    public async Task AFileThatIsNoTextIsSaidToBeNone() =>
        (await Should.ThrowAsync<UserErrorException>(() => Import("orders", "orders.csv", "\u0001\u0002order,\u0003\n1,2\n"))).Message.ShouldBe("The file is no text; CSV, JSON lines and Parquet are read.");

    [Fact]
    public async Task TheSameFileAgainMakesTheSameEvents()
    {
        const string Text = "clicked_at,code,email\n2026-09-01T10:00:00Z,abc,a@example.com\n2026-09-01T10:00:00Z,abc,a@example.com\n2026-09-02T10:00:00Z,abc,a@example.com\n";
        await Import("clicks", "clicks.csv", Text);
        var once = items.Select(i => i.GetProperty("messageId").GetString()).ToList();
        items.Clear();
        await Import("clicks", "again.csv", Text);

        items.Select(i => i.GetProperty("messageId").GetString()).ShouldBe(once);
        once.Distinct().Count().ShouldBe(3, "two equal rows are two clicks, not one");
    }

    [Fact]
    public async Task OrderAndHeadersOfColumnsDoNotMakeARowAnother()
    {
        await Import("clicks", "one.csv", "clicked_at,code,email\n2026-09-01T10:00:00Z,abc,a@example.com\n");
        await Import("clicks", "two.csv", "E-Mail;Link;Time\na@example.com;abc;2026-09-01 10:00\n");

        items[0].GetProperty("messageId").GetString().ShouldBe(items[1].GetProperty("messageId").GetString());
    }

    [Fact]
    public async Task ACorrectedFileSpeaksLaterThanTheOneBefore()
    {
        await Import("orders", "a.csv", "order_id,placed_at,total,currency\n1,2026-09-01,10.00,EUR\n", new ImportOptions { FileTime = Instant.FromUtc(2026, 9, 2, 0, 0) });
        await Import("orders", "a.csv", "order_id,placed_at,total,currency\n1,2026-09-01,12.00,EUR\n", new ImportOptions { FileTime = Instant.FromUtc(2026, 9, 3, 0, 0) });

        items[0].GetProperty("messageId").GetString().ShouldBe(items[1].GetProperty("messageId").GetString());
        items.Select(i => i.GetProperty("properties").GetProperty("updated_at").GetString()).ShouldBe(["2026-09-02T00:00:00Z", "2026-09-03T00:00:00Z"]);
    }

    [Fact]
    public async Task AMessageBringsItsDeliveryLife()
    {
        await Import("messages", "m.csv",
            "time,direction,channel,id,sender,message,phone,delivered at,read at\n" +
            "2026-09-01 10:00,outgoing,WhatsApp,m1,Agent,\"Hello,\nyou\",+4915112345678,2026-09-01 10:01,2026-09-01 10:02\n");

        items.Select(i => i.GetProperty("event").GetString()).ShouldBe(["Message Sent", "Message Delivered", "Message Read"]);
        items.Select(i => i.GetProperty("properties").GetProperty("message_id").GetString()).ShouldAllBe(id => id == "m1");
        items[0].GetProperty("properties").GetProperty("actor").GetString().ShouldBe("human");
        items[0].GetProperty("properties").GetProperty("text").GetString().ShouldBe("Hello,\nyou");
        items.Select(i => i.GetProperty("messageId").GetString()).Distinct().Count().ShouldBe(3);
    }

    [Fact]
    public async Task AMissingColumnIsSaidBeforeAnythingIsTaken()
    {
        var wrong = await Should.ThrowAsync<UserErrorException>(() => Import("orders", "o.csv", "order_id,when\n1,2026-09-01\n"));

        wrong.Message.ShouldContain("placed_at, total, currency");
        wrong.Message.ShouldContain("--map");
    }

    [Fact]
    public async Task MapAndSetSayWhatTheHeadersDoNot()
    {
        var report = await Import("orders", "o.csv", "ref,when,Brutto,secret\n1,2026-09-01,\"12,50\",x\n", new ImportOptions
        {
            Map = new Dictionary<string, string> { ["ref"] = "order_id", ["when"] = "placed_at", ["brutto"] = "total", ["secret"] = "" },
            Set = new Dictionary<string, string> { ["currency"] = "eur" },
            Cells = new CellFormat { DecimalComma = true },
        });

        report.Taken.ShouldBe(1);
        var order = items.Single().GetProperty("properties");
        (order.GetProperty("total").GetString(), order.GetProperty("currency").GetString()).ShouldBe(("12.50", "EUR"));
        order.TryGetProperty("secret", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task JsonLinesMayBringNewKeysOnAnyLine()
    {
        var report = await Import("events", "e.jsonl",
            """
            {"event":"Handoff Requested","timestamp":"2026-09-01T10:00:00Z","userId":"7","properties":{"handoff_id":"h1","reason":"price","required_fields":["a","b"]}}
            not json
            {"type":"track","event":"Handoff Accepted","timestamp":"2026-09-01T10:05:00Z","messageId":"x-1","userId":"7","properties":{"handoff_id":"h1","repeated":false}}
            """);

        (report.Taken, report.Refused).ShouldBe((2, 1));
        report.Errors.Single().Line.ShouldBe(2);
        items[0].GetProperty("userId").GetString().ShouldBe("7");
        items[0].GetProperty("properties").GetProperty("required_fields").GetArrayLength().ShouldBe(2);
        items[1].GetProperty("messageId").GetString().ShouldBe("events:x-1");
        items[1].GetProperty("properties").GetProperty("repeated").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task LinesOfTheSegmentApiAreImportedAsTheyAre()
    {
        var report = await Import("events", "calls.jsonl",
            """
            {"type":"identify","messageId":"i-1","timestamp":"2026-09-01T10:00:00Z","userId":"7","traits":{"email":"a@example.com","name":"Ada"}}
            {"type":"track","event":"Survey Answered","messageId":"t-1","timestamp":"2026-09-01T10:05:00Z","userId":"7","properties":{"type":"nps","score":9}}
            """);

        report.Errors.ShouldBeEmpty();
        items.Select(i => i.GetProperty("event").GetString()).ShouldBe(["Contact Seen", "Survey Answered"]);
        items[0].GetProperty("properties").GetProperty("email").GetString().ShouldBe("a@example.com");
        items[1].GetProperty("properties").GetProperty("type").GetString().ShouldBe("nps");
        items[1].GetProperty("properties").GetProperty("score").GetInt32().ShouldBe(9);
    }

    [Fact]
    public async Task TheLineThatExcelWritesForItselfIsNoHeader()
    {
        var report = await Import("orders", "excel.csv", "sep=;\norder_id;placed_at;total;currency\n1;2026-09-01;12.50;EUR\n");

        (report.Taken, report.Refused).ShouldBe((1, 0));
    }

    [Fact]
    public async Task ParquetComesOutLikeTheSameCsv()
    {
        var csv = Path.Combine(directory, "o.csv");
        var parquet = Path.Combine(directory, "o.parquet");
        await File.WriteAllTextAsync(csv, "order_id,placed_at,total,currency,test\n1,2026-09-01 10:00:00,10.00,EUR,false\n2,2026-09-02 11:30:00,7.50,EUR,true\n");
        using (var engine = DuckDbInstance.Open(new DuckDbOptions { DataDirectory = directory }))
        using (var connection = engine.Connect())
        {
            connection.Execute($"copy (select order_id::integer as order_id, placed_at::timestamp as placed_at, total::decimal(10,2) as total, currency, test::boolean as test from read_csv('{csv}', header = true, all_varchar = true)) to '{parquet}' (format parquet)");
        }

        await ImportFile("orders", csv, new ImportOptions());
        var expected = items.ConvertAll(i => i.GetRawText());
        items.Clear();
        var report = await ImportFile("orders", parquet, new ImportOptions());

        report.Format.ShouldBe("Parquet, 2 rows");
        items.ConvertAll(i => i.GetRawText().Replace("\"line\":1,", "\"line\":2,", StringComparison.Ordinal).Length).ShouldBe(expected.ConvertAll(e => e.Length));
        items.ConvertAll(i => i.GetProperty("messageId").GetString()).ShouldBe(expected.ConvertAll(e => JsonDocument.Parse(e).RootElement.GetProperty("messageId").GetString()));
        items[1].GetProperty("properties").GetProperty("total").GetString().ShouldBe("7.50");
        items[1].GetProperty("properties").GetProperty("test").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task ManyRowsBecomeDeliveriesOfAFewAndProgressGoesToOne()
    {
        var text = new StringBuilder("started_at,anonymous_id,landing_url\n");
        for (var i = 0; i < 12_000; i++)
            text.Append("2026-09-01T10:00:00Z,v").Append(i).Append(",https://shop.example/\n");
        var told = new List<double>();

        var report = await Import("visits", "v.csv", text.ToString(), progress: told);

        report.Taken.ShouldBe(12_000);
        items.Count.ShouldBe(12_000);
        told.Count.ShouldBeGreaterThan(2);
        told[^1].ShouldBe(1);
        told.ShouldBeInOrder();
    }

    [Fact]
    public async Task ADryRunFindsTheSameErrorsAndKeepsNothing()
    {
        var path = Path.Combine(directory, "d.csv");
        await File.WriteAllTextAsync(path, "order_id,placed_at,total,currency,email\n1,2026-09-01,10.00,EUR,bad\n2,2026-09-01,10.00,EUR,\n");
        using var import = New("orders", new ImportOptions());

        var report = await import.RunAsync(path, null, null, TestContext.Current.CancellationToken);

        (report.Taken, report.Refused).ShouldBe((1, 1));
    }

    [Fact]
    public void EveryHeaderMeansOneColumnOfItsKind()
    {
        foreach (var kind in ImportKinds.All)
        {
            var names = kind.Columns.Select(c => Headers.Normal(c.Name)).ToList();
            names.ShouldBeUnique();
            foreach (var column in kind.Columns)
            {
                kind.Find(column.Name).ShouldBeSameAs(column);
                column.Description.ShouldEndWith(".");
                if (column.Type == ColumnType.Choice)
                    column.Choices.Keys.ShouldContain(column.Example);
            }
        }
    }

    private async Task<ImportReport> Import(string kind, string name, string text, ImportOptions? options = null, List<double>? progress = null)
    {
        var path = Path.Combine(directory, name);
        await File.WriteAllTextAsync(path, text);
        return await ImportFile(kind, path, options ?? new ImportOptions(), progress);
    }

    private async Task<ImportReport> ImportFile(string kind, string path, ImportOptions options, List<double>? progress = null)
    {
        using var import = New(kind, options);
        return await import.RunAsync(path, Keep, progress is null ? null : new Listener(progress), TestContext.Current.CancellationToken);
    }

    private static FileImport New(string kind, ImportOptions options)
    {
        var source = new SourceSettings { Name = "import", Provider = "import" };
        return new FileImport(ImportKinds.Named(kind), options, new ListeningSource(), new TranslationContext(source, new KeyedHash(new byte[32])));
    }

    private Task Keep(IReadOnlyList<ReadOnlyMemory<byte>> bodies, CancellationToken cancellationToken)
    {
        foreach (var body in bodies)
        {
            using var document = JsonDocument.Parse(body);
            var batch = document.RootElement.GetProperty("batch");
            batch.GetArrayLength().ShouldBeInRange(1, 256);
            items.AddRange(batch.EnumerateArray().Select(i => i.Clone()));
        }

        return Task.CompletedTask;
    }

    private sealed class Listener(List<double> told) : IProgress<double>
    {
        public void Report(double value) => told.Add(value);
    }
}
