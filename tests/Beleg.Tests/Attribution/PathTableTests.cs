using System.Text.Json;
using Beleg.Attribution;
using Beleg.Tests.Support;

namespace Beleg.Tests.Attribution;

public sealed class PathTableTests
{
    [Theory]
    [InlineData("first", "first")]
    [InlineData("last", "last")]
    [InlineData("linear", "linear")]
    [InlineData("position", "position_40_20_40")]
    public void TenThousandPublishedPathsGiveThePublishedWeights(string model, string published)
    {
        var rows = PathTable.Read(File.ReadLines(SharedFiles.Find("data/attribution/PathData.csv"))).ToList();
        rows.Count.ShouldBe(10_000);
        using var reference = JsonDocument.Parse(File.ReadAllText(SharedFiles.Find("data/attribution/reference_PathData.json")));
        var expected = reference.RootElement.GetProperty("heuristics").GetProperty(published);
        var ours = PathTable.Attribute(AttributionModels.Find(model)!, rows);
        ours.Count.ShouldBe(12);
        foreach (var (channel, (conversions, value)) in ours)
        {
            conversions.ShouldBe(expected.GetProperty("conversions").GetProperty(channel).GetDecimal(), 1e-6m, channel);
            value.ShouldBe(expected.GetProperty("value").GetProperty(channel).GetDecimal(), 1e-6m, channel);
        }

        ours.Values.Sum(v => v.Conversions).ShouldBe(19_785, 1e-12m);
    }

    [Fact]
    public void AChannelThatComesTwiceCountsTwice() =>
        PathTable.Attribute(AttributionModels.Find("linear")!, [new PathRow(["a", "a", "b"], 6, 0, 0)])
            .ShouldBe(new Dictionary<string, (decimal, decimal)> { ["a"] = (4m, 0m), ["b"] = (2m, 0m) });

    [Fact]
    public void SmallTablesComeOutAsWorkedByHand()
    {
        PathRow[] rows = [new(["direct"], 2, 0, 1), new(["search", "email"], 3, 0, 2), new(["search", "social", "email"], 5, 0, 4)];
        Of("first", rows).ShouldBe([("direct", 2m), ("email", 0m), ("search", 8m), ("social", 0m)]);
        Of("last", rows).ShouldBe([("direct", 2m), ("email", 8m), ("search", 0m), ("social", 0m)]);
        Of("linear", rows).ShouldBe([("direct", 2m), ("email", 3.1666666667m), ("search", 3.1666666667m), ("social", 1.6666666667m)]);
        Of("position", rows).ShouldBe([("direct", 2m), ("email", 3.5m), ("search", 3.5m), ("social", 1m)]);
    }

    [Fact]
    public void ALineThatIsNoPathSaysWhichOne() =>
        Should.Throw<FormatException>(() => PathTable.Read(["path,a,b,c", "x > y,1,2,3", "x > y,one,2,3"]).ToList()).Message.ShouldContain("Line 3");

    private static IEnumerable<(string, decimal)> Of(string model, PathRow[] rows) =>
        PathTable.Attribute(AttributionModels.Find(model)!, rows).OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => (p.Key, Math.Round(p.Value.Conversions, 10)));
}
