using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Beleg.Reports;
using Beleg.Reports.Printing;
using Beleg.Reports.ProofPacks;
using Beleg.Tests.Support;

namespace Beleg.Tests.Reports;

/// <summary>A PDF as poppler reads it; tests that need it are counted as skipped where Chromium or poppler is missing.</summary>
internal sealed partial class PrintedPdf : IDisposable
{
    private readonly TemporaryDirectory directory = new();

    private PrintedPdf(byte[] bytes)
    {
        Bytes = bytes;
        File.WriteAllBytes(directory["proof.pdf"], bytes);
    }

    public byte[] Bytes { get; }

    public int Pages => int.Parse(Stated("Pages"), CultureInfo.InvariantCulture);

    public bool IsTagged => Stated("Tagged") == "yes";

    public string Size => Regex.Match(Stated("Page size"), @"\((\w+)\)").Groups[1].Value;

    public string Text => Run("pdftotext", "-layout", directory["proof.pdf"], "-");

    public IReadOnlyList<(string Name, bool Embedded)> Fonts =>
        [.. Run("pdffonts", directory["proof.pdf"]).Split('\n').Skip(2).Where(line => line.Length > 0).Select(line => (line.Split(' ')[0], Regex.IsMatch(line, @"\s(yes|no)\s+(yes|no)\s+(yes|no)\s") && Regex.Match(line, @"\s(yes|no)\s+(yes|no)\s+(yes|no)\s").Groups[1].Value == "yes"))];

    public static async Task<PrintedPdf> OfAsync(ProofDocument document, ReportLanguage language, Paper paper) =>
        new(await ProofPdf.PrintAsync(Printer(), document, language, paper, TestContext.Current.CancellationToken));

    public bool IsSetInInter => Fonts.Any(font => font.Name.EndsWith("+Inter-Regular", StringComparison.Ordinal));

    public static async Task<PrintedPdf> OfAsync(string html) => new(await Printer().PrintAsync(html, TestContext.Current.CancellationToken));

    /// <summary>What the file says of itself.</summary>
    public string Stated(string name) => Regex.Match(Run("pdfinfo", directory["proof.pdf"]), $@"^{name}:\s+(.*?)\s*$", RegexOptions.Multiline).Groups[1].Value;

    /// <summary>The page as dots.</summary>
    public byte[] Picture()
    {
        Run("pdftoppm", "-r", "110", "-png", "-singlefile", directory["proof.pdf"], directory["page"]);
        return File.ReadAllBytes(directory["page.png"]);
    }

    /// <summary>Keeps file and picture, to be looked at.</summary>
    public void Keep(string? folder, string name)
    {
        if (folder is null)
            return;
        File.WriteAllBytes(Path.Combine(folder, name + ".pdf"), Bytes);
        File.WriteAllBytes(Path.Combine(folder, name + ".png"), Picture());
    }

    /// <summary>Every figure and sentence of the HTML can be read in the PDF, and there are no more words than a minute holds.</summary>
    public void ShouldShow(string html, string brand)
    {
        var page = ProofHtmlTests.Parse(html);
        var read = Packed(Run("pdftotext", "-raw", directory["proof.pdf"], "-"));
        foreach (var shown in page.QuerySelectorAll("data, .said, .means, .target, .move, .seal, .basis span, .month time, h2"))
        {
            // What runs from right to left is read back in an order of its own; all around it stands as it was.
            foreach (var run in RightToLeft().Split(Packed(shown.TextContent)).Where(run => run.Length > 0))
                read.ShouldContain(run, customMessage: shown.OuterHtml);
        }

        foreach (var letter in Packed(brand).Where(char.IsLetterOrDigit).Distinct())
            read.ShouldContain(letter.ToString(), customMessage: $"{brand} lacks {letter}");
        // A name without a space that breaks over three lines is one word, not three.
        Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Count(word => word.Any(char.IsLetterOrDigit) && !word.All(letter => letter == 'W')).ShouldBeLessThanOrEqualTo(ProofWords.Most, Text);
    }

    public void Dispose() => directory.Dispose();

    [GeneratedRegex(@"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]+(\.\.\.)?")]
    private static partial Regex RightToLeft();

    private static PagePrinter Printer()
    {
        var program = Chromium.Find(Environment.GetEnvironmentVariable);
        Assert.SkipWhen(program is null, Chromium.Missing);
        return new PagePrinter(program!);
    }

    // Lines break where they will; a letter may come as its presentation form.
    private static string Packed(string text) => string.Concat(text.Normalize(System.Text.NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c) && char.GetUnicodeCategory(c) != UnicodeCategory.Format));

    private static string Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, StandardOutputEncoding = System.Text.Encoding.UTF8 })!;
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return output;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip($"{program} is not here (Debian: poppler-utils).");
            throw;
        }
    }
}
