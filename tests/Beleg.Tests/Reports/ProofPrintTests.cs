using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Beleg.Reports;
using Beleg.Tests.Support;

namespace Beleg.Tests.Reports;

/// <summary>The printed page, by the browser that prints it.</summary>
[Trait("Speed", "Slow")]
public sealed class ProofPrintTests
{
    [Theory]
    [InlineData("florist", "en", Paper.A4)]
    [InlineData("florist", "de", Paper.Letter)]
    [InlineData("empty", "en", Paper.Letter)]
    [InlineData("worst", "de", Paper.A4)]
    [InlineData("worst", "de", Paper.Letter)]
    public async Task ItIsOneSheetWhateverStandsOnIt(string which, string language, Paper paper)
    {
        var proof = which switch { "florist" => SomeProof.Florist(), "empty" => SomeProof.Empty(), _ => SomeProof.Worst() };

        var pdf = await PrintAsync(ProofHtml.Render(SomeProof.Sealed(proof, new string('a', 64)), ReportLanguage.Of(language), paper));

        Regex.Count(pdf, @"/Type\s*/Page[^s]").ShouldBe(1);
        pdf.ShouldContain(paper == Paper.A4 ? "595" : "612 792");
    }

    private static async Task<string> PrintAsync(string html)
    {
        string[] names = ["chromium", "chromium-browser", "google-chrome"];
        var browser = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).SelectMany(d => names.Select(n => Path.Combine(d, n))).FirstOrDefault(File.Exists);
        if (browser is null)
            Assert.Skip("Chromium is not here.");
        using var directory = new TemporaryDirectory();
        var (page, pdf) = (Path.Combine(directory.Path, "proof.html"), Path.Combine(directory.Path, "proof.pdf"));
        await File.WriteAllTextAsync(page, html);
        using var process = Process.Start(new ProcessStartInfo(browser,
        [
            "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", $"--user-data-dir={directory.Path}", $"--print-to-pdf={pdf}", new Uri(page).AbsoluteUri,
        ])
        { RedirectStandardError = true, RedirectStandardOutput = true })!;
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return Encoding.Latin1.GetString(await File.ReadAllBytesAsync(pdf));
    }
}
