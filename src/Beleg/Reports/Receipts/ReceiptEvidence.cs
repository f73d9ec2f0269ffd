using Beleg.Metrics;
using Beleg.Model;
using Beleg.Primitives;

namespace Beleg.Reports.Receipts;

/// <summary>How sure the join between an order and the chat is.</summary>
/// <param name="Grade">A to E, or none.</param>
/// <param name="Rule">The rule that joined them, as a sentence with its particulars.</param>
/// <param name="Conservative">Whether the conservative figure counts it: A to C.</param>
/// <param name="JoinedContact">The contact whose touches were taken through the click id, where it is another than the customer.</param>
public sealed record ReceiptEvidence(Evidence Grade, Words Rule, bool Conservative, Key JoinedContact);
