using Beleg.Sources;

namespace Beleg.Reports.Books;

/// <summary>One line of the books with all its versions.</summary>
/// <typeparam name="T">What the line says.</typeparam>
/// <param name="Id">Its id: of the cost, the assumption, the metric, the hypothesis.</param>
/// <param name="Versions">At least one, the oldest first; for an assumption by the day it holds from.</param>
public sealed record LedgerLine<T>(string Id, IReadOnlyList<LedgerVersion<T>> Versions)
    where T : Payload
{
    /// <summary>The last version.</summary>
    public LedgerVersion<T> Latest => Versions[^1];
}
