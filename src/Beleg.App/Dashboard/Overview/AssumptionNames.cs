using Beleg.App.Dashboard.Language;
using Beleg.Reports.Books;

namespace Beleg.App.Dashboard.Overview;

/// <summary>Assumptions by the names people use.</summary>
internal static class AssumptionNames
{
    public static string Of(Tongue tongue, string id) => AssumptionWords.Of(id).In(tongue.Code);

    /// <summary>What one counts; somebody may have written words of their own, which stay.</summary>
    public static string Unit(Tongue tongue, string? unit) => unit is null ? "" : tongue[new Phrase(unit, unit switch
    {
        "share" => "Anteil",
        "weeks" => "Wochen",
        "factor" => "Faktor",
        "money per hour" => "Geld je Stunde",
        "money per contact" => "Geld je Kontakt",
        _ => unit,
    })];
}
