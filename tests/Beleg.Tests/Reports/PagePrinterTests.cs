using System.Net;
using System.Net.Sockets;
using Beleg.Metrics;
using Beleg.Reports;
using Beleg.Reports.Printing;
using Beleg.Reports.ProofPacks;
using Beleg.Tests.Support;

namespace Beleg.Tests.Reports;

/// <summary>The browser that prints loads our own page and nothing else.</summary>
[Trait("Speed", "Slow")]
public sealed class PagePrinterTests
{
    private const string Everything = "default-src * data: blob: filesystem: 'unsafe-inline' 'unsafe-eval'";

    [Theory]
    [InlineData("default-src 'none'")]
    [InlineData(Everything)]
    public async Task NothingOnAPageReachesTheNetwork(string policy)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        string[] addresses = [$"http://127.0.0.1:{port}", $"http://localhost:{port}", $"http://[::1]:{port}", "http://example.com", "https://example.com"];
        var hostile = string.Concat(addresses.Select(a => $"""
            <img src="{a}/i.png"><iframe src="{a}/f"></iframe><link rel="stylesheet" href="{a}/s.css"><object data="{a}/o"></object><embed src="{a}/e"><video src="{a}/v" autoplay></video>
            <style>@import url({a}/c.css); p {"{"} background: url({a}/b.png) {"}"} @font-face {"{"} font-family: x; src: url({a}/w.woff2) {"}"} body {"{"} font-family: x {"}"}</style>
            <link rel="preload" as="image" href="{a}/p"><link rel="dns-prefetch" href="{a}"><link rel="preconnect" href="{a}"><script src="{a}/j.js"></script>
            <script>fetch("{a}/x"); new Image().src = "{a}/y"; document.write("SCRIPTS RUN");</script><svg><image href="{a}/z.svg"/><use href="{a}/u.svg#x"/></svg>
            """));

        using var pdf = await PrintedPdf.OfAsync($"""<!doctype html><meta http-equiv="Content-Security-Policy" content="{policy}"><title>t</title><p>printed</p>{hostile}""");

