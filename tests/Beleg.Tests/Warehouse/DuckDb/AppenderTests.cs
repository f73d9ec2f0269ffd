using Beleg.Warehouse.DuckDb;
using NodaTime;

namespace Beleg.Tests.Warehouse.DuckDb;

public sealed class AppenderTests : IDisposable
{
    private readonly ScratchEngine engine = new();
    private readonly DuckDbConnection connection;

    public AppenderTests() => connection = engine.Connect();

    public void Dispose()
    {
        connection.Dispose();
        engine.Dispose();
    }

    [Fact]
    public void EveryColumnTypeIsAppendedAndReadBackWithItsNulls()
    {
        connection.ExecuteScript("""
            create type channel as enum ('whatsapp', 'instagram', 'telegram');
            create table t (b boolean, u utinyint, i integer, l bigint, d double, day date, at_time timestamp, v varchar, x blob, e channel);
            """);
        var start = Instant.FromUtc(2026, 8, 1, 0, 0);
        const int Rows = 5000;
        using (var appender = new DuckDbAppender(connection, "t"))
        {
            for (var n = 0; n < Rows; n++)
            {
                if (n % 7 == 3)
                {
                    for (var column = 0; column < appender.ColumnCount; column++)
                        appender.AppendNull();
                }
                else
                {
                    appender.Append(n % 2 == 0).Append(n % 256).Append(-n).Append((long)n << 40).Append(n / 8.0).Append(new LocalDate(2026, 1, 1).PlusDays(n))
                        .Append(start.Plus(NodaTime.Duration.FromMilliseconds(n))).Append(Text(n)).Append((ReadOnlySpan<byte>)Bytes(n)).Append(n % 3);
                }
                appender.EndRow();
            }
            appender.Close();
        }
        var rows = connection.Query("select * from t", [], row => row.IsNull(0)
            ? Enumerable.Range(0, 10).All(row.IsNull) ? "null" : "half"
            : $"{row.Bool(0)} {row.Long(1)} {row.Int(2)} {row.Long(3)} {row.Double(4)} {row.Date(5)} {row.Instant(6)} {row.Text(7)} {Convert.ToHexString(row.Bytes(8))} {row.Text(9)}");
        var labels = (string[])["whatsapp", "instagram", "telegram"];
        rows.ShouldBe(Enumerable.Range(0, Rows).Select(n => n % 7 == 3
            ? "null"
            : $"{n % 2 == 0} {n % 256} {-n} {(long)n << 40} {n / 8.0} {new LocalDate(2026, 1, 1).PlusDays(n)} {start.Plus(NodaTime.Duration.FromMilliseconds(n))} {Text(n)} {Convert.ToHexString(Bytes(n))} {labels[n % 3]}"));

        static string Text(int n) => n % 5 == 0 ? new string('ß', n % 90) : n % 5 == 1 ? "" : $"n{n} 花";
        static byte[] Bytes(int n) => new byte[n % 40];
    }

    [Fact]
    public void AMillionRowsComeBackInTheirOrder()
    {
        connection.ExecuteScript("create table t (id bigint, name varchar)");
        using (var appender = new DuckDbAppender(connection, "t"))
        {
            for (var n = 0L; n < 1_000_000; n++)
            {
                appender.Append(n).Append(n % 10 == 0 ? null : n % 2 == 0 ? "short" : $"a longer text of row {n}");
                appender.EndRow();
            }
            appender.Close();
        }
        using var result = connection.Run("select id, name from t", [], streaming: true);
        var next = 0L;
        foreach (var (id, name) in result.Rows(row => (row.Long(0), row.TextOrNull(1))))
        {
            id.ShouldBe(next);
            if (name != (next % 10 == 0 ? null : next % 2 == 0 ? "short" : $"a longer text of row {next}"))
                Assert.Fail($"Row {next} reads {name}.");
            next++;
        }
        next.ShouldBe(1_000_000);
    }

