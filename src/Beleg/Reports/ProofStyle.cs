using System.Security.Cryptography;
using System.Text;

namespace Beleg.Reports;

/// <summary>The look of a proof, with its typeface inside: the page loads nothing from anywhere.</summary>
internal static class ProofStyle
{
    private const string Latin = "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,U+2190-2193,U+2212,U+2215,U+FEFF,U+FFFD";

    private const string Letter = "@page { size: letter; }\n@media print { .full { --u: .94px; } }\n";

    // The taller sheet takes larger type; the shorter one, when full, smaller.
    private const string A4 = "@page { size: A4; }\n@media print, (min-width: 701px) { .roomy { --u: 1.14px; } }\n";

    private static readonly Lazy<string> Typeface = new(() =>
        $$"""@font-face{font-family:"Inter";src:url(data:font/woff2;base64,{{Convert.ToBase64String(Resource("inter-latin.woff2"))}}) format("woff2");font-weight:100 900;unicode-range:{{Latin}}}""");

    private static readonly Lazy<string> Look = new(() => Encoding.UTF8.GetString(Resource("proof.css")).ReplaceLineEndings("\n"));

    /// <summary>The style sheet for a paper.</summary>
    public static string Sheet(Paper paper) => $"{Typeface.Value}\n{Look.Value}{(paper == Paper.Letter ? Letter : A4)}";

    /// <summary>What a browser may do on the page: apply these two style sheets and their typeface, and nothing else.</summary>
    public static string Policy { get; } =
        $"default-src 'none'; style-src {string.Join(' ', Enum.GetValues<Paper>().Select(Digest))}; font-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static string Digest(Paper paper) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Sheet(paper))))}'";

    private static byte[] Resource(string name)
    {
        using var stream = typeof(ProofStyle).Assembly.GetManifestResourceStream("Beleg.Reports." + name)
            ?? throw new InvalidOperationException($"{name} is not in the program.");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
