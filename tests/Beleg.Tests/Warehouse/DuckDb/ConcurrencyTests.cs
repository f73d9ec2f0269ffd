using Beleg.Warehouse.DuckDb;

namespace Beleg.Tests.Warehouse.DuckDb;

public sealed class ConcurrencyTests : IDisposable
{
    private readonly ScratchEngine engine = new();

    public void Dispose() => engine.Dispose();

    [Fact(Timeout = 120_000)]
    public async Task ReadersSeeWholeTransactionsWhileAWriterCommits()
    {
        using var writer = engine.Connect();
        writer.ExecuteScript("create table t (batch bigint, amount bigint)");
        using var done = new CancellationTokenSource();
        var reads = new int[4];
        var readers = Enumerable.Range(0, reads.Length).Select(own => Task.Run(() =>
        {
            using var reader = engine.Instance.Connect("ws");
            var last = 0L;
            while (!done.IsCancellationRequested)
            {
                using var snapshot = reader.Begin(readOnly: true);
                var first = Read();
                // Each commit replaces the batch before by a hundred rows whose amounts add up to 0.
                first.Sum.ShouldBe(0);
                (first.Rows == 0 || first.Rows == 100).ShouldBeTrue();
                first.Batch.ShouldBeGreaterThanOrEqualTo(last);
                Read().ShouldBe(first);
                last = first.Batch;
                Interlocked.Increment(ref reads[own]);

                (long Rows, long Sum, long Batch) Read() =>
                    reader.Query("select count(*), coalesce(sum(amount), 0), coalesce(max(batch), 0) from t", [], row => (row.Long(0), row.Long(1), row.Long(2)))[0];
            }
        }, CancellationToken.None)).ToArray();
        const int EnoughReads = 20;
        for (var batch = 1; (batch <= 100 || reads.Min() < EnoughReads) && !readers.Any(reader => reader.IsCompleted); batch++)
        {
            using var transaction = writer.Begin();
            writer.Execute("delete from t where batch < ?", [batch]);
            using (var appender = new DuckDbAppender(writer, "t"))
            {
                for (var row = 0; row < 100; row++)
                    appender.Append(batch).Append(row % 2 == 0 ? row + 1 : -row).EndRow();
                appender.Close();
            }
            transaction.Commit();
            if (batch % 50 == 0)
                writer.ExecuteScript("checkpoint");
        }
        await done.CancelAsync();
        await Task.WhenAll(readers);
        reads.Min().ShouldBeGreaterThanOrEqualTo(EnoughReads);
    }

    [Fact]
    public void SixtyFilesAreAttachedAndKeptApart()
    {
        for (var n = 0; n < 60; n++)
        {
            using var connection = engine.Connect($"client-{n} \"{n}\"".Replace('"', '_'));
            connection.ExecuteScript("create table t (id bigint)");
            connection.Execute("insert into t values (?)", [n]);
        }
        for (var n = 0; n < 60; n++)
        {
            using var connection = engine.Connect($"client-{n} _{n}_");
            connection.Query("select id from t", [], row => row.Long(0)).ShouldBe([n]);
        }
        Directory.EnumerateFiles(engine.Directory, "*.duckdb").Count().ShouldBe(60);
    }

    [Fact]
    public void ADetachedFileIsFreeAndComesBackAsItWas()
    {
        using (var connection = engine.Connect())
            connection.ExecuteScript("create table t (id bigint); insert into t values (1)");
        engine.Instance.Detach("ws");
        engine.Instance.Detach("ws");
        File.Move(engine.PathOf("ws.duckdb"), engine.PathOf("moved.duckdb"));
        engine.Instance.Attach("ws", engine.PathOf("moved.duckdb"));
        using var again = engine.Instance.Connect("ws");
        again.Scalar<long>("select id from t").ShouldBe(1);
    }

    [Fact]
    public void TheSameFileIsAttachedOnceHoweverOftenItIsAskedFor() =>
        Parallel.For(0, 20, _ =>
        {
            using var connection = engine.Connect();
            connection.Scalar<long>("select 1").ShouldBe(1);
        });
}
