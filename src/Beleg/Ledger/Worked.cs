using System.Globalization;
using System.Text.Json.Serialization;

namespace Beleg.Ledger;

/// <summary>A figure with the way to it: the formula with its numbers, so that anybody can do it again by hand.</summary>
/// <param name="Value">The figure; null where it has none.</param>
/// <param name="English">The formula as an English program reads it.</param>
/// <param name="German">The same in German.</param>
public sealed record Worked(decimal? Value, string English, string German)
{
    /// <summary>The formula in the style of whoever shows it: a page writes money as it does everywhere else.</summary>
    [JsonIgnore]
    public Func<WorkedStyle, string>? Formula { get; private init; }

    /// <summary>A formula that can be written in any style.</summary>
    /// <param name="value">The figure.</param>
    /// <param name="formula">Writes the way to it.</param>
    /// <param name="english">How English numbers are written for programs.</param>
    /// <param name="german">How German ones are.</param>
    public static Worked Of(decimal? value, Func<WorkedStyle, string> formula, CultureInfo english, CultureInfo german) =>
        new(value, formula(WorkedStyle.Plain(english, isGerman: false)), formula(WorkedStyle.Plain(german, isGerman: true))) { Formula = formula };
}
