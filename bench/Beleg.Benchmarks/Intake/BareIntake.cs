using System.Security.Cryptography;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace Beleg.Benchmarks.Intake;

/// <summary>
/// The bare engine an intake is held against: Kestrel, one HMAC over the body, SQLite with group commit and synchronous=FULL; no
/// encryption, no sources, no limits. Runs as a process of its own.
/// </summary>
internal static class BareIntake
{
    public static async Task RunAsync(int port, string folder, byte[] secret)
    {
        var waiting = Channel.CreateBounded<(byte[] Body, TaskCompletionSource Done)>(4096);
        var writer = Task.Factory.StartNew(() => Write(folder, waiting.Reader), TaskCreationOptions.LongRunning);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenLocalhost(port));
        var app = builder.Build();
        app.MapPost("/in/{workspace}/{source}", async (HttpContext context) =>
        {
            var body = new byte[(int)context.Request.ContentLength!];
            await context.Request.Body.ReadExactlyAsync(body);
            var signature = context.Request.Headers["X-Hub-Signature-256"].ToString();
            if (!CryptographicOperations.FixedTimeEquals(Convert.FromHexString(signature.AsSpan(7)), HMACSHA256.HashData(secret, body)))
                return Results.StatusCode(401);
            var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            await waiting.Writer.WriteAsync((body, done));
            await done.Task;
            return Results.Ok();
        });
        await app.RunAsync();
        waiting.Writer.Complete();
        await writer;
    }

    private static void Write(string folder, ChannelReader<(byte[] Body, TaskCompletionSource Done)> waiting)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "bare.db")}");
        connection.Open();
        using var setup = connection.CreateCommand();
        setup.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE d (seq INTEGER PRIMARY KEY, at INTEGER, body BLOB)";
        setup.ExecuteNonQuery();
        using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO d (at, body) VALUES ($at, $body)";
        var at = insert.Parameters.Add("$at", SqliteType.Integer);
        var body = insert.Parameters.Add("$body", SqliteType.Blob);
        var group = new List<TaskCompletionSource>();
        while (waiting.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            using var transaction = connection.BeginTransaction();
            insert.Transaction = transaction;
            while (group.Count < 1000 && waiting.TryRead(out var next))
            {
                at.Value = DateTime.UtcNow.Ticks;
                body.Value = next.Body;
                insert.ExecuteNonQuery();
                group.Add(next.Done);
            }

            transaction.Commit();
            group.ForEach(done => done.SetResult());
            group.Clear();
        }
    }
}
