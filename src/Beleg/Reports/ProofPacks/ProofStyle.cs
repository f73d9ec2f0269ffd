using System.Security.Cryptography;
using System.Text;

namespace Beleg.Reports.ProofPacks;

/// <summary>The look of a proof, with its typefaces inside: the page loads nothing from anywhere.</summary>
internal static class ProofStyle
{
    /// <summary>Sizes of type to choose from, the largest first; the last cuts off what does not fit.</summary>
    public const int Sizes = 7;

    /// <summary>The sizes, as proof.css has them.</summary>
    public static IReadOnlyList<decimal> Scales { get; } = [1.12m, 1.05m, .97m, .9m, .82m, .74m, .66m];

    private static readonly Lazy<string> Look = new(() =>
    {
        using var stream = typeof(ProofStyle).Assembly.GetManifestResourceStream("Beleg.Reports.proof.css") ?? throw new InvalidOperationException("proof.css is not in the program.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    });

    /// <summary>The style sheet for a paper and a text.</summary>
    public static string Sheet(Paper paper, string text) => $"{ProofFonts.For(text)}{Look.Value}{(paper == Paper.Letter ? "@page { size: letter; }\n@media print { .sheet { height: 256.5mm; } }\n" : "@page { size: A4; }\n")}";

    /// <summary>What a browser may do on the page: apply this style sheet and its typefaces, and nothing else.</summary>
    public static string Policy(string sheet) =>
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(sheet)))}'; font-src data:; base-uri 'none'; form-action 'none'";
}
