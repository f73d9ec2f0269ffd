using Beleg.Ledger;
using Beleg.Metrics;

namespace Beleg.Reports.Books;

/// <summary>An assumption as it holds, with its versions.</summary>
/// <param name="Name">What it says, in words; where nobody described it, the words its id is made of.</param>
/// <param name="Now">The version that holds at the period's end; the product's cautious default where none does.</param>
/// <param name="Versions">All versions that were set, the latest to hold first.</param>
public sealed record RoiAssumption(Words Name, Assumption Now, IReadOnlyList<RoiAssumptionVersion> Versions);
