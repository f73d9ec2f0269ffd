using Beleg.Model.Histories;
using Beleg.Primitives;

namespace Beleg.Tests.Model.Histories;

public sealed class SeenMessagesTests
{
    [Fact]
    public void ItNeverSaysNoToWhatWasSeenAndHardlyEverYesToWhatWasNot()
    {
        var random = new Random(5);
        Key[] keys = [.. Enumerable.Range(0, 200_000).Select(_ => new Key(random.NextInt64(long.MinValue, long.MaxValue)))];
        var seen = new SeenMessages(100_000);
        foreach (var key in keys[..100_000])
            seen.Add(key);
        keys[..100_000].ShouldAllBe(key => seen.MayHold(key));
        keys[100_000..].Count(seen.MayHold).ShouldBeLessThan(100);
        seen.IsFull.ShouldBeFalse();
    }

    [Fact]
    public void ItSaysWhenItIsFull()
    {
        var seen = new SeenMessages(0);
        for (var i = 1L; !seen.IsFull; i++)
            seen.Add(new Key(i * 7_919));
        seen.MayHold(new Key(7_919)).ShouldBeTrue();
    }
}
