using Beleg.Reports.Books;

namespace Beleg.Tests.Reports.Books;

/// <summary>No key of an assumption stands on a page without words.</summary>
public sealed class AssumptionWordsTests
{
    [Theory]
    [InlineData("scope_extension", "How many times its scope the programme would have if it were extended", "Auf das Wievielfache der Umfang bei einer Erweiterung stiege")]
    [InlineData("contribution_margin", "Share of revenue left after the costs that come with each order", "Anteil des Umsatzes, der nach den Kosten jeder Bestellung bleibt")]
    [InlineData("hours_saved_per_week:refill", "Hours saved a week by refill", "Durch refill gesparte Stunden je Woche")]
    [InlineData("baseline:conversion_rate", "Conversion rate before the programme", "Konversionsrate vor dem Programm")]
    [InlineData("retainer_tier", "Tier of the retainer that is booked: 1, 2 or 3", "Gebuchte Stufe des Retainers: 1, 2 oder 3")]
    [InlineData("delivery_days:north", "Delivery days: north", "Delivery days: north")]
    public void AKeyHasAName(string id, string english, string german)
    {
        AssumptionWords.Of(id).En.ShouldBe(english);
        AssumptionWords.Of(id).De.ShouldBe(german);
    }
}
