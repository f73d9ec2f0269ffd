using Beleg.Statistics;

namespace Beleg.Tests.Statistics;

/// <summary>Tables small enough to be checked by hand.</summary>
public sealed class TextbookTests
{
    [Fact]
    public void TwentyPurchasesOfAHundredConversationsAreTwentyPercent() => Textbook.ConversionRate(20, 100).ShouldBe(.2m);

    [Fact]
    public void FourOrdersOfThreeHundredAreSeventyFiveEach() => Textbook.AverageOrderValue(300m, 4).ShouldBe(75m);

    [Fact]
    public void AHundredAndFiveAtTheEndWithFifteenWonOfAHundredIsNinetyPercentKept()
    {
        Textbook.RetentionRate(105, 15, 100).ShouldBe(.9m);
        Textbook.ChurnRate(105, 15, 100).ShouldBe(.1m);
    }

    [Fact]
    public void FiftyAnOrderTwiceAYearForThreeYearsIsThreeHundred() => Textbook.LifetimeValue(50m, 2m, 3m).ShouldBe(300m);

    [Fact]
    public void ChatVisitorsBringThirteenHundredTrialsMoreThanTheSiteAverage() =>
        Math.Round(Textbook.AdditionalConversions(3120, 86_667, 2520, 120_000)!.Value, 0).ShouldBe(1300m);

    [Fact]
    public void NothingDividedByNothingIsNoValue()
    {
        Textbook.ConversionRate(0, 0).ShouldBeNull();
        Textbook.AverageOrderValue(0, 0).ShouldBeNull();
        Textbook.RetentionRate(0, 0, 0).ShouldBeNull();
        Textbook.ChurnRate(0, 0, 0).ShouldBeNull();
        Textbook.AdditionalConversions(1, 1, 0, 0).ShouldBeNull();
        new NetPromoter(0, 0, 0).Value.ShouldBeNull();
        new NetPromoter(0, 0, 0).Interval().ShouldBeNull();
        Satisfaction.Of([]).Share.ShouldBeNull();
    }

    [Fact]
    public void TenAnswersFiveOfThemPromotersAndTwoDetractorsAreThirty()
    {
        var score = NetPromoter.Of([10, 9, 9, 10, 9, 8, 7, 7, 6, 0]);
        score.ShouldBe(new NetPromoter(5, 3, 2));
        score.Value.ShouldBe(30);
    }

    [Fact]
    public void AllPromotersAreAHundredAndNoMore()
    {
        var score = NetPromoter.Of([10, 10, 9]);
        score.Value.ShouldBe(100);
        score.Interval()!.Value.High.ShouldBe(100);
        NetPromoter.Of([11, -1]).Answers.ShouldBe(0);
    }

    [Fact]
    public void FourAndFiveOfFiveAreSatisfied()
    {
        var answers = Satisfaction.Of([5, 4, 3, 1, 5, 6, 0]);
        answers.ShouldBe(new Satisfaction(3, 5, 18));
        answers.Share.ShouldBe(.6);
        answers.Mean.ShouldBe(3.6);
    }
}
