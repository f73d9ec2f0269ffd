using System.Text.Json;
using AngleSharp.Dom;
using Beleg.App.Dashboard;
using Beleg.App.Dashboard.Language;
using Beleg.EndToEnd.Support;
using Beleg.Metrics;
using Beleg.Primitives;

namespace Beleg.EndToEnd.Pages;

/// <summary>
/// Every figure of every page is the engine's, and the proof's where that has it: the number beside it, and the text that people read. A
/// difference is named with the figure and both values.
/// </summary>
[Collection(DemoCollection.Name)]
[Trait("Speed", "Slow")]
public sealed class SurfacesAgreeTests(DemoBeleg demo)
{
    public static TheoryData<string, string> Workspaces => new() { { "florist", "en" }, { "florist", "de" }, { "wismo", "en" }, { "wismo", "de" }, { "saas", "en" }, { "saas", "de" } };

    [Theory]
    [MemberData(nameof(Workspaces))]
    public async Task TheDashboardShowsTheEnginesAndTheProofsFigures(string workspace, string language)
    {
        var engine = await EngineFigures.OfAsync(demo.Beleg.Http, workspace);
        var proof = await ProofAsync(workspace);
        var page = await demo.PageAsync($"/w/{workspace}?period=2026-09", language);

        var shown = Shown(page);
        // The headline, with base and high where they differ, and four tiles; which figure leads a tile the story decides.
        string[] needed = ["net_value", "net_value.change", "roi_pct", "payback_months", "automated_conversations", "self_serve_rate", "handoff_rate", "time_to_resolution"];
        string[] own = workspace switch { "florist" => ["net_value.base", "net_value.high", "revenue_per_chat", "revenue_per_chat.interval.low", "dm_to_sale", "attributed_revenue"], "wismo" => ["avoided_support_cost"], _ => ["conversion_rate.interval.high"] };
        foreach (var path in needed.Concat(own))
            shown.Select(f => f.Path).ShouldContain(path, $"{workspace} has no {path} on its dashboard");
        page.QuerySelectorAll(".tile-figure, .hero-figure, .tile-lines td strong").ShouldAllBe(figure => figure.QuerySelector("data[data-figure]") != null, "a figure that no test can read");
        AreEqual(workspace, language, shown, engine);
        foreach (var (path, value, _) in shown)
        {
            if (InProof(proof, path) is { } known)
                ShouldBeOne(value, known.Value, path, $"{workspace} {path}: dashboard {value}, proof {known.Value}");
        }
    }

    [Theory]
    [InlineData("florist")]
    [InlineData("wismo")]
    [InlineData("saas")]
    public async Task ItsChartsShowTheSame(string workspace)
    {
        var page = await demo.PageAsync($"/w/{workspace}?period=2026-09");
        using var answer = JsonDocument.Parse(await demo.Beleg.Http.GetStringAsync($"/api/{workspace}/query?metrics=attributed_revenue&month=2026-09&basis=all&by=evidence"));
        var grades = answer.RootElement.GetProperty("metrics")[0].GetProperty("rows").EnumerateArray()
            .Where(row => EngineFigures.Number(row, "value") > 0).ToDictionary(row => row.GetProperty("group").GetProperty("evidence").GetString()!.ToUpperInvariant(), row => EngineFigures.Number(row, "value"));
        var proof = await ProofAsync(workspace);

        var split = page.QuerySelectorAll("#chart-evidence tbody tr").ToDictionary(row => row.Children[0].TextContent[..1], row => EngineFigures.Parsed(row.QuerySelector("data")?.GetAttribute("value")));

        split.ShouldBe(grades, ignoreOrder: true, customMessage: $"{workspace}: evidence split of dashboard and engine");
        foreach (var (grade, value) in split)
            Grade(proof, grade).ShouldBe(value, $"{workspace} evidence {grade}: proof {Grade(proof, grade)}, dashboard {value}");
        var months = proof.GetProperty("trend").EnumerateArray().Select(m => EngineFigures.Number(m, "value")).ToArray();
        if (Table(page, "chart-trend-net-value") is [_, var net, ..])
            net.Values[^Math.Min(months.Length, net.Values.Length)..].ShouldBe(months[^Math.Min(months.Length, net.Values.Length)..], $"{workspace}: net value by month on dashboard and proof");
        using var starts = JsonDocument.Parse(await demo.Beleg.Http.GetStringAsync($"/api/{workspace}/query?metrics=entry_starts&month=2026-09&by=entry_point"));
        var entries = Table(page, "chart-entries");
        entries[1].Values.Where(v => v > 0).OrderDescending().ShouldBe(
            starts.RootElement.GetProperty("metrics")[0].GetProperty("rows").EnumerateArray().Select(r => EngineFigures.Number(r, "value")).Where(v => v > 0).OrderDescending(), $"{workspace}: starts by entry point");
    }

    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    public async Task TheAgencysStartShowsWhatTheDashboardsShow(string language)
    {
        var page = await demo.PageAsync("/", language);
        foreach (var workspace in new[] { "florist", "wismo", "saas" })
        {
            var shown = Shown(page.QuerySelector($"[data-workspace={workspace}]")!);
            shown.Select(f => f.Path).ShouldContain("net_value");
            shown.Select(f => f.Path).ShouldContain("roi_pct");
            var engine = await EngineFigures.OfAsync(demo.Beleg.Http, workspace);
            AreEqual(workspace, language, shown, engine);
        }
    }

