using Beleg.Reports.ProofPacks;
using NodaTime;

namespace Beleg.Reports.Printing;

/// <summary>A proof as a PDF of exactly one page: the print of its HTML.</summary>
public static class ProofPdf
{
    /// <summary>Prints it, in smaller type where a sheet does not hold it.</summary>
    /// <param name="printer">The browser.</param>
    /// <param name="document">The proof.</param>
    /// <param name="language">Language of names and sentences.</param>
    /// <param name="paper">Paper it is printed on.</param>
    /// <param name="cancellationToken">Ends the browser.</param>
    /// <exception cref="PrintFailedException">The browser failed.</exception>
    public static async Task<byte[]> PrintAsync(PagePrinter printer, ProofDocument document, ReportLanguage language, Paper paper, CancellationToken cancellationToken)
    {
        for (var size = new ProofPage(document.Proof, language).LikelySize(paper); ; size = Math.Min(size + 2, ProofHtml.Sizes - 1))
        {
            var pdf = await printer.PrintAsync(ProofHtml.Render(document, language, paper, size), cancellationToken);
            if (PdfText.Pages(pdf) == 1)
                return PdfText.Dated(pdf, document.PublishedAt ?? document.Proof.CutOff ?? Instant.FromUnixTimeTicks(0));
            if (size == ProofHtml.Sizes - 1)
                throw new PrintFailedException("The proof does not fit one page in any size of type.");
        }
    }
}
