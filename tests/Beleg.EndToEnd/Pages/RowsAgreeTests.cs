using AngleSharp.Dom;
using Beleg.App.Dashboard;
using Beleg.App.Dashboard.Language;
using Beleg.EndToEnd.Support;
using Beleg.Metrics;
using Beleg.Primitives;
using Microsoft.AspNetCore.WebUtilities;

namespace Beleg.EndToEnd.Pages;

/// <summary>
/// Every figure that leads to rows is what the file of these rows comes to when it is counted again without the engine: counts, sums, quotients,
/// medians and other ranks, in the digits that the page shows.
/// </summary>
[Collection(DemoCollection.Name)]
[Trait("Speed", "Slow")]
public sealed class RowsAgreeTests(DemoBeleg demo)
{
    private readonly Dictionary<string, RowsFile> files = new(StringComparer.Ordinal);

    public static TheoryData<string, string, string, int> Looks => new()
    {
        { "florist", "en", "?period=2026-09 ?period=custom&from=2026-08-17&to=2026-09-12&compare=year&channel=instagram&model=first ?period=2026-09&model=markov", 60 },
        { "florist", "de", "?period=custom&from=2026-09-30&to=2026-10-01&flow=bouquet ?period=2026-08&entry_point=comment_to_dm&compare=none", 40 },
        { "florist", "en", "/figures?period=2026-09 /metrics?month=2026-08&model=last", 70 },
        { "florist", "de", "/flows?period=2026-09 /flows/bouquet?period=2026-09&model=first", 35 },
        { "florist", "en", "/metrics/entry_starts?month=2026-09 /metrics/branch_choices?month=2026-09 /metrics/first_response_time_human?month=2026-09 /metrics/time_to_resolution?month=2026-09 /metrics/dm_to_sale?month=2026-09", 30 },
        { "saas", "de", "?period=2026-09", 10 },
    };

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task AFigureIsWhatTheFileOfItsRowsComesTo(string workspace, string language, string paths, int least)
    {
        var writes = new FigureText(Tongue.Find(language)!, Currency.Find("USD"));
        var looked = 0;
        foreach (var path in paths.Split(' '))
        {
            var page = await demo.PageAsync($"/w/{workspace}{path}", language);
            foreach (var link in page.QuerySelectorAll($"main a[href^='/w/{workspace}/rows/']"))
            {
                if (await ReadAsync(link.GetAttribute("href")!) is not { } recount)
                    continue;
                var (written, exact, name) = (link.TextContent.Trim(), link.QuerySelector("data")?.GetAttribute("value"), $"{path}: {link.GetAttribute("href")}");
                // A link in words says no figure.
                if (exact is null && written != Print.None && !written.Any(char.IsDigit))
                    continue;
                looked++;
                if (exact is { Length: > 0 })
                    EngineFigures.Parsed(exact).ShouldBe(EngineFigures.Round(recount.Value), name);
                // "30 of 45" is two figures; the first is the one that has rows.
                if (written.Contains(Tongue.Find(language)!.Say(Texts.PartsOf, "", "").Trim(), StringComparison.Ordinal))
                    written.ShouldStartWith(writes.Value(recount.Unit, recount.Value) + " ", Case.Sensitive, name);
                else
                    written.ShouldBe(writes.Value(recount.Unit, recount.Value), name);
            }
        }

        looked.ShouldBeGreaterThan(least);
    }

    [Theory]
    [InlineData("florist")]
    [InlineData("saas")]
    public async Task EveryFigureOfAChartsTableLeadsToItsRows(string workspace)
    {
        var page = await demo.PageAsync($"/w/{workspace}?period=2026-09");
        // The parts of a change are no figure of a period: they stand between two, and those have rows.
        var tables = page.QuerySelectorAll("figure:not([id^=chart-why]) > .chart-table");
        tables.Length.ShouldBeGreaterThan(1);
        foreach (var table in tables)
        {
            // A share beside its amount is the same rows once more.
            foreach (var figure in table.QuerySelectorAll("data").Where(figure => !figure.TextContent.Contains('%', StringComparison.Ordinal) || table.Closest("#chart-handled") is not null))
                figure.Closest("a").ShouldNotBeNull($"{table.Closest("figure")!.Id}: {figure.TextContent}");
        }

        if (page.QuerySelector("#chart-evidence a") is { } grade)
            (await demo.PageAsync(grade.GetAttribute("href")!)).QuerySelector("data[data-figure='rows.sum']")!.GetAttribute("value").ShouldBe(grade.QuerySelector("data")!.GetAttribute("value"));
    }

    [Fact]
    public async Task WhatAMetricCannotBeNarrowedByDoesNotNarrowHalfOfItsRows()
    {
        // Credit knows its entry point, messages do not: the quotient's upper half was narrowed and the figure was not.
        var whole = await demo.PageAsync("/w/florist/rows/revenue_per_recipient?period=2026-09");
        var narrowed = await demo.PageAsync("/w/florist/rows/revenue_per_recipient?period=2026-09&entry_point=qr");
        Sum(narrowed).ShouldBe(Sum(whole));
        narrowed.QuerySelectorAll("h1 ~ p .tag").ShouldBeEmpty();

        static string? Sum(IParentNode page) => page.QuerySelector("data[data-figure='rows.sum']")!.GetAttribute("value");
    }

    /// <summary>What the rows of an address come to; null for a figure that is calculated from others.</summary>
    private async Task<(decimal? Value, MetricUnit Unit)?> ReadAsync(string href)
    {
        var (path, query) = href.Split('?', 2) is [var before, var after] ? (before, after) : (href, "");
        var metric = MetricCatalogue.Default.Find(path[(path.LastIndexOf('/') + 1)..])!;
        var part = QueryHelpers.ParseQuery(query).TryGetValue("part", out var named) ? named.ToString() : null;
        if ((part is null ? metric.Formula : metric.Parts.Single(one => one.Id == part).Formula) is not { } formula)
            return null;
        var above = (await FileAsync($"{path}.csv?{query}")).Of(formula.Numerator);
        var unit = part is null ? metric.Unit : metric.PartUnit(part);
        if (formula.Denominator is not { } below || formula.DenominatorIsSample)
            return (metric.Formula!.Numerator == formula.Numerator && formula.Numerator.Aggregate == Aggregate.Sum && unit == MetricUnit.Money && Refused(query) ? null : above, unit);
        var whole = (await FileAsync($"{path}.csv?{query}&side=denominator")).Of(below);
        return (whole is null or 0 || (Refused(query) && LearnedModel.Follows(metric)) ? null : above / whole * formula.Scale, unit);
    }

    // The demonstration has too few journeys for a data-driven model: what follows it has no value, and no rows.
    private static bool Refused(string query) => query.Contains("model=markov", StringComparison.Ordinal);

    private async Task<RowsFile> FileAsync(string address)
    {
        if (!files.TryGetValue(address, out var file))
            files[address] = file = new RowsFile(await demo.Beleg.Http.GetStringAsync(address));
        return file;
    }
}
