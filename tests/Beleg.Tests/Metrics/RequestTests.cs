using Beleg.Metrics;
using Beleg.Primitives;
using NodaTime;

namespace Beleg.Tests.Metrics;

public sealed class RequestTests
{
    private static readonly Period Otherwise = Period.Month(2026, 9);

    [Fact]
    public void EverythingAnAddressCanSayIsRead()
    {
        var request = MetricScene.Request(
            "metrics=revenue_per_chat,dm_to_sale&from=2026-01-01&to=2026-02-01&by=channel,flow&grain=month&model=time_decay&basis=conservative&compare=previous&channel=whatsapp,instagram&flow=none");
        request.Metrics.Select(m => m.Id).ShouldBe(["revenue_per_chat", "dm_to_sale"]);
        request.Period.ShouldBe(Period.Month(2026, 1));
        request.By.ShouldBe(["channel", "flow"]);
        (request.Grain, request.Model, request.Basis, request.Compare).ShouldBe((Grain.Month, "time_decay", EvidenceBasis.Conservative, Comparison.Previous));
        request.Filters.Select(f => $"{f.Dimension}={string.Join('|', f.Values)}").ShouldBe(["channel=whatsapp|instagram", "flow="]);
    }

    [Fact]
    public void WhatIsNotSaidIsTheUsual()
    {
        var request = MetricScene.Request("metrics=aov");
        (request.Period, request.Grain, request.Model, request.Basis, request.Compare).ShouldBe((Otherwise, (Grain?)null, "", EvidenceBasis.All, Comparison.None));
    }

    [Fact]
    public void AFamilyAsksForItsMembers() =>
        MetricScene.Request("metrics=first_response_time").Metrics.Select(m => m.Id).ShouldBe(["first_response_time_automated", "first_response_time_human"]);

    [Fact]
    public void EveryMistakeIsNamedAtOnce()
    {
        var problems = Problems("metrics=avo,aov&from=2026-02-01&to=2026-01-01&by=channel,moon&grain=year&model=best&basis=low&compare=never&channel=fax&sql=drop");
        problems.Count.ShouldBe(10);
        foreach (var word in new[] { "'avo'", "from, to:", "'moon'", "'year'", "'best'", "'low'", "'never'", "'fax'", "'sql'", "aov cannot be split or filtered by channel" })
            problems.Count(p => p.Contains(word, StringComparison.Ordinal)).ShouldBe(1, word);
    }

    [Fact]
    public void ATrendOfTooManyPiecesIsRefusedBeforeItIsComputed() =>
        Problems("metrics=aov&from=2005-01-01&to=2026-01-01&grain=day").ShouldBe(["grain: the period makes more than 1100 pieces; ask for fewer days or a coarser grain."]);

    [Fact]
    public void ARequestWithMistakesIsTheUsersFault() =>
        Should.Throw<UserErrorException>(() => MetricScene.Request("metrics=nothing")).Message.ShouldBe("metrics: there is no metric 'nothing'.");

    [Theory]
    [InlineData("metrics=csat&flow=x' OR 1=1 --")]
    [InlineData("metrics=csat&flow=\"; DROP TABLE contact; --")]
    public void WhatARequestSaysNeverBecomesSql(string query)
    {
        using var scene = new MetricScene(new Story().Facts);
        scene.Ask(query)["csat"].Total.Denominator.ShouldBe(0);
        var request = MetricScene.Request(query);
        var composed = Composer.Compose(request.Metrics.SelectMany(m => m.Formula!.Measures), new Composition
        {
            Period = Otherwise,
            Filters = request.Filters,
            Model = AttributionChoice.Default,
            CutOff = Instant.FromUnixTimeTicks(0),
            Settings = new MetricSettings(),
        }, new DuckDbDialect()).Single();
        composed.Sql.ShouldNotContain(request.Filters[0].Values[0]);
        composed.Parameters.ShouldContain(request.Filters[0].Values[0]);
    }

    private static IReadOnlyList<string> Problems(string query) => MetricRequestReader.TryRead(
        query.Split('&').Select(p => p.Split('=', 2)).Select(p => KeyValuePair.Create(p[0], (string?)p[1])), MetricCatalogue.Default, Otherwise, out _);
}
