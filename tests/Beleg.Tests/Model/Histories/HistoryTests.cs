using Beleg.Model.Histories;

namespace Beleg.Tests.Model.Histories;

public sealed class HistoryTests
{
    private static readonly byte[] hello = [1, 2, 3];
    private static readonly byte[] order = [4, 5, 6, 7];

    [Fact]
    public void TheSameOnceMoreIsKeptAndIsNoNews()
    {
        var history = Stored(hello, order);
        history.Append(7, 0, order);
        history.HasNews.ShouldBeFalse();
        Count(history).ShouldBe(3);
    }

    [Fact]
    public void AnyOtherByteIsNews()
    {
        var history = Stored(hello);
        history.Append(7, 0, hello);
        history.Append(7, 1, [1, 2, 4]);
        history.Append(8, 0, hello);
        history.HasNews.ShouldBeTrue();
    }

    [Fact]
    public void WhatANewHistoryBeginsWithIsNewsThoughItComesTwice()
    {
        var history = new History(1);
        history.Append(1, 0, hello);
        history.Append(2, 0, hello);
        history.HasNews.ShouldBeTrue();
    }

    [Fact]
    public void TwoThatTurnOutToBeOneAreNews()
    {
        var history = Stored(hello);
        history.Absorb(Stored(order));
        history.HasNews.ShouldBeTrue();
    }

    private static History Stored(params byte[][] events)
    {
        var written = new History(1);
        for (var i = 0; i < events.Length; i++)
            written.Append(i + 1, 0, events[i]);
        var history = new History(1);
        history.Restore(written.Packed);
        return history;
    }

    private static int Count(History history)
    {
        var count = 0;
        for (var walk = new PackedEvents(history.Packed); walk.MoveNext();)
            count++;
        return count;
    }
}
