using System.Diagnostics;
using System.Globalization;
using Beleg.Journal;
using Beleg.Journal.Sqlite;
using Beleg.Keys;
using Beleg.Primitives;
using Beleg.Tests.Support;

namespace Beleg.Tests.Journal;

public sealed class SqliteJournalDurabilityTests : IDisposable
{
    private const string Workspace = SomeDelivery.Workspace;
    private readonly TemporaryDirectory directory = new();
    private readonly KeyRing ring = KeyRing.InMemory();

    public SqliteJournalDurabilityTests() => ring.Create(Workspace);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string File => directory["journal.db"];

    public void Dispose()
    {
        ring.Dispose();
        directory.Dispose();
    }

    [Fact]
    public async Task AnAppendIsAnsweredOnlyAfterTheCommit()
    {
        await using var journal = SqliteJournal.Open(File, ring);
        using var other = RawConnection.Open(File);
        other.Execute("BEGIN IMMEDIATE"); // the writer has to wait for this one
        var append = journal.AppendAsync(SomeDelivery.Saying("kept"), Token).AsTask();
        other.Scalar("SELECT count(*) FROM delivery").ShouldBe(0);
        append.IsCompleted.ShouldBeFalse();
        journal.LastSeq(Workspace).ShouldBe(0);
        other.Execute("COMMIT");
        (await append).IsKept.ShouldBeTrue();
        other.Scalar("SELECT count(*) FROM delivery").ShouldBe(1);
    }

    [Fact]
    public void TheWriterFlushesEachCommitToTheDisk()
    {
        using var connection = JournalSchema.OpenForWriting(File);
        const long full = 2;
        connection.Scalar("PRAGMA synchronous").ShouldBe(full);
        connection.Scalar("SELECT journal_mode = 'wal' FROM pragma_journal_mode").ShouldBe(1);
        connection.Scalar("PRAGMA secure_delete").ShouldBe(1);
    }

    [Fact(Timeout = 60_000)]
    public async Task EveryDeliveryThatWasAcknowledgedBeforeAKillIsThereAfterwards()
    {
        Dictionary<long, string> acknowledged = [];
        using (var child = StartAppender())
        {
            try
            {
                while (acknowledged.Count < 2000)
                {
                    var line = (await child.StandardOutput.ReadLineAsync(Token)).ShouldNotBeNull().Split(' ');
                    acknowledged[long.Parse(line[0], CultureInfo.InvariantCulture)] = line[1];
                }
            }
            finally
            {
                child.Kill(); // SIGKILL, in the middle of its work
            }

            await child.WaitForExitAsync(Token);
            while (await child.StandardOutput.ReadLineAsync(Token) is { } line && line.Split(' ') is [var seq, var body])
            {
                if (body.EndsWith('.')) // a line that was cut has not said what it acknowledges
                    acknowledged[long.Parse(seq, CultureInfo.InvariantCulture)] = body;
            }
        }

        using var childsKeys = KeyRing.Open(directory["keys.json"], MasterKey.Find(ChildAppender.Environment(directory.Path), dataIsNew: false), dataIsNew: false);
        await using var journal = SqliteJournal.Open(File, childsKeys);
        var read = await journal.ReadAsync(Workspace, 0, int.MaxValue, long.MaxValue, Token);
        var kept = read.ToDictionary(delivery => delivery.Seq, SomeDelivery.Text);
        acknowledged.Where(pair => kept.GetValueOrDefault(pair.Key) != pair.Value).ShouldBeEmpty();
        (await journal.CheckIntegrityAsync(Token)).ShouldBeEmpty();
        (await journal.AppendAsync(SomeDelivery.Saying("after the crash"), Token)).Seq.ShouldBeGreaterThan(acknowledged.Keys.Max());
    }

    [Fact]
    public async Task ClosingWritesWhatWaits()
    {
        List<Task<AppendResult>> appends;
        await using (var journal = SqliteJournal.Open(File, ring))
            appends = [.. Enumerable.Range(0, 500).Select(n => journal.AppendAsync(SomeDelivery.Saying($"{n}"), Token).AsTask())];
        var kept = (await Task.WhenAll(appends)).Count(result => result.IsKept);
        kept.ShouldBe(500);
        await using var reopened = SqliteJournal.Open(File, ring);
        (await reopened.ReadAsync(Workspace, 0, int.MaxValue, long.MaxValue, Token)).Count.ShouldBe(500);
        reopened.Counts(Workspace).ShouldHaveSingleItem().Deliveries.ShouldBe(500);
    }

    [Fact]
    public async Task AClosedJournalSaysItIsShuttingDown()
    {
        var journal = SqliteJournal.Open(File, ring);
        await journal.DisposeAsync();
        (await journal.AppendAsync(SomeDelivery.Saying("late"), Token)).Status.ShouldBe(AppendStatus.Unavailable);
    }

    [Fact]
    public async Task PositionsGoOnAfterAReopening()
    {
        long last;
        await using (var journal = SqliteJournal.Open(File, ring))
            last = (await journal.AppendAsync(SomeDelivery.Saying("1"), Token)).Seq;
        await using var reopened = SqliteJournal.Open(File, ring);
        reopened.LastSeq(Workspace).ShouldBe(last);
        (await reopened.AppendAsync(SomeDelivery.Saying("2"), Token)).Seq.ShouldBe(last + 1);
    }

    [Fact]
    public async Task APositionIsNotUsedTwiceEvenWhereTheLastDeliveriesWereDeleted()
    {
        long last;
        await using (var journal = SqliteJournal.Open(File, ring))
            last = (await journal.AppendManyAsync([SomeDelivery.Saying("1"), SomeDelivery.Saying("2")], Token)).Seq;
        using (var connection = RawConnection.Open(File))
            connection.Execute("DELETE FROM delivery");
        await using var reopened = SqliteJournal.Open(File, ring);
        (await reopened.AppendAsync(SomeDelivery.Saying("3"), Token)).Seq.ShouldBe(last + 1);
    }

    [Fact]
    public async Task AfterAFailureThePositionsGoOnWithoutAGap()
    {
        await using var journal = SqliteJournal.Open(File, ring, new SqliteJournalOptions { MaxFileBytes = 1 << 20 });
        var large = SomeDelivery.Saying("") with { Body = new byte[100_000] };
        var last = 0L;
        while (await journal.AppendAsync(large, Token) is { IsKept: true } kept)
            last = kept.Seq;
        journal.LimitFile(1 << 24);
        (await journal.AppendAsync(large, Token)).Seq.ShouldBe(last + 1);
    }

    [Fact]
    public void AFileOfANewerVersionIsNotTouched()
    {
        using (var connection = JournalSchema.OpenForWriting(File))
            connection.Execute("PRAGMA user_version = 99");
        Should.Throw<UserErrorException>(() => SqliteJournal.Open(File, ring)).Message.ShouldContain("newer");
    }

    private Process StartAppender()
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
            start.ArgumentList.Add(typeof(ChildAppender).Assembly.Location);
        start.Environment[ChildAppender.Variable] = directory.Path;
        return Process.Start(start)!;
    }
}
