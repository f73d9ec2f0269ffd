using System.Text.Json.Serialization;
using Beleg.Primitives;

namespace Beleg.Reports;

/// <summary>Money as reports carry it: exact minor units with their currency, and the same in plain text for whoever knows no minor units.</summary>
/// <param name="Minor">Signed minor units.</param>
/// <param name="Currency">ISO 4217.</param>
public readonly record struct Amount(long Minor, string Currency)
{
    /// <summary>Major units in no culture's dress: <c>209.00</c>, <c>1000</c> for JPY; minor units where the currency is unknown.</summary>
    public string Text => AsMoney is { } money ? money.ToPlainString() : Minor.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The amount in its currency; null where the currency is none of ISO 4217.</summary>
    [JsonIgnore]
    public Money? AsMoney => Primitives.Currency.TryFind(Currency, out var currency) ? new Money(Minor, currency) : null;
}
