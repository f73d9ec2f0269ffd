using Beleg.Warehouse.DuckDb;

namespace Beleg.Tests.Warehouse.DuckDb;

public sealed class StatementTests : IDisposable
{
    private const string Endless = "select count(*) from range(1000000000000) a(x) where x * 7 % 13 = 5";
    private readonly ScratchEngine engine = new();
    private readonly DuckDbConnection connection;

    public StatementTests() => connection = engine.Connect();

    public void Dispose()
    {
        connection.Dispose();
        engine.Dispose();
    }

    [Fact]
    public void AnErrorCarriesTheFirstLinesOfTheSql()
    {
        var error = Should.Throw<DuckDbException>(() => connection.Execute("select 1,\n  2,\n  missing_column\nfrom range(3) t(x)\n-- 5\n-- 6\n-- 7"));
        error.Message.ShouldContain("missing_column");
        error.Sql.ShouldBe("select 1,\n  2,\n  missing_column\nfrom range(3) t(x)\n-- 5\n-- 6\n…");
    }

    [Theory]
    [InlineData("select ?::integer")]
    [InlineData("select ?::timestamp")]
    [InlineData("select cast(x as bigint) from (select ?::varchar as x)")]
    [InlineData("insert into people values (?), (?)")]
    [InlineData("select error(?)")]
    [InlineData("select 1 where ?::boolean")]
    [InlineData("select strptime(?, '%d')")]
    [InlineData("select regexp_matches('x', ?)")]
    [InlineData("select ?::json->'x'")]
    public void AnErrorNeverCarriesAValue(string sql)
    {
        connection.ExecuteScript("create table people (name varchar primary key)");
        const string Value = "(anna.muster@example.org";
        var values = Enumerable.Repeat<object?>(Value, sql.Count(letter => letter == '?')).ToArray();
        var error = Should.Throw<DuckDbException>(() => connection.Execute(sql, values));
        error.ToString().ShouldNotContain("muster");
        error.ToString().ShouldNotContain("example.org");
        error.Message.ShouldContain(sql);
    }

    [Fact]
    public void AnErrorNeverCarriesWhatATableHolds()
    {
        connection.ExecuteScript("create table t (name varchar, amount bigint); insert into t values ('Anna ''A'' Muster\nBerlin', 4611686018427387904)");
        Should.Throw<DuckDbException>(() => connection.Execute("select name::integer from t")).Message.ShouldNotContain("Anna");
        Should.Throw<DuckDbException>(() => connection.Execute("select name::integer from t")).Message.ShouldNotContain("Berlin");
        var overflow = Should.Throw<DuckDbException>(() => connection.Execute("select amount + amount from t")).Message;
        overflow.ShouldNotContain("4611686018427387904");
        overflow.ShouldContain("Overflow");
    }

    [Fact]
    public void TheWrongNumberOfParametersIsAnError() =>
        Should.Throw<ArgumentException>(() => connection.Execute("select ?, ?", [1])).Message.ShouldContain("2 parameters");

    [Theory]
    [InlineData("select count(*) from t", 6)]
    [InlineData("select count(a) from t", 6)]
    [InlineData("select max(a) from t", 202)]
    [InlineData("select count(a) from t where a > 100", 3)]
    [InlineData("select sum(a) from t where a between 50 and 300", 603)]
    [InlineData("select count(*) from t where b = 5", 1)]
    [InlineData("select count(*) from t x join t y on x.a = y.b", 1)]
    [InlineData("select count(*) from t where b is null", 1)]
    public void TheSameQuestionAskedAgainSeesWhatWasWrittenMeanwhile(string sql, long expected)
    {
        connection.ExecuteScript("create table t (a bigint, b bigint); insert into t values (7, 1), (8, 1), (9, 1)");
        // Statistics are exact for a file just opened, which is when the engine trusts them most.
        connection.Dispose();
        engine.Instance.Detach("ws");
        using var reader = engine.Connect();
        using var writer = engine.Connect();
        using (reader.Begin(readOnly: true))
            reader.Scalar<long?>(sql);
        writer.ExecuteScript("insert into t values (200, null), (201, 5), (202, 202)");
        reader.Scalar<long>(sql).ShouldBe(expected);
        using (reader.Begin(readOnly: true))
            reader.Scalar<long>(sql).ShouldBe(expected);
    }

    [Fact]
    public void AStatementFollowsAChangedTable()
    {
        connection.ExecuteScript("create table t (x bigint); insert into t values (1)");
        connection.Scalar<long>("select sum(x) from t").ShouldBe(1);
        connection.ExecuteScript("drop table t; create table t (y varchar, x bigint); insert into t values ('a', 5)");
        connection.Scalar<long>("select sum(x) from t").ShouldBe(5);
    }

    [Fact]
    public void AChangeTellsItsRows()
    {
        connection.Execute("create table t (x bigint)");
        connection.Execute("insert into t select * from range(?)", [42]).ShouldBe(42);
        connection.Execute("delete from t where x >= ?", [40]).ShouldBe(2);
    }

    [Fact]
    public void ACancelledTokenRunsNothing()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Should.Throw<OperationCanceledException>(() => connection.Scalar<long>(Endless, [], source.Token));
    }

    [Fact(Timeout = 60_000)]
    public async Task CancellingEndsARunningStatementAndTheConnectionGoesOn()
    {
        using var source = new CancellationTokenSource(TimeSpan.FromMilliseconds(150));
        await Should.ThrowAsync<OperationCanceledException>(Task.Run(() => connection.Scalar<long>(Endless, [], source.Token)));
        connection.Scalar<long>("select 7").ShouldBe(7);
    }

    [Fact(Timeout = 60_000)]
    public async Task CancellingEndsAStreamThatIsBeingRead()
    {
        using var source = new CancellationTokenSource();
        await Should.ThrowAsync<OperationCanceledException>(Task.Run(() =>
        {
            using var result = connection.Run("select x from range(1000000000000) t(x)", [], streaming: true, source.Token);
            foreach (var x in result.Rows(row => row.Long(0)))
            {
                if (x == 10_000)
                    source.Cancel();
            }
        }));
        connection.Scalar<long>("select 7").ShouldBe(7);
    }

    [Fact]
    public void AStreamThatFailsHalfWayIsAnErrorAndNotAShortAnswer()
    {
        using var result = connection.Run("select (9223372036854000000 + x)::bigint from range(10000000) t(x)", [], streaming: true);
        Should.Throw<DuckDbException>(() => result.Rows(row => row.Long(0)).Count());
    }

    [Fact]
    public void AReadingTransactionRefusesToWrite()
    {
        connection.ExecuteScript("create table t (x bigint)");
        using (connection.Begin(readOnly: true))
        {
            Should.Throw<DuckDbException>(() => connection.Execute("insert into t values (1)")).Message.ShouldContain("read-only");
        }
        connection.Scalar<long>("select count(*) from t").ShouldBe(0);
    }

    [Fact]
    public void WorkBeyondTheMemoryLimitSpillsIntoTheDataDirectory()
    {
        using var small = new ScratchEngine(memoryMegabytes: 64);
        using var spilling = small.Connect();
        spilling.Scalar<long>("select count(*) from (select distinct x::varchar || repeat('y', 20) from range(1000000) t(x))").ShouldBe(1_000_000);
    }
}
