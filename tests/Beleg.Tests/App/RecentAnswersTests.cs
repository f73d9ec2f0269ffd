using Beleg.App.Hosting;
using Beleg.Tests.Support;
using NodaTime;

namespace Beleg.Tests.App;

public sealed class RecentAnswersTests
{
    private static readonly Duration Long = RecentAnswers.Quick + Duration.FromMilliseconds(50);
    private readonly ManualClock clock = new();
    private readonly RecentAnswers answers;
    private long facts = 1;
    private int made;

    public RecentAnswersTests() => answers = new RecentAnswers(() => facts, clock);

    [Fact]
    public async Task WhileNoFactChangesAnAnswerHoldsForEver()
    {
        (await AskAsync(Long)).ShouldBe("1");
        clock.Advance(Duration.FromHours(5));
        (await AskAsync(Long)).ShouldBe("1");
        (await AskAsync(Long, "another page")).ShouldBe("2");
    }

    [Fact]
    public async Task WhatIsMadeQuicklyIsAlwaysOfTheFactsAsTheyAre()
    {
        (await AskAsync(Duration.Zero)).ShouldBe("1");
        facts++;
        (await AskAsync(Duration.Zero)).ShouldBe("2");
    }

    [Fact]
    public async Task WhatTakesLongIsShownForASecondWhileTheNextIsMade()
    {
        (await AskAsync(Long)).ShouldBe("1");
        facts++;
        (await AskAsync(Long)).ShouldBe("1");
        made.ShouldBe(1);
        clock.Advance(RecentAnswers.MadeAnewFrom);
        (await AskAsync(Long)).ShouldBe("1");
        // It is made on another thread.
        string shown;
        while ((shown = await AskAsync(Long)) == "1")
            await Task.Yield();
        shown.ShouldBe("2");
        made.ShouldBe(2);
    }

    [Fact]
    public async Task NothingOlderThanASecondIsShownWhereFactsChanged()
    {
        await AskAsync(Long);
        facts++;
        clock.Advance(RecentAnswers.Oldest + Duration.FromMilliseconds(1));
        (await AskAsync(Long)).ShouldBe("2");
    }

    [Fact]
    public async Task WhatAPersonChangedShowsAtOnce()
    {
        await AskAsync(Long);
        answers.Forget();
        (await AskAsync(Long)).ShouldBe("2");
    }

    [Fact]
    public async Task AnAnswerBegunBeforeThatIsNotShownAfterIt()
    {
        var slow = new TaskCompletionSource<string>();
        var early = answers.GetAsync("page", () => slow.Task, TestContext.Current.CancellationToken);
        answers.Forget();
        (await AskAsync(Long)).ShouldBe("1");
        slow.SetResult("old");
        (await early).ShouldBe("old");
        (await AskAsync(Long)).ShouldBe("1");
    }

    [Fact]
    public async Task WhoeverAsksAtTheSameTimeSharesOneComputation()
    {
        var slow = new TaskCompletionSource<string>();
        var count = 0;
        Task<string>[] readers = [.. Enumerable.Range(0, 4).Select(_ => answers.GetAsync("page", () => Counted(), TestContext.Current.CancellationToken))];
        slow.SetResult("shared");
        (await Task.WhenAll(readers)).ShouldAllBe(answer => answer == "shared");
        count.ShouldBe(1);

        Task<string> Counted()
        {
            Interlocked.Increment(ref count);
            return slow.Task;
        }
    }

    [Fact]
    public async Task WhoeverGoesAwayEndsNothingForTheOthers()
    {
        var slow = new TaskCompletionSource<string>();
        using var gone = new CancellationTokenSource();
        var left = answers.GetAsync("page", () => slow.Task, gone.Token);
        var stayed = answers.GetAsync("page", () => slow.Task, TestContext.Current.CancellationToken);
        await gone.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(left);
        slow.SetResult("there");
        (await stayed).ShouldBe("there");
    }

    [Fact]
    public async Task WhatCouldNotBeMadeIsSaidAndTriedAgain()
    {
        await Should.ThrowAsync<InvalidOperationException>(answers.GetAsync<string>("page", () => throw new InvalidOperationException(), TestContext.Current.CancellationToken));
        (await AskAsync(Long)).ShouldBe("1");
    }

    private Task<string> AskAsync(Duration takes, string key = "page") => answers.GetAsync(
        key,
        () =>
        {
            clock.Advance(takes);
            return Task.FromResult(Interlocked.Increment(ref made).ToString(System.Globalization.CultureInfo.InvariantCulture));
        },
        TestContext.Current.CancellationToken);
}
