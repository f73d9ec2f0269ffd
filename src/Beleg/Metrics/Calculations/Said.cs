using System.Globalization;

namespace Beleg.Metrics.Calculations;

/// <summary>Sentences of calculations, with numbers as each language writes them.</summary>
internal static class Said
{
    private static readonly CultureInfo english = CultureInfo.ReadOnly(new CultureInfo("en-US"));
    private static readonly CultureInfo german = CultureInfo.ReadOnly(new CultureInfo("de-DE"));

    /// <summary>A sentence in both languages; the values take their places as <c>{0:0.##}</c> does.</summary>
    public static Words Words(string english, string german, params object[] values) =>
        new(string.Format(Said.english, english, values), string.Format(Said.german, german, values));
}
