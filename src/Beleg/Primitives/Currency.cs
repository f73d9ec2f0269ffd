using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace Beleg.Primitives;

/// <summary>A currency of ISO 4217 and the number of decimals its minor unit has. One instance per code, so reference equality is equality.</summary>
/// <remarks>
/// Facts taken from ISO 4217 list one (2024-06-25), later additions, and the currencies withdrawn since 2006, because histories reach that far back.
/// Codes without a minor unit (gold, SDR, test codes) are no currency one can order in and are left out.
/// </remarks>
public sealed class Currency
{
    private const string NoDecimals = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF BYR";

    private const string TwoDecimals =
        "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW CNY " +
        "COP COU CRC CUC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR " +
        "IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN " +
        "NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB " +
        "TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG " +
        "CYP EEK GHC HRK LTL LVL MRO MTL ROL SDD SIT SKK SLL STD TMM VEB VEF ZMK ZWL";

    private const string ThreeDecimals = "BHD IQD JOD KWD LYD OMR TND";
    private const string FourDecimals = "CLF UYW";

    private static readonly FrozenDictionary<string, Currency> ByCode = Table();

    private static readonly FrozenDictionary<string, Currency>.AlternateLookup<ReadOnlySpan<char>> BySpan =
        ByCode.GetAlternateLookup<ReadOnlySpan<char>>();

    private Currency(string code, int decimals)
    {
        Code = code;
        Decimals = decimals;
        MinorPerMajor = 1;
        for (var i = 0; i < decimals; i++)
            MinorPerMajor *= 10;
    }

    /// <summary>The euro, base of the rates of the European Central Bank.</summary>
    public static Currency Eur { get; } = Find("EUR");

    /// <summary>The dollar of the United States.</summary>
    public static Currency Usd { get; } = Find("USD");

    /// <summary>Every currency known here, by code.</summary>
    public static IReadOnlyList<Currency> All { get; } = [.. ByCode.Values.OrderBy(c => c.Code, StringComparer.Ordinal)];

    /// <summary>The three capital letters of ISO 4217.</summary>
    public string Code { get; }

    /// <summary>Decimals of the minor unit: 0 for JPY, 2 for EUR, 3 for BHD, 4 for CLF.</summary>
    public int Decimals { get; }

    /// <summary>Minor units in one major unit: 1, 100, 1,000 or 10,000.</summary>
    public long MinorPerMajor { get; }

    /// <summary>Looks a code up; case does not matter, surrounding space does.</summary>
    public static bool TryFind(ReadOnlySpan<char> code, [NotNullWhen(true)] out Currency? currency) => BySpan.TryGetValue(code, out currency);

    /// <summary>Looks up a code that the program itself knows to be right.</summary>
    /// <exception cref="ArgumentException">No such currency. Codes that come from outside go through <see cref="TryFind"/>.</exception>
    public static Currency Find(string code) =>
        TryFind(code, out var currency) ? currency : throw new ArgumentException($"'{code}' is no currency of ISO 4217.", nameof(code));

    /// <inheritdoc/>
    public override string ToString() => Code;

    private static FrozenDictionary<string, Currency> Table()
    {
        var all = new Dictionary<string, Currency>(StringComparer.OrdinalIgnoreCase);
        foreach (var (codes, decimals) in new[] { (NoDecimals, 0), (TwoDecimals, 2), (ThreeDecimals, 3), (FourDecimals, 4) })
        {
            foreach (var code in codes.Split(' '))
                all.Add(code, new Currency(code, decimals));
        }

        return all.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
