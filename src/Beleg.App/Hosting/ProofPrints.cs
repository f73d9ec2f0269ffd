using System.Collections.Concurrent;
using Beleg.Reports;
using Beleg.Reports.Printing;
using Beleg.Reports.ProofPacks;

namespace Beleg.App.Hosting;

/// <summary>Proofs as PDF. A published one never changes, so the last few prints are kept.</summary>
internal sealed class ProofPrints
{
    private const int Most = 32;
    private readonly ConcurrentDictionary<(string Hash, string Language, Paper Paper), byte[]> kept = new();

    /// <summary>Prints a proof; null where there is no Chromium.</summary>
    /// <exception cref="PrintFailedException">The browser failed.</exception>
    public async Task<byte[]?> PrintAsync(ProofDocument proof, ReportLanguage language, Paper paper, CancellationToken cancellationToken)
    {
        if (proof.Hash is { } hash && kept.TryGetValue((hash, language.Code, paper), out var before))
            return before;
        if (Chromium.Find(Environment.GetEnvironmentVariable) is not { } program)
            return null;
        var pdf = await ProofPdf.PrintAsync(new PagePrinter(program), proof, language, paper, cancellationToken);
        if (proof.Hash is { } sealedAs)
        {
            if (kept.Count >= Most)
                kept.Clear();
            kept[(sealedAs, language.Code, paper)] = pdf;
        }

        return pdf;
    }
}
