namespace Beleg.App.Dashboard.Language;

/// <summary>Texts of what customers and the time ahead are worth.</summary>
internal static partial class Texts
{
    public static readonly Phrase MetricBeside = new("Beside it, in the last month", "Daneben, im letzten Monat");
}
