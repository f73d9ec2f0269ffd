using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Beleg.Metrics;
using Beleg.Reports;
using Beleg.Reports.ProofPacks;

namespace Beleg.Tests.Reports;

public sealed partial class ProofHtmlTests
{
    public static TheoryData<string, string> Pages => new()
    {
        { "florist", "en" }, { "florist", "de" }, { "empty", "en" }, { "empty", "de" }, { "worst", "en" }, { "worst", "de" }, { "written", "en" }, { "written", "de" },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public void EveryFigureOnThePageIsTheOneInTheJson(string which, string language)
    {
        var (proof, l) = (Proof(which), ReportLanguage.Of(language));
        var page = Parse(ProofHtml.Render(SomeProof.Sealed(proof), l));
        using var json = JsonDocument.Parse(JsonSerializer.Serialize(SomeProof.Sealed(proof), ReportJson.Indented));

        var shown = page.QuerySelectorAll("data").ToArray();

        shown.Length.ShouldBeGreaterThan(15);
        foreach (var figure in shown)
        {
            var (value, text) = InJson(json.RootElement.GetProperty("proof"), figure.GetAttribute("data-figure")!, proof, l);
            Number(figure.GetAttribute("value")!).ShouldBe(value, figure.OuterHtml);
            figure.TextContent.ShouldBe(text, figure.OuterHtml);
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void NoDigitStandsOnThePageThatIsNotInTheJson(string which, string language)
    {
        var l = ReportLanguage.Of(language);
        var proof = Proof(which);
        var page = Parse(ProofHtml.Render(SomeProof.Sealed(proof), l));
        foreach (var known in page.QuerySelectorAll("data, time, .move, .words li, .seal, .links, .basis, h1, style, .trend").ToArray())
            known.Remove();

        var rest = Digits().Matches(page.Body!.TextContent).Select(m => m.Value.TrimEnd('.', ',')).ToArray();

        // What is left: how many more channels, assumptions and restatements there are, and the year of one.
        string[] allowed = [.. Enumerable.Range(1, 9).Select(n => n.ToString(l.Culture)), "2026"];
        rest.Except(allowed).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void AVicePresidentReadsItInAMinute(string which, string language)
    {
        var html = ProofHtml.Render(SomeProof.Sealed(Proof(which), new string('a', 64)), ReportLanguage.Of(language));

        ProofWords.On(html).ShouldBeLessThanOrEqualTo(ProofWords.Most, Spaces().Replace(ProofWords.Text(html), " "));
    }

    [Fact]
    public void AHostileNameIsOnlyAName()
    {
        const string Hostile = "</style><script>alert(1)</script>\"' onload=x <img src=//evil>";
        var proof = SomeProof.Florist();
        proof = SomeProof.Pointed(proof with
        {
            Brand = Hostile,
            Zone = Hostile,
            Model = Hostile,
            Channels = [Hostile],
            RevenueBasis = new(Hostile, Hostile),
            Assumptions = [proof.Assumptions[0] with { Id = Hostile, Name = new(Hostile, Hostile), Approver = Hostile }],
            Figures = [.. proof.Figures.Select(f => f with { Name = new(Hostile, Hostile), Metric = f.Group == "risk" ? Hostile : f.Metric })],
            Restated = [proof.Restated[0] with { Name = new(Hostile, Hostile) }],
        });

        var page = Parse(ProofHtml.Render(SomeProof.Sealed(proof), ReportLanguage.English));

        page.QuerySelectorAll("script, img, link, iframe, [onload]").ShouldBeEmpty();
        page.QuerySelectorAll("style").Length.ShouldBe(1);
        page.QuerySelector("h1")!.TextContent.ShouldBe(Hostile);
    }

    [Fact]
    public void ThePageLoadsNothingAndStylesNothingInline()
    {
        var html = ProofHtml.Render(SomeProof.Sealed(SomeProof.Florist()), ReportLanguage.English);

        Parse(html).QuerySelectorAll("[style], [src], [href]:not(a), script").ShouldBeEmpty();
        Parse(html).QuerySelectorAll("a").Select(a => a.GetAttribute("href")!).ShouldAllBe(address => address.StartsWith("https://beleg.agency.example/"));
        Regex.Count(html, "url\\(").ShouldBe(Regex.Count(html, "url\\(data:font/woff2;base64,"));
        ProofHtml.PolicyOf(html).ShouldStartWith("default-src 'none'; style-src 'sha256-");
        Parse(html).QuerySelector("meta[http-equiv='Content-Security-Policy']")!.GetAttribute("content").ShouldBe(ProofHtml.PolicyOf(html).Replace("; frame-ancestors 'none'", "", StringComparison.Ordinal));
    }

    [Fact]
    public void MoneyIsWrittenAsTheLanguageWritesIt()
    {
        var sealedProof = SomeProof.Sealed(SomeProof.Florist());

        Text(sealedProof, ReportLanguage.English, "avoided_support_cost").ShouldBe("$8,164.80");
        Text(sealedProof, ReportLanguage.German, "avoided_support_cost").ShouldBe("8.164,80\u00a0$");
        Text(sealedProof, ReportLanguage.German, "containment_rate").ShouldBe("78,0\u00a0%");
    }

    [Theory]
    [InlineData("EUR", "€1,234.50", "1.234,50\u00a0€")]
    [InlineData("JPY", "¥1,234", "1.234\u00a0¥")]
    [InlineData("BHD", "BHD\u00a01,234.500", "1.234,500\u00a0BHD")]
    [InlineData("GBP", "£1,234.50", "1.234,50\u00a0£")]
    [InlineData("CLF", "CLF\u00a01,234.5000", "1.234,5000\u00a0CLF")]
    public void EachCurrencyHasItsDecimals(string currency, string english, string german)
    {
        var proof = SomeProof.Florist() with { Currency = currency };
        var value = currency == "JPY" ? 1_234m : 1_234.5m;

        ProofFormat.Value(MetricUnit.Money, value, ReportLanguage.English, proof).ShouldBe(english);
        ProofFormat.Value(MetricUnit.Money, value, ReportLanguage.German, proof).ShouldBe(german);
    }

    [Fact]
    public void ADraftSaysThatItIsOne()
    {
        Parse(ProofHtml.Render(ProofDocument.Draft(SomeProof.Florist()), ReportLanguage.English)).QuerySelector(".draft")!.TextContent.ShouldBe("Draft");
        Parse(ProofHtml.Render(SomeProof.Sealed(SomeProof.Florist()), ReportLanguage.English)).QuerySelector(".draft").ShouldBeNull();
    }

    [Fact]
    public void BooksThatDoNotBalanceAreNotGreen()
    {
        var proof = SomeProof.Florist();
        proof = SomeProof.Pointed(proof with { Reconciliation = proof.Reconciliation with { Total = proof.Reconciliation.Total with { Total = 569_951 } } });

        var page = Parse(ProofHtml.Render(SomeProof.Sealed(proof), ReportLanguage.English));

        page.QuerySelector(".books.check").ShouldBeNull();
        page.QuerySelector(".books.wrong")!.TextContent.ShouldContain("$0.01");
        page.QuerySelector(".words .risk")!.TextContent.ShouldContain("$0.01 of the shop's money is missing");
    }

    [Fact]
    public void EveryAssumptionThatAFigureRestsOnStandsThereWithItsVersion()
    {
        var proof = SomeProof.Florist();
        proof = SomeProof.Pointed(proof with { Assumptions = [.. proof.Assumptions, proof.Assumptions[2] with { Id = "hourly_cost", Name = new("Team hour", "Teamstunde"), Unit = "money per hour", Version = 3 }] });

        var shown = Parse(ProofHtml.Render(SomeProof.Sealed(proof), ReportLanguage.English)).QuerySelectorAll(".assumptions li").Select(li => Spaces().Replace(li.TextContent.Trim(), " "));

        // No hours are counted, so weeks in a month move nothing; a proposal pays back against the team's hour.
        shown.ShouldBe(["Would ask people 80% v2", "Human contact $4.20 v1", "Team hour $4.20 v3", "Margin 50% default"]);
    }

    [Fact]
    public void APriceThatNobodyAgreedIsNoNumber()
    {
        var proof = SomeProof.Florist();
        proof = SomeProof.Pointed(proof with { Assumptions = [.. proof.Assumptions.Select(a => a.Id == "cost_per_human_contact" ? a with { Unset = true, Version = 0, Value = 0, Low = 0, High = 0 } : a)] });

        var shown = Parse(ProofHtml.Render(SomeProof.Sealed(proof), ReportLanguage.English)).QuerySelectorAll(".assumptions li").Select(li => Spaces().Replace(li.TextContent.Trim(), " ")).ToArray();

        shown.ShouldBe(["Margin 50% default"], "without a price the other two move nothing");
    }

    [Fact]
    public void WhatIsNothingOnlyBecauseNobodyAgreedItSaysSo()
    {
        var florist = SomeProof.Florist();
        var proof = SomeProof.Pointed(florist with
        {
            Assumptions = [],
            Restated = [],
            Reconciliation = new() { Total = SomeProof.Books("", 0, 0, 0, 0, 0) with { Orders = 0 }, Shops = [], Currencies = [], OrdersWithoutRate = 0 },
            Figures = [.. florist.Figures.Select(f => f.Metric switch
            {
                "avoided_support_cost" or "influenced_revenue" or "attributed_revenue" or "generated_value" or "revenue_per_chat" => f with { Value = 0, Previous = 0, Change = 0, Scenarios = null, Interval = null, AllEvidence = null },
                "net_value" => f with { Value = -4_950m, Scenarios = new(-4_950m, -4_950m, -4_950m) },
                _ => f,
            })],
        });
        foreach (var (l, said) in new[] { (ReportLanguage.English, new[] { "no price agreed", "no orders connected", "costs only: no value is agreed yet", "It cost $4,950.00, and no value stands against it yet." }), (ReportLanguage.German, ["kein Preis vereinbart", "keine Bestellungen angebunden", "nur Kosten: noch kein Wert vereinbart", "und noch steht kein Wert dagegen"]) })
        {
            var page = Parse(ProofHtml.Render(SomeProof.Sealed(proof), l));
            foreach (var sentence in said)
                page.QuerySelector("main")!.TextContent.ShouldContain(sentence);
            page.QuerySelector("data[data-figure=revenue_per_chat]").ShouldBeNull("without orders there is one figure of revenue to miss");
        }
    }

    [Fact]
    public void MoreAssumptionsThanFitAreCountedAndSaidWhere()
    {
        var proof = SomeProof.Florist();
        proof = SomeProof.Pointed(proof with { Assumptions = [.. Enumerable.Range(0, 40).Select(i => proof.Assumptions[0] with { Id = $"own_{i}", Name = new("Share", "Anteil") })] });

        var shown = Parse(ProofHtml.Render(SomeProof.Sealed(proof), ReportLanguage.English)).QuerySelectorAll(".assumptions li").Select(li => li.TextContent).ToArray();

        shown[^1].ShouldBe($"+{40 - shown.Length + 1} in its JSON");
    }

    [Fact]
    public void TheSealNamesTheProofItIsChainedTo()
    {
        var proof = SomeProof.Florist() with { Experiments = [], Restated = [] };

        Parse(ProofHtml.Render(SomeProof.Sealed(proof, new string('a', 64)), ReportLanguage.English)).QuerySelector(".seal")!.TextContent.ShouldEndWith(", chained to aaaaaaaa…");
        Parse(ProofHtml.Render(SomeProof.Sealed(proof), ReportLanguage.English)).QuerySelector(".seal")!.TextContent.ShouldNotContain("chained");
    }

    [Fact]
    public void AChangeIsReadAsOneWordWithItsSignAndUnit()
    {
        var moves = Parse(ProofHtml.Render(SomeProof.Sealed(SomeProof.Florist()), ReportLanguage.English)).QuerySelectorAll(".move").Select(m => m.TextContent).ToArray();

        moves.ShouldContain("+6.6pp");
        moves.ShouldContain("−7.0min");
        moves.ShouldAllBe(move => move.StartsWith('+') || move.StartsWith('−'));
    }

    internal static IDocument Parse(string html) => new HtmlParser().ParseDocument(html);

    private static ProofSnapshot Proof(string which) => SomeProof.Named(which);

    private static string Text(ProofDocument document, ReportLanguage language, string figure) =>
        Parse(ProofHtml.Render(document, language)).QuerySelector($"data[data-figure='{figure}']")!.TextContent;

    private static decimal? Number(string value) => value.Length == 0 ? null : decimal.Parse(value, CultureInfo.InvariantCulture);

    /// <summary>The value a path of the page names, looked up in the JSON alone, and how it is to be written.</summary>
    private static (decimal? Value, string Text) InJson(JsonElement json, string path, ProofSnapshot proof, ReportLanguage l)
    {
        var parts = path.Split('.');
        (decimal?, string) In(MetricUnit unit, decimal? value) => (value, ProofFormat.Value(unit, value, l, proof));
        switch (parts[0])
        {
            case "evidence":
                var grade = json.GetProperty("evidence").EnumerateArray().Single(g => string.Equals(g.GetProperty("grade").GetString(), parts[1], StringComparison.OrdinalIgnoreCase));
                return parts.Length == 3 ? (Read(grade, "share"), l.Share(Read(grade, "share")!.Value, 0)) : In(MetricUnit.Money, Read(grade, "value"));
            case "reconciliation":
                return In(MetricUnit.Money, json.GetProperty("reconciliation").GetProperty("total").GetProperty(parts[2]).GetDecimal() / proof.Money.MinorPerMajor);
            case "restated":
                return In(MetricUnit.Money, Read(json.GetProperty("restated")[int.Parse(parts[1], CultureInfo.InvariantCulture)], parts[2]));
            case "assumptions":
                return Assumed(json.GetProperty("assumptions").EnumerateArray().Single(a => a.GetProperty("id").GetString() == parts[1]), parts.Length == 3 ? parts[2] : "value", l, In);
            default:
                var figure = json.GetProperty("figures").EnumerateArray().Single(f => f.GetProperty("path").GetString() == parts[0]);
                var unit = Enum.Parse<MetricUnit>(figure.GetProperty("unit").GetString()!.Replace("_", "", StringComparison.Ordinal), ignoreCase: true);
                return In(unit, parts switch
                {
                    [_] => Read(figure, "value"),
                    [_, "base" or "high"] => Read(figure.GetProperty("scenarios"), parts[1]),
                    [_, "interval", _] => Read(figure.GetProperty("interval"), parts[2]),
                    _ => Read(figure, parts[1]),
                });
        }
    }

    private static (decimal? Value, string Text) Assumed(JsonElement assumption, string field, ReportLanguage l, Func<MetricUnit, decimal?, (decimal?, string)> of)
    {
        var value = Read(assumption, field)!.Value;
        return (field, assumption.GetProperty("unit").GetString()!) switch
        {
            ("version", _) => (value, l.Count(value)),
            (_, "share") => (value, l.Share(value, 0)),
            (_, "weeks") => (value, l.Number(value, 1)),
            _ => of(MetricUnit.Money, value),
        };
    }

    private static decimal? Read(JsonElement element, string name) => element.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetDecimal() : null;

    [GeneratedRegex("\\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex("[0-9][0-9.,]*")]
    private static partial Regex Digits();
}