    [Theory]
    [MemberData(nameof(Workspaces))]
    public async Task TheTableOfMetricsAndTheListOfAllFiguresShowThem(string workspace, string language)
    {
        var engine = await EngineFigures.OfAsync(demo.Beleg.Http, workspace);
        foreach (var path in new[] { $"/w/{workspace}/metrics?month=2026-09", $"/w/{workspace}/figures?period=2026-09" })
        {
            var shown = Shown(await demo.PageAsync(path, language));
            shown.Length.ShouldBeGreaterThan(15, path);
            AreEqual(path, language, shown, engine);
        }

        using var file = JsonDocument.Parse(await demo.Beleg.Http.GetStringAsync($"/api/{workspace}/metric-table.json?month=2026-09"));
        foreach (var row in file.RootElement.GetProperty("rows").EnumerateArray().Where(row => row.GetProperty("waits_for").ValueKind == JsonValueKind.Null))
        {
            var (name, told) = (row.GetProperty("id").GetString()!, EngineFigures.Number(row, "value"));
            told.ShouldBe(engine.Find(name).Value, $"{workspace} {name}: table {told}, engine {engine.Find(name).Value}");
        }
    }

    [Theory]
    [InlineData("florist")]
    [InlineData("wismo")]
    [InlineData("saas")]
    public async Task TheRowsBehindAFigureComeToIt(string workspace)
    {
        var engine = await EngineFigures.OfAsync(demo.Beleg.Http, workspace);
        var looked = 0;
        foreach (var metric in engine.Metrics)
        {
            foreach (var side in new[] { "numerator", "denominator" })
            {
                // The part of a window that is still open is no part of a rate, and its rows still stand there.
                if (EngineFigures.Number(engine[metric], side) is not { } expected || (side == "denominator" && EngineFigures.Number(engine[metric].GetProperty("completeness"), "open_share") is not null))
                    continue;
                var page = await demo.PageAsync($"/w/{workspace}/rows/{metric}?period=2026-09{(side == "denominator" ? "&side=denominator" : "")}");
                var totals = Shown(page).ToDictionary(f => f.Path, f => f.Value);
                if (!totals.ContainsKey("rows") || (side == "denominator" && page.QuerySelector("a[href*='side=denominator'][aria-current=page]") is null))
                    continue;
                var told = totals.TryGetValue("rows.sum", out var sum) ? sum : totals.TryGetValue("rows.distinct", out var distinct) ? distinct : totals["rows"];
                told.ShouldBe(expected, $"{workspace} {metric}, {side}: rows {told}, engine {expected}");
                looked++;
            }
        }

        looked.ShouldBeGreaterThan(10);
    }

    [Theory]
    [InlineData("florist")]
    [InlineData("wismo")]
    [InlineData("saas")]
    public async Task TheCommandLineSaysTheSameAsTheApi(string workspace)
    {
        const string Ids = "net_value,roi_pct,payback_months,revenue_per_chat,attributed_revenue,automated_conversations,containment_rate,time_to_resolution,csat,nps";
        var told = (await demo.Beleg.RunAsync("metrics", Ids, "--workspace", workspace, "--month", "2026-09", "--basis", "conservative", "--compare", "previous", "--json")).Ok();
        var api = await demo.Beleg.Http.GetStringAsync($"/api/{workspace}/query?metrics={Ids}&month=2026-09&basis=conservative&compare=previous");
        told.Trim().ShouldBe(api.Trim());

        var table = (await demo.Beleg.RunAsync("metrics", Ids, "--workspace", workspace, "--month", "2026-09", "--basis", "conservative")).Ok();
        var engine = await EngineFigures.OfAsync(demo.Beleg.Http, workspace);
        // The terminal answers what was asked; a payback of one month is none.
        foreach (var metric in Ids.Split(',').Where(id => id != "payback_months"))
        {
            var line = table.Split('\n').Single(l => l.StartsWith(metric + " ", StringComparison.Ordinal));
            var (value, unit) = engine.Find(metric + (EngineFigures.Number(engine[metric], "low") is null ? "" : ".base"));
            line.ShouldContain(new FigureText(Tongue.English, Currency.Find("USD")).Value(unit, value), customMessage: $"{workspace} {metric}: engine {value}, terminal {line}");
        }
    }

