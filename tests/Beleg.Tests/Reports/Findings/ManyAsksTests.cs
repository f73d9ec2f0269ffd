namespace Beleg.Tests.Reports.Findings;

public sealed class ManyAsksTests
{
    [Fact]
    public void ThreeThingsAskedAtOnceAreSaid() =>
        new FindingCase().Step("hello", 100, 40).Says("hello", "What is the occasion, for whom is it, and which colours do you like?").Step("style", 100, 5).Says("style", "Round or wild?")
            .Of("many_asks").Single().Says.De.ShouldBe("Die Nachricht an bouquet/1/hello fragt 3 Dinge auf einmal; 40 von 100 (40,0\u00a0%) gingen nicht weiter.");

    [Fact]
    public void OneThingIsFine() => new FindingCase().Step("hello", 100, 40).Says("hello", "A birthday, a thank-you, or just because?").Of("many_asks").ShouldBeEmpty();
}
