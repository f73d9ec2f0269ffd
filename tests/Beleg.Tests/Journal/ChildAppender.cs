using System.Runtime.CompilerServices;
using System.Text;
using Beleg.Journal;
using Beleg.Journal.Sqlite;
using Beleg.Keys;
using Beleg.Tests.Support;

namespace Beleg.Tests.Journal;

/// <summary>
/// What the test program becomes where a variable says so: a process that appends without end and prints what was acknowledged,
/// made to be killed.
/// </summary>
internal static class ChildAppender
{
    public const string Variable = "BELEG_TEST_APPEND_TO";

    private const int Callers = 16;

    public static Func<string, string?> Environment(string directory) =>
        name => name == MasterKey.FileVariable ? Path.Combine(directory, "elsewhere", "master.key") : null;

    // TRICKY: no other thread may run code of this module before its initialiser returns, so this one thread starts every append itself.
    [ModuleInitializer]
    internal static void RunWhereAsked()
    {
        if (System.Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } directory)
            AppendForever(directory);
    }

    private static void AppendForever(string directory)
    {
        var ring = KeyRing.Open(Path.Combine(directory, "keys.json"), MasterKey.Find(Environment(directory), dataIsNew: true), dataIsNew: true);
        ring.Create(SomeDelivery.Workspace);
        var journal = SqliteJournal.Open(Path.Combine(directory, "journal.db"), ring);
        using var output = Console.OpenStandardOutput();
        var appends = new Task<AppendResult>[Callers];
        for (var round = 0; ; round++)
        {
            for (var caller = 0; caller < Callers; caller++)
                appends[caller] = journal.AppendAsync(SomeDelivery.Saying(Body(round, caller)), CancellationToken.None).AsTask();
            for (var caller = 0; caller < Callers; caller++)
            {
                var result = appends[caller].GetAwaiter().GetResult();
                if (!result.IsKept)
                    throw new InvalidOperationException(result.Reason);
                output.Write(Encoding.ASCII.GetBytes($"{result.Seq} {Body(round, caller)}\n"));
            }
        }
    }

    private static string Body(int round, int caller) => $"{round}-{caller}-{new string('x', (round + caller) % 900)}.";
}
