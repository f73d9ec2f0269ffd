using Beleg.Primitives;

namespace Beleg.Reports.Receipts;

/// <summary>What one booking gives one touch.</summary>
/// <param name="Touch">The touch; null for what no touch gets.</param>
/// <param name="Minor">Cents, in the order of <see cref="Receipt.Models"/>.</param>
public sealed record ReceiptLine(Key Touch, IReadOnlyList<long> Minor);
