using System.Text.Json;
using Beleg.EndToEnd.Support;

namespace Beleg.EndToEnd;

[Trait("Speed", "Slow")]
public sealed class DemoTests
{
    [Fact]
    public async Task TheDemonstrationLoadsOnceAndTellsItsStories()
    {
        using var data = new BelegData();

        var first = (await data.RunAsync("demo", "--no-serve")).Ok();
        first.ShouldContain("http://127.0.0.1:");
        first.ShouldContain("curl ");
        (await data.RunAsync("workspace", "list")).Ok().ShouldContain("florist");
        var before = await Figures(data);
        before["florist revenue_per_chat 2026-08"].ShouldBe(3.10m);
        before["florist revenue_per_chat 2026-09"].ShouldBe(6.40m);
        before["wismo avoided_support_cost 2026-08"].ShouldBe(27_216m);
        before["saas conversion_rate 2026-07"].ShouldBe(0.021m);

        (await data.RunAsync("demo", "--no-serve")).Ok();
        (await Figures(data)).ShouldBe(before, "again changes nothing");

        // An event of today does not move the page off the last month that is told to its end.
        var late = Path.Combine(data.Root, "late.csv");
        await File.WriteAllTextAsync(late, $"sent_at,direction,channel,email\n{DateTime.UtcNow:yyyy-MM-dd HH:mm:ss},inbound,webchat,late@example.com\n");
        (await data.RunAsync("import", late, "--workspace", "florist", "--as", "messages")).Ok();
        (await data.RunAsync("metrics", "revenue_per_chat", "--workspace", "florist")).Ok().ShouldContain("$6.40");
    }

    private static async Task<Dictionary<string, decimal>> Figures(BelegData data)
    {
        var figures = new Dictionary<string, decimal>();
        foreach (var (workspace, metric, from, to) in new[]
        {
            ("florist", "revenue_per_chat", "2026-08-01", "2026-09-01"), ("florist", "revenue_per_chat", "2026-09-01", "2026-10-01"),
            ("florist", "attributed_revenue", "2026-07-01", "2026-08-01"), ("wismo", "avoided_support_cost", "2026-08-01", "2026-09-01"),
            ("saas", "conversion_rate", "2026-07-01", "2026-08-01"),
        })
        {
            var said = (await data.RunAsync("metrics", metric, "--workspace", workspace, "--from", from, "--to", to, "--json")).Ok();
            using var answer = JsonDocument.Parse(said);
            figures[$"{workspace} {metric} {from[..7]}"] = answer.RootElement.GetProperty("metrics")[0].GetProperty("value").GetDecimal();
        }

        return figures;
    }
}
