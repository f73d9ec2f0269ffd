using System.Globalization;
using NodaTime;

namespace Beleg.State;

/// <summary>Slows guessing: after five failures within a quarter of an hour a subject waits until the first of them is that old.</summary>
public sealed class SignInThrottle
{
    /// <summary>Failures admitted within <see cref="Window"/>.</summary>
    public const int MaxFailures = 5;

    private readonly StateDatabase database;
    private readonly IClock clock;

    internal SignInThrottle(StateDatabase database, IClock clock) => (this.database, this.clock) = (database, clock);

    /// <summary>How long a failure counts.</summary>
    public static Duration Window { get; } = Duration.FromMinutes(15);

    /// <summary>How long the subject must wait; null where it need not.</summary>
    /// <param name="subject">An e-mail or a network address; kept as a hash.</param>
    public Duration? WaitOf(string subject)
    {
        var now = clock.GetCurrentInstant();
        var counted = database.Read(session => session.First<Instant?>(
            "SELECT failed_at FROM sign_in_failure WHERE subject = $subject AND failed_at > $since ORDER BY failed_at DESC LIMIT 1 OFFSET $most",
            row => row.InstantAt(0), ("$subject", Hash(subject)), ("$since", now - Window), ("$most", MaxFailures - 1)));
        return counted is { } oldest ? oldest + Window - now : null;
    }

    /// <summary>Counts a failure.</summary>
    public void Fail(string subject)
    {
        var now = clock.GetCurrentInstant();
        database.Write(session =>
        {
            session.Execute("DELETE FROM sign_in_failure WHERE failed_at <= $since", ("$since", now - Window));
            session.Execute("INSERT INTO sign_in_failure (subject, failed_at) VALUES ($subject, $now)", ("$subject", Hash(subject)), ("$now", now));
        });
    }

    /// <summary>Forgets the failures of whoever got in.</summary>
    public void Succeed(string subject) =>
        database.Write(session => session.Execute("DELETE FROM sign_in_failure WHERE subject = $subject", ("$subject", Hash(subject))));

    private static byte[] Hash(string subject) => Tokens.Hash(subject.Trim().ToLower(CultureInfo.InvariantCulture));
}
