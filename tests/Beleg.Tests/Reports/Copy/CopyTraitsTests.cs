using Beleg.Reports.Copy;

namespace Beleg.Tests.Reports.Copy;

public sealed class CopyTraitsTests
{
    [Theory]
    [InlineData("Round or wild?", 1)]
    [InlineData("What is the occasion, for whom is it, and which colours do you have in mind?", 3)]
    [InlineData("Wofür ist der Strauß, für wen, und welche Farben magst du?", 3)]
    [InlineData("Shall I? Now?", 2)]
    [InlineData("We will write when it arrives.", 0)]
    [InlineData("Do you know which one you want?", 1)]
    [InlineData("Really??", 1)]
    [InlineData("Did you know? We deliver. Interested?", 1)]
    public void AsksAreCounted(string text, int asks) => Of(text).Asks.ShouldBe(asks);

    [Theory]
    [InlineData("Get 10 % off your next order", true)]
    [InlineData("20% Rabatt auf alles", true)]
    [InlineData("Most people take the bundle", true)]
    [InlineData("Dein Gutschein wartet", true)]
    [InlineData("Your parcel is on its way", false)]
    [InlineData("The office is closed", false)]
    public void OffersAreKnown(string text, bool offer) => Of(text).IsOffer.ShouldBe(offer);

    [Theory]
    [InlineData("until Friday", true)]
    [InlineData("delivered tomorrow", true)]
    [InlineData("bis 30.9.", true)]
    [InlineData("noch 3 Tage", true)]
    [InlineData("only for the next 48 hours", true)]
    [InlineData("on 12 October", true)]
    [InlineData("am Mittwoch ab 9 Uhr", true)]
    [InlineData("Sign up today!", false)]
    [InlineData("jetzt zugreifen", false)]
    [InlineData("10 % off", false)]
    public void DatesAreKnownAndTodayIsNone(string text, bool date) => Of(text).NamesDate.ShouldBe(date);

    [Fact]
    public void ASmileyIsOneLetter() => Of("👩‍🌾").Length.ShouldBe(1);

    [Fact]
    public void DepartmentsAreKnownAmongLabels() =>
        CopyTraits.Of("", ["Vertrieb", "Where is my parcel", "Customer service", "Rechnung ansehen"]).Departments.ShouldBe(["Vertrieb", "Customer service"]);

    private static CopyTraits Of(string text) => CopyTraits.Of(text, []);
}