        pdf.Text.ShouldContain("printed");
        if (policy != Everything)
            pdf.Text.ShouldNotContain("SCRIPTS RUN");
        listener.Pending().ShouldBeFalse("something reached the network");
    }

    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    public async Task AProofFullOfMarkupAsksNobodyForAnything(string language)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
        var leave = $"<meta http-equiv=refresh content=0;url={address}/m>";
        string[] tricks =
        [
            $"<img src={address}/i>", $"<style>*{{background:url({address}/c)}}</style>", $"\"><link rel=stylesheet href={address}/s>", $"<svg><image href={address}/z></svg>", $"<svg/onload=fetch('{address}/o')>",
            $"</title><script src={address}/j></script>", $"' style='background:url({address}/b)", $"<iframe src={address}/f>", leave, $"<base href={address}/>",
        ];
        string Trick(int i) => tricks[i % tricks.Length];
        Words Both(int i) => new(Trick(i), Trick(i));
        var florist = SomeProof.Florist();
        var written = ProofDraft.Apply(
            SomeProof.Pointed(florist with
            {
                Brand = Trick(0),
                Workspace = Trick(1),
                Software = Trick(2),
                Channels = [Trick(3), Trick(4)],
                LookBackWindows = Trick(5),
                RevenueBasis = Both(6),
                Figures = [.. florist.Figures.Select((figure, i) => figure with { Name = Both(i), Segment = figure.Segment is null ? null : Trick(i) })],
                Assumptions = [.. florist.Assumptions.Select((assumption, i) => assumption with { Id = assumption.Id + Trick(i), Name = Both(i), Unit = Trick(i + 1), Owner = Trick(i + 2), Approver = Trick(i + 3) })],
                Findings = [new("dead_opener", Trick(0), Both(1), 80, 200, .4m, new(.33m, .47m), true, new(90, 180, 270), Trick(2), -.05m)],
                Limits = [new(Trick(3), .3m, Both(4), Both(5), true)],
                Plans = [new(Trick(6), Beleg.Sources.ExperimentState.Running, Trick(7), "revenue", Both(8), .1m, null, null, null, null, null, null)],
                Trials = [new(Trick(9), Trick(0), Trick(1), "revenue", 900, .1m, .05m, .2m, Beleg.Statistics.Experiments.VerdictKind.Ship)],
                Restated = [.. florist.Restated.Select((change, i) => change with { Name = Both(i) })],
            }),
            [.. ProofPlace.All.Where((_, i) => i % 2 == 0).Select((place, i) => new Beleg.State.ProofEdit(i, "2026-09", place.Name, Trick(i), Trick(i), Trick(i), Trick(i), Trick(i + 1), NodaTime.Instant.FromUtc(2026, 10, 3, 9, 0)))]);
        var document = SomeProof.Sealed(written);

        using var pdf = await PrintedPdf.OfAsync(document, ReportLanguage.Of(language), Paper.A4);

        pdf.Pages.ShouldBe(1);
        pdf.Text.ReplaceLineEndings("").Replace(" ", "", StringComparison.Ordinal).ShouldContain("<imgsrc=", Case.Sensitive, "what somebody wrote is text");
        listener.Pending().ShouldBeFalse("the proof's words reached the network");

        // Were a word not encoded, the page's own policy would still load nothing.
        string With(string raw) => ProofHtml.Render(document, ReportLanguage.Of(language)).Replace("</main>", raw + "</main>", StringComparison.Ordinal);
        using var loading = await PrintedPdf.OfAsync(With(string.Concat(tricks.Except([leave]))));
        loading.Text.Length.ShouldBeGreaterThan(200);
        listener.Pending().ShouldBeFalse("the page's policy let something out");

        // A page that leaves for another while it is printed may come out or not; no policy holds it, but nobody hears of it.
        try
        {
            using var left = await PrintedPdf.OfAsync(With(leave));
        }
        catch (PrintFailedException refused)
        {
            refused.Message.ShouldContain("wrote no PDF");
        }

        listener.Pending().ShouldBeFalse("the page left for another");

        // The listener does hear whoever asks.
        using var asker = new TcpClient();
        await asker.ConnectAsync(IPAddress.Loopback, ((IPEndPoint)listener.LocalEndpoint).Port, TestContext.Current.CancellationToken);
        listener.Pending().ShouldBeTrue();
    }

    [Fact]
    public async Task AProofsPolicyLetsNoOtherFileIn()
    {
        using var directory = new TemporaryDirectory();
        File.WriteAllText(directory["secret.txt"], "SECRETWORD");
        var secret = new Uri(directory["secret.txt"]).AbsoluteUri;
        var html = ProofHtml.Render(SomeProof.Sealed(SomeProof.Florist()), ReportLanguage.English)
            .Replace("</main>", $"""<iframe src="{secret}"></iframe><object data="{secret}"></object><embed src="{secret}"></main>""", StringComparison.Ordinal);

        using var pdf = await PrintedPdf.OfAsync(html);

        pdf.Text.ShouldContain("Bloom & Stem");
        pdf.Text.ShouldNotContain("SECRETWORD");
    }

    [Fact]
    public async Task APageWithoutAPolicyIsNotPrinted() =>
        await Should.ThrowAsync<ArgumentException>(() => new PagePrinter("/nowhere").PrintAsync("<p>hello", CancellationToken.None));

    [Fact]
    public void WhereThereIsNoChromiumNoneIsFound()
    {
        using var directory = new TemporaryDirectory();
        Chromium.Find(name => name == "PATH" ? directory.Path : null).ShouldBeNull();
        Chromium.Find(name => name == Chromium.Variable ? directory["chrome"] : Environment.GetEnvironmentVariable(name)).ShouldBeNull("who names a program means that one");
        File.WriteAllText(directory["chromium"], "");
        Chromium.Find(name => name == "PATH" ? directory.Path : null).ShouldBe(directory["chromium"]);
    }
}
