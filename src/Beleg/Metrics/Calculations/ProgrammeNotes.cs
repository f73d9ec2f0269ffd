using System.Globalization;
using Beleg.Primitives;

namespace Beleg.Metrics.Calculations;

/// <summary>Says beside a figure of a part how the cost of the programme came to be its own.</summary>
internal static class ProgrammeNotes
{
    private static readonly CultureInfo english = CultureInfo.GetCultureInfo("en-US");
    private static readonly CultureInfo german = CultureInfo.GetCultureInfo("de-DE");

    /// <summary>Where the rows are parts of the programme.</summary>
    public static Words Split { get; } = new(
        "Each part bears the costs that name it, and of those that several share its part by automated conversations, month by month.",
        "Jeder Teil trägt die Kosten, die ihn nennen, und von gemeinsamen Kosten seinen Anteil nach automatisierten Gesprächen, Monat für Monat.");

    /// <summary>Where the question is about one part.</summary>
    /// <param name="own">What names it.</param>
    /// <param name="shared">Its share of the rest.</param>
    /// <param name="whole">What the whole programme cost.</param>
    public static Words Part(Money own, Money shared, Money whole) => new(
        $"Cost {Text(own + shared, english)} of the programme's {Text(whole, english)}: {Text(own, english)} name this part, {Text(shared, english)} are its share of common costs by automated conversations.",
        $"Kosten {Text(own + shared, german)} von {Text(whole, german)} des Programms: {Text(own, german)} nennen diesen Teil, {Text(shared, german)} sind sein Anteil an gemeinsamen Kosten nach automatisierten Gesprächen.");

    private static string Text(Money money, CultureInfo culture) =>
        money.ToMajor().ToString("N" + money.Currency.Decimals.ToString(CultureInfo.InvariantCulture), culture) + "\u00A0" + money.Currency.Code;
}
