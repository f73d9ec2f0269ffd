using System.Text.Json.Serialization;

namespace Beleg.Reports.Customers;

/// <summary>The model on its own past: fitted without the last weeks and held against them.</summary>
/// <param name="Weeks">How many weeks were held back.</param>
/// <param name="Expected">Purchases that it expected in them.</param>
/// <param name="Actual">Purchases that came.</param>
public sealed record CustomerCheck(int Weeks, double Expected, int Actual)
{
    private const double FarOff = .25;

    /// <summary>Whether it missed by more than a quarter of what came: then what it expects is to be read with care, and the report says so.</summary>
    [JsonIgnore]
    public bool IsFarOff => Math.Abs(Expected - Actual) > FarOff * Math.Max(1, Actual);
}
