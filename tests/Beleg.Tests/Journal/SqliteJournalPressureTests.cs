using System.Buffers.Binary;
using Beleg.Journal;
using Beleg.Journal.Sqlite;
using Beleg.Keys;
using Beleg.Primitives;
using Beleg.Tests.Support;

namespace Beleg.Tests.Journal;

public sealed class SqliteJournalPressureTests : IDisposable
{
    private const string Workspace = SomeDelivery.Workspace;
    private readonly TemporaryDirectory directory = new();
    private readonly KeyRing ring = KeyRing.InMemory();

    public SqliteJournalPressureTests() => ring.Create(Workspace);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string File => directory["journal.db"];

    public void Dispose()
    {
        ring.Dispose();
        directory.Dispose();
    }

    [Fact]
    public async Task WhereTooManyWaitTheNextIsTurnedAwayAtOnceAndLaterTakenAgain()
    {
        const int room = 10;
        await using var journal = SqliteJournal.Open(File, ring, new SqliteJournalOptions { MaxWaiting = room });
        var (taken, turnedAway) = await FillWhileTheDiskIsBusy(journal, () => SomeDelivery.Saying("x"));
        turnedAway.Status.ShouldBe(AppendStatus.Full);
        taken.Count.ShouldBeInRange(room, 2 * room); // what waits, and the group that the writer has in hand
        (await Task.WhenAll(taken)).ShouldAllBe(result => result.IsKept);
        (await journal.AppendAsync(SomeDelivery.Saying("later"), Token)).IsKept.ShouldBeTrue();
        (await journal.ReadAsync(Workspace, 0, int.MaxValue, long.MaxValue, Token)).Count.ShouldBe(taken.Count + 1);
    }

    [Fact]
    public async Task LargeBodiesFillTheMemoryBeforeTheCountDoes()
    {
        const int mebibytes = 8;
        await using var journal = SqliteJournal.Open(File, ring, new SqliteJournalOptions { MaxWaitingBytes = mebibytes << 20 });
        var body = new byte[1 << 20];
        var (taken, turnedAway) = await FillWhileTheDiskIsBusy(journal, () => SomeDelivery.Saying("") with { Body = body });
        turnedAway.Status.ShouldBe(AppendStatus.Full);
        taken.Count.ShouldBeInRange(mebibytes, 2 * mebibytes);
        (await Task.WhenAll(taken)).ShouldAllBe(result => result.IsKept);
    }

    [Fact]
    public async Task ALotWaitsItsTurnWithoutTakingTheRoomOfWebhooks()
    {
        await using var journal = SqliteJournal.Open(File, ring, new SqliteJournalOptions { MaxWaiting = 2 });
        var lot = Enumerable.Range(0, 100).Select(n => SomeDelivery.Saying($"{n}")).ToList();
        using var other = RawConnection.Open(File);
        other.Execute("BEGIN IMMEDIATE");
        var lots = new[] { journal.AppendManyAsync(lot, Token).AsTask(), journal.AppendManyAsync(lot, Token).AsTask() };
        var webhook = journal.AppendAsync(SomeDelivery.Saying("webhook"), Token).AsTask();
        other.Execute("COMMIT");
        (await webhook).IsKept.ShouldBeTrue();
        (await Task.WhenAll(lots)).ShouldAllBe(result => result.IsKept);
        journal.Counts(Workspace).ShouldHaveSingleItem().Deliveries.ShouldBe(201);
    }

    [Fact]
    public async Task AFullDiskIsAnsweredAndRecoveredFromOnceThereIsRoom()
    {
        await using var journal = SqliteJournal.Open(File, ring, new SqliteJournalOptions { MaxFileBytes = 1 << 20 });
        var body = new byte[100_000];
        var kept = 0;
        AppendResult result;
        while ((result = await journal.AppendAsync(SomeDelivery.Saying("") with { Body = body }, Token)).IsKept)
            kept++;
        kept.ShouldBeInRange(5, 11);
        result.Status.ShouldBe(AppendStatus.Unavailable);
        result.Reason.ShouldNotBeNull().ShouldContain("full");
        (await journal.AppendAsync(SomeDelivery.Saying("", source: "new") with { Body = body }, Token)).IsKept.ShouldBeFalse();
        journal.Counts(Workspace).ShouldHaveSingleItem().Deliveries.ShouldBe(kept);

        journal.LimitFile(1 << 24);
        (await journal.AppendAsync(SomeDelivery.Saying("", source: "new") with { Body = body }, Token)).IsKept.ShouldBeTrue();
        (await journal.ReadAsync(Workspace, 0, int.MaxValue, long.MaxValue, Token)).Count.ShouldBe(kept + 1);
        journal.Counts(Workspace).Select(count => (count.Source, count.Deliveries)).ShouldBe([("new", 1), ("whatsapp", kept)]);
        (await journal.CheckIntegrityAsync(Token)).ShouldBeEmpty();
    }

    [Fact]
    public async Task AfterAFullDiskTheLogGivesItsRoomBack()
    {
        await using var journal = SqliteJournal.Open(File, ring, new SqliteJournalOptions { MaxFileBytes = 1 << 20 });
        using var other = RawConnection.Open(File);
        other.Scalar("SELECT count(*) FROM delivery").ShouldBe(0); // as long as someone is connected, closing does not empty the log
        var large = SomeDelivery.Saying("") with { Body = new byte[100_000] };
        await journal.AppendAsync(large, Token);
        var first = LogGeneration();
        while ((await journal.AppendAsync(large, Token)).IsKept)
            LogGeneration().ShouldBe(first);
        journal.LimitFile(1 << 24);
        (await journal.AppendAsync(SomeDelivery.Saying("small"), Token)).IsKept.ShouldBeTrue();
        LogGeneration().ShouldNotBe(first, "the log was moved into the file and begun anew");
    }

    [Fact]
    public void EveryOptionOutOfRangeIsNamedAtOnce()
    {
        var options = new SqliteJournalOptions { MaxWaiting = 0, MaxWaitingBytes = 1, MaxFileBytes = 1 };
        var message = Should.Throw<UserErrorException>(() => SqliteJournal.Open(File, ring, options)).Message;
        message.ShouldSatisfyAllConditions(
            () => message.ShouldContain("journal.max_waiting "),
            () => message.ShouldContain("journal.max_waiting_bytes"),
            () => message.ShouldContain("journal.max_file_bytes"));
    }

    private async Task<(List<Task<AppendResult>> Taken, AppendResult TurnedAway)> FillWhileTheDiskIsBusy(SqliteJournal journal, Func<Beleg.Journal.NewDelivery> some)
    {
        using var other = RawConnection.Open(File);
        other.Execute("BEGIN IMMEDIATE");
        List<Task<AppendResult>> taken = [];
        while (true)
        {
            var append = journal.AppendAsync(some(), Token).AsTask();
            if (append.IsCompleted)
            {
                other.Execute("COMMIT");
                return (taken, await append);
            }

            taken.Add(append);
        }
    }

    // The salt in the log's header, which is another each time the log is begun anew (sqlite.org/fileformat2.html, 4.1).
    private long LogGeneration()
    {
        using var log = new FileStream(File + "-wal", FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        log.Position = 16;
        Span<byte> salt = stackalloc byte[8];
        log.ReadExactly(salt);
        return BinaryPrimitives.ReadInt64BigEndian(salt);
    }
}
