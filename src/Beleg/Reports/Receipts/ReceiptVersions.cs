namespace Beleg.Reports.Receipts;

/// <summary>What made a receipt, so that the same input and versions give the same receipt.</summary>
/// <param name="Software">Version of this program.</param>
/// <param name="EventCodec">Version of the stored form of events.</param>
/// <param name="LookBackDays">How far before the order a touch may lie, N × 24 h.</param>
/// <param name="HalfLifeDays">Half-life under time decay.</param>
/// <param name="Windows">Days of single channels and kinds of touches where they differ: the entries of look_back_windows.</param>
/// <param name="DefaultModel">The model of figures where nobody chose another.</param>
public sealed record ReceiptVersions(string Software, int EventCodec, int LookBackDays, IReadOnlyDictionary<string, int> Windows, int HalfLifeDays, string DefaultModel);
