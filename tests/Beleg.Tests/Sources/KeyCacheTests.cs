using System.Text;
using Beleg.Primitives;
using Beleg.Sources;

namespace Beleg.Tests.Sources;

public sealed class KeyCacheTests
{
    [Fact]
    public void TheCacheGivesWhatTheHashGivesHoweverManyValuesComeAndGo()
    {
        using var one = new KeyedHash(new byte[32]);
        using var other = new KeyedHash([.. Enumerable.Repeat((byte)9, 32)]);
        var random = new Random(7);
        for (var i = 0; i < 60_000; i++)
        {
            // A few thousand values come back, others come once; two workspaces, domains and scopes share the slots.
            var value = random.Next(3) == 0 ? "once-" + i : "v" + random.Next(40_000);
            var hash = random.Next(2) == 0 ? one : other;
            var domain = random.Next(2) == 0 ? "email" : "phone";
            var scope = random.Next(2) == 0 ? "" : "page-1";
            KeyCache.Of(hash, domain, scope, Encoding.UTF8.GetBytes(value)).ShouldBe(hash.Of(domain, scope, value));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(4000)]
    public void ValuesOfAnyLengthHaveTheirKey(int length)
    {
        using var hash = new KeyedHash(new byte[32]);
        var value = new string('x', length);
        for (var again = 0; again < 2; again++)
            KeyCache.Of(hash, "email", "", Encoding.UTF8.GetBytes(value)).ShouldBe(hash.Of("email", "", value));
    }
}
