namespace Beleg.Reports.Receipts;

/// <summary>What one model gives one touch.</summary>
/// <param name="Model">Id of the model.</param>
/// <param name="Weight">Its part of the order, 0 to 1, to six decimals; the cents follow from the exact one.</param>
/// <param name="Minor">Cents.</param>
public sealed record ReceiptShare(string Model, decimal Weight, long Minor);
