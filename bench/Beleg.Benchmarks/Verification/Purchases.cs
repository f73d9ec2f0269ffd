using System.Diagnostics;
using System.Globalization;
using System.Text;
using Beleg.Sources;
using Beleg.Sources.Files;
using NodaTime;

namespace Beleg.Benchmarks.Verification;

/// <summary>
/// The purchases of a music shop (CDNOW, 1/10 sample) as an import of orders. The raw file has neither header nor order ids nor a currency: each
/// of its lines is an order named by customer and line, in US dollars. Its years, 1997 and 1998, lie before the first that is believed (2005): they
/// are moved on by 28, after which the calendar repeats.
/// </summary>
internal static class Purchases
{
    private const int YearsOn = 28;

    // Counts the raw file with another tool and in whole cents, so that neither the reader nor the arithmetic is shared.
    private const string Recount = """
        { sub(/\r/, ""); split($5, d, "."); cents = d[1] * 100 + d[2]; sum += cents; if (cents > 0) { paid++; buyers[$1] } all[$1] }
        END { b = 0; for (i in buyers) b++; a = 0; for (i in all) a++; printf "%d %d %d %d %d", NR, a, b, paid, sum }
        """;

    /// <summary>Writes the file that is imported.</summary>
    public static string ToCsv(string raw, string directory)
    {
        var csv = new StringBuilder("order_id,customer_id,placed_at,cds,total\n");
        var line = 0;
        foreach (var cells in File.ReadLines(raw).Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Where(c => c.Length == 5))
            csv.Append(CultureInfo.InvariantCulture, $"{cells[0]}-{++line},{cells[0]},{Later(cells[2])},{cells[3]},{cells[4]}\n");
        var path = Path.Combine(directory, "cdnow.csv");
        File.WriteAllText(path, csv.ToString());
        return path;
    }

    private static string Later(string day) => (int.Parse(day[..4], CultureInfo.InvariantCulture) + YearsOn).ToString(CultureInfo.InvariantCulture) + day[4..];

    /// <summary>Imports it as the command does.</summary>
    public static async Task<ImportReport> ImportAsync(string csv, Stage stage)
    {
        var options = new ImportOptions { Set = new Dictionary<string, string> { ["currency"] = "USD" }, FileName = Path.GetFileName(csv), FileTime = Instant.FromUtc(2026, 7, 1, 0, 0) };
        using var import = new FileImport(ImportKinds.Named("orders"), options, SourceCatalogue.Find("import")!, new TranslationContext(stage.Sources[0], stage.Hash, WithPersonal: false));
        var bodies = new List<(Instant, ReadOnlyMemory<byte>)>();
        var report = await import.RunAsync(csv, (ready, _) =>
        {
            bodies.AddRange(ready.Select(b => (options.FileTime, b)));
            return Task.CompletedTask;
        }, null, CancellationToken.None);
        await stage.DeliverAsync(bodies);
        return report;
    }

    /// <summary>Lines, customers, customers who paid, orders above zero and the sum in cents, by awk; null where there is no awk.</summary>
    public static async Task<long[]?> RecountAsync(string raw)
    {
        try
        {
            using var awk = Process.Start(new ProcessStartInfo("awk", [Recount, raw]) { RedirectStandardOutput = true })!;
            var answer = await awk.StandardOutput.ReadToEndAsync();
            await awk.WaitForExitAsync();
            return [.. answer.Split(' ').Select(n => long.Parse(n, CultureInfo.InvariantCulture))];
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