    [Fact]
    public void ColumnsAreFilledByWholeSpans()
    {
        connection.ExecuteScript("create table t (id bigint, half double)");
        using (var appender = new DuckDbAppender(connection, "t"))
        {
            for (var chunk = 0; chunk < 3; chunk++)
            {
                var ids = appender.Column(0).Values<long>();
                var halves = appender.Column(1).Values<double>();
                for (var row = 0; row < 2000; row++)
                    (ids[row], halves[row]) = (chunk * 2000 + row, row / 2.0);
                appender.Column(1).WriteNull(7);
                appender.Add(2000);
            }
            appender.Close();
        }
        connection.Query("select count(*), count(half), sum(id) from t", [], row => (row.Long(0), row.Long(1), row.Long(2)))
            .ShouldBe([(6000, 5997, 5999L * 6000 / 2)]);
    }

    [Fact]
    public void AppendedRowsBelongToTheTransactionAroundThem()
    {
        connection.ExecuteScript("create table t (id bigint); insert into t values (1), (2)");
        using var other = engine.Connect();
        // More than the appender keeps before it flushes on its own.
        const int Rows = 500_000;
        using (connection.Begin())
        {
            Replace();
            connection.Scalar<long>("select count(*) from t").ShouldBe(Rows);
            other.Scalar<long>("select count(*) from t").ShouldBe(2);
        }
        connection.Scalar<long>("select count(*) from t").ShouldBe(2);
        using (var transaction = connection.Begin())
        {
            Replace();
            transaction.Commit();
        }
        other.Scalar<long>("select count(*) from t").ShouldBe(Rows);

        void Replace()
        {
            connection.Execute("delete from t where id < ?", [10]).ShouldBe(2);
            using var appender = new DuckDbAppender(connection, "t");
            for (var n = 0; n < Rows; n++)
                appender.Append(100L + n).EndRow();
            appender.Close();
        }
    }

    [Fact]
    public void WhatWasNotClosedIsDropped()
    {
        connection.ExecuteScript("create table t (id bigint)");
        using (var appender = new DuckDbAppender(connection, "t"))
        {
            for (var n = 0; n < 3000; n++)
                appender.Append(n).EndRow();
        }
        connection.Scalar<long>("select count(*) from t").ShouldBe(0);
    }

    [Fact]
    public void ARowThatDoesNotFitIsAnErrorAndNotADifferentRow()
    {
        connection.ExecuteScript("create type e as enum ('a', 'b'); create table t (small utinyint, label e, name varchar not null)");
        using var appender = new DuckDbAppender(connection, "t");
        Should.Throw<OverflowException>(() => appender.Column(0).Write(0, 256));
        Should.Throw<OverflowException>(() => appender.Column(0).Write(0, -1));
        Should.Throw<DuckDbException>(() => appender.Column(1).Write(0, 2)).Message.ShouldContain("label of index");
        Should.Throw<DuckDbException>(() => appender.Column(2).Write(0, 2L));
        Should.Throw<DuckDbException>(() => appender.Column(0).Write(0, "x"));
        Should.Throw<DuckDbException>(() => appender.Append(1).EndRow()).Message.ShouldContain("3 columns");
    }

    [Fact]
    public void ABrokenConstraintIsAnErrorAndKeepsNothing()
    {
        connection.ExecuteScript("create table t (name varchar not null)");
        var error = Should.Throw<DuckDbException>(() =>
        {
            using var appender = new DuckDbAppender(connection, "t");
            appender.Append("Frau Muster").EndRow();
            appender.AppendNull().EndRow();
            appender.Close();
        });
        error.Message.ShouldContain("append into t");
        error.Message.ShouldNotContain("Muster");
        connection.Scalar<long>("select count(*) from t").ShouldBe(0);
    }

    [Fact]
    public void AnUnknownTableIsNamed() =>
        Should.Throw<DuckDbException>(() => new DuckDbAppender(connection, "nowhere")).Message.ShouldContain("nowhere");

    [Fact]
    public void AnotherFilesTableIsReachedByItsCatalog()
    {
        using var other = engine.Connect("other");
        other.ExecuteScript("create table t (id bigint)");
        using (var appender = new DuckDbAppender(connection, "t", catalog: "other"))
        {
            appender.Append(5).EndRow();
            appender.Close();
        }
        other.Scalar<long>("select id from t").ShouldBe(5);
    }
}
