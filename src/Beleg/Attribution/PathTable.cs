using System.Globalization;
using Beleg.Model;
using Beleg.Primitives;
using NodaTime;

namespace Beleg.Attribution;

/// <summary>Runs a model over counted paths, so that its weights can be held against published results. Weights only, no cents.</summary>
public static class PathTable
{
    private static readonly Instant Start = Instant.FromUtc(2026, 1, 1, 0, 0);

    /// <summary>Reads lines <c>path,conversions,value,nulls</c> under a header, with channels parted by <c> &gt; </c>.</summary>
    /// <exception cref="FormatException">A line is not of that form; the message names it.</exception>
    public static IEnumerable<PathRow> Read(IEnumerable<string> lines)
    {
        var number = 1;
        foreach (var line in lines.Skip(1))
        {
            number++;
            var cells = line.Split(',');
            if (cells.Length != 4
                || !TryDecimal(cells[1], out var conversions)
                || !TryDecimal(cells[2], out var value)
                || !long.TryParse(cells[3], NumberStyles.Integer, CultureInfo.InvariantCulture, out var nulls))
                throw new FormatException($"Line {number} is not 'path,conversions,value,nulls'.");
            yield return new PathRow(cells[0].Trim('"').Split(" > "), conversions, value, nulls);
        }
    }

    /// <summary>What a model gives each channel: conversions and value. The touches of a path lie an hour apart; the last is at the conversion.</summary>
    public static IReadOnlyDictionary<string, (decimal Conversions, decimal Value)> Attribute(IAttributionModel model, IEnumerable<PathRow> rows)
    {
        var result = new Dictionary<string, (decimal Conversions, decimal Value)>();
        foreach (var row in rows)
        {
            var touches = new Touchpoint[row.Channels.Count];
            for (var i = 0; i < touches.Length; i++)
                touches[i] = new Touchpoint(new Key(i + 1), Start + Duration.FromHours(i), IsChat: true, row.Channels[i] == "direct", Evidence.D);
            var weights = new ulong[touches.Length];
            if (!model.TryWeigh(touches, touches[^1].At, weights))
                continue;
            var whole = weights.Aggregate(0m, (sum, weight) => sum + weight);
            for (var i = 0; i < weights.Length; i++)
            {
                var (conversions, value) = result.GetValueOrDefault(row.Channels[i]);
                result[row.Channels[i]] = (conversions + row.Conversions * weights[i] / whole, value + row.Value * weights[i] / whole);
            }
        }

        return result;
    }

    private static bool TryDecimal(string text, out decimal value) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
}
