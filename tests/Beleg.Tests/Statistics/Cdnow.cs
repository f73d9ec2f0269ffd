using System.Globalization;
using System.Text.Json;
using Beleg.Statistics.CustomerValue;
using Beleg.Tests.Support;
using NodaTime;
using NodaTime.Text;

namespace Beleg.Tests.Statistics;

/// <summary>The CDNOW sample: 2,357 customers of a music shop, watched from January 1997 to June 1998.</summary>
internal static class Cdnow
{
    /// <summary>The day up to which the models may learn; what comes after checks them.</summary>
    public static LocalDate CalibrationEnd { get; } = new(1997, 9, 30);

    /// <summary>Each customer's orders.</summary>
    public static IReadOnlyList<(string Customer, LocalDate Day, double Value)> Orders()
    {
        var pattern = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");
        return [.. File.ReadLines(SharedFiles.Find("data/clv/CDNOW_sample.txt"))
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(cells => cells.Length >= 5)
            .Select(cells => (cells[1], pattern.Parse(cells[2]).Value, double.Parse(cells[4], CultureInfo.InvariantCulture)))];
    }

    /// <summary>The histories in the order of the published summary, in weeks.</summary>
    public static IReadOnlyList<(Purchases Purchases, double MeanValue)> FromTheLog() =>
        [.. PurchaseHistories.Of(Orders(), CalibrationEnd).OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => c.Value)];

    /// <summary>The published summary, rounded to two decimals.</summary>
    public static IReadOnlyList<(Purchases Purchases, double MeanValue)> Summary() =>
        [.. File.ReadLines(SharedFiles.Find("data/clv/cdnow_customers_summary_with_transactions.csv")).Skip(1).Select(line => line.Split(','))
            .Select(c => (new Purchases(int.Parse(c[1], CultureInfo.InvariantCulture), Number(c[2]), Number(c[3])), Number(c[4])))];

    /// <summary>What others published or recomputed of it.</summary>
    public static JsonElement Reference() => JsonDocument.Parse(File.ReadAllBytes(SharedFiles.Find("data/clv/reference_A.json"))).RootElement;

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
