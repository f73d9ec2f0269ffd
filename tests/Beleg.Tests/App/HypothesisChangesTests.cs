using Beleg.App.Dashboard;
using Beleg.App.Dashboard.Language;
using Beleg.Primitives;
using Beleg.Sources;
using NodaTime;

namespace Beleg.Tests.App;

/// <summary>Who moved the target of a hypothesis is seen to have moved it, in the reader's language.</summary>
public sealed class HypothesisChangesTests
{
    private static readonly HypothesisPayload first = new()
    {
        HypothesisId = "h",
        Statement = "Bigger baskets",
        MetricId = "abandonment_rate",
        Baseline = 0.08m,
        Target = 0.12m,
        From = new LocalDate(2026, 9, 1),
        Due = new LocalDate(2026, 10, 31),
    };

    [Fact]
    public void ATargetThatWasMovedSaysWhereItStood()
    {
        var second = first with { Target = 0.15m, Due = new LocalDate(2026, 12, 31) };
        Of(Tongue.English, first, second).ShouldBe(["Target: 12.0% → 15.0%", $"By: {Print.Day(Tongue.English, first.Due!.Value)} → {Print.Day(Tongue.English, second.Due!.Value)}"]);
        Of(Tongue.German, first, second).ShouldBe(["Ziel: 12,0\u00a0% → 15,0\u00a0%", $"Bis: {Print.Day(Tongue.German, first.Due!.Value)} → {Print.Day(Tongue.German, second.Due!.Value)}"]);
    }

    [Fact]
    public void AnotherStatementMetricOwnerAndBaselineAreSaidEachInItsOwnUnit() =>
        Of(Tongue.English, first, first with { Statement = "Dearer baskets", MetricId = "aov", Baseline = 80, Target = 140, From = new LocalDate(2026, 9, 2), Owner = "Kim", Closed = true }).ShouldBe(
        [
            "What is expected: “Bigger baskets” → “Dearer baskets”",
            $"Metric: {Name("abandonment_rate")} → {Name("aov")}",
            "Baseline: 8.0% → €80.00",
            $"Day of the baseline: {Print.Day(Tongue.English, first.From!.Value)} → {Print.Day(Tongue.English, new LocalDate(2026, 9, 2))}",
            "Target: 12.0% → €140.00",
            "Owner: – → Kim",
            $"{Texts.State.En}: watched → closed",
        ]);

    [Fact]
    public void ASentenceWrittenAnewIsSaidInTheLanguageItIsReadInElseInTheOther()
    {
        var german = first with { StatementDe = "Größere Körbe" };
        Of(Tongue.German, first, german).ShouldBe(["Was erwartet wird: „Bigger baskets“ → „Größere Körbe“"]);
        Of(Tongue.English, german, german with { StatementDe = "Teurere Körbe" }).ShouldBe(["What is expected: „Größere Körbe“ → „Teurere Körbe“"]);
    }

    [Fact]
    public void AVersionThatSaysTheSameChangedNothing() => Of(Tongue.English, first, first with { }).ShouldBeEmpty();

    private static string Name(string metric) => Beleg.Metrics.MetricCatalogue.Default.Find(metric)!.Name.En;

    private static IReadOnlyList<string> Of(Tongue tongue, HypothesisPayload before, HypothesisPayload after) => HypothesisChanges.Of(before, after, tongue, new FigureText(tongue, Currency.Eur));
}