    [Theory]
    [InlineData("florist")]
    [InlineData("wismo")]
    [InlineData("saas")]
    public async Task CommandLineAndApiGiveTheSameBytesOfAProof(string workspace)
    {
        foreach (var format in new[] { "json", "html" })
        {
            var file = Path.Combine(demo.Beleg.Data.Root, $"{workspace}-same.{format}");
            (await demo.Beleg.RunAsync("report", "proof-pack", "--workspace", workspace, "--month", "2026-09", "--lang", "de", "--paper", "letter", "--out", file)).Ok();
            var api = await demo.Beleg.Http.GetByteArrayAsync($"/api/{workspace}/reports/proof-pack/2026-09.{format}?lang=de&paper=letter");
            (await File.ReadAllBytesAsync(file)).ShouldBe(api, $"{workspace} {format}");
        }
    }

    private static void AreEqual(string where, string language, (string Path, decimal? Value, string Text)[] shown, EngineFigures engine)
    {
        var text = new FigureText(Tongue.Find(language)!, Currency.Find("USD"));
        foreach (var (path, value, written) in shown)
        {
            var (expected, unit) = engine.Find(path);
            ShouldBeOne(value, expected, path, $"{where} {path}: page {value} ({written}), engine {expected}");
            // A change is written in words of its own; "not yet" is no number.
            if (!path.EndsWith(".change", StringComparison.Ordinal) && !(unit == MetricUnit.Months && expected is null))
                written.ShouldBe(text.Value(unit, expected), $"{where} {path}: page {written}, engine {expected}");
        }
    }

    // The difference of two rounded numbers may end in another digit than the rounded difference.
    private static void ShouldBeOne(decimal? value, decimal? expected, string path, string message)
    {
        if (path.EndsWith(".change", StringComparison.Ordinal) && value is { } told && expected is { } known)
            told.ShouldBe(known, .0000011m, message);
        else
            value.ShouldBe(expected, message);
    }

    private static (decimal? Value, bool Known)? InProof(JsonElement proof, string path)
    {
        var parts = path.Split('.', 2);
        var figure = proof.GetProperty("figures").EnumerateArray().FirstOrDefault(f => f.GetProperty("path").GetString() == parts[0]);
        if (figure.ValueKind != JsonValueKind.Object)
            return null;
        return parts.Length == 1 ? (EngineFigures.Number(figure, "value"), true) : parts[1] switch
        {
            "base" or "high" => (EngineFigures.Number(figure.GetProperty("scenarios"), parts[1]), true),
            // A proof gives no interval to figures of money and assumptions: it gives their ends.
            "interval.low" or "interval.high" when figure.GetProperty("interval").ValueKind != JsonValueKind.Object => null,
            "interval.low" or "interval.high" => (EngineFigures.Number(figure.GetProperty("interval"), parts[1][9..]), true),
            "previous" or "change" => (EngineFigures.Number(figure, parts[1]), true),
            _ => null,
        };
    }

    private static decimal? Grade(JsonElement proof, string letter) =>
        EngineFigures.Number(proof.GetProperty("evidence").EnumerateArray().Single(g => string.Equals(g.GetProperty("grade").GetString(), letter, StringComparison.OrdinalIgnoreCase)), "value");

    private static (string Head, decimal?[] Values)[] Table(IParentNode page, string chart)
    {
        var figure = page.QuerySelector($"#{chart}");
        if (figure is null)
            return [];
        string[] heads = [.. figure.QuerySelectorAll("thead th").Select(th => th.TextContent)];
        var rows = figure.QuerySelectorAll("tbody tr").Select(row => row.Children.Select(cell => EngineFigures.Parsed(cell.QuerySelector("data")?.GetAttribute("value"))).ToArray()).ToArray();
        return [.. heads.Select((head, i) => (head, rows.Select(row => row[i]).ToArray()))];
    }

    private static (string Path, decimal? Value, string Text)[] Shown(IParentNode page) =>
        [.. page.QuerySelectorAll("data[data-figure]").Select(d => (d.GetAttribute("data-figure")!, EngineFigures.Parsed(d.GetAttribute("value")), d.TextContent))];

    private async Task<JsonElement> ProofAsync(string workspace)
    {
        using var json = JsonDocument.Parse(await demo.Beleg.Http.GetStringAsync($"/api/{workspace}/reports/proof-pack/2026-09.json"));
        return json.RootElement.GetProperty("proof").Clone();
    }
}
