using Beleg.App.Dashboard.Language;
using Beleg.Ledger;

namespace Beleg.App.Dashboard.Overview;

/// <summary>Assumptions by the names people use.</summary>
internal static class AssumptionNames
{
    public static string Of(Tongue tongue, string id) => AssumptionDefinition.All.Append(AssumptionDefinition.ScopeExtension).FirstOrDefault(known => known.Id == id) is { } known
        ? tongue[new Phrase(known.English, known.German)] : id;
}
