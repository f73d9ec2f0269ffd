using System.Collections.Frozen;

namespace Beleg.Sources.Normalising;

/// <summary>
/// What is needed of the world's numbering plans to write a number as E.164: the calling code of a region, what is dialled before
/// a national number and left out abroad, and what is dialled to leave the country. Facts of ITU-T E.164 and its annexes.
/// </summary>
internal static class NumberingPlan
{
    private const string North = "1";

    // Each calling code, the regions that share it (the main one first).
    private const string Codes =
        "1:US,CA,AG,AI,AS,BB,BM,BS,DM,DO,GD,GU,JM,KN,KY,LC,MP,MS,PR,SX,TC,TT,VC,VG,VI 7:RU,KZ 20:EG 27:ZA 30:GR 31:NL 32:BE 33:FR 34:ES 36:HU " +
        "39:IT,VA 40:RO 41:CH 43:AT 44:GB,GG,IM,JE 45:DK 46:SE 47:NO,SJ 48:PL 49:DE 51:PE 52:MX 53:CU 54:AR 55:BR 56:CL 57:CO 58:VE 60:MY " +
        "61:AU,CC,CX 62:ID 63:PH 64:NZ 65:SG 66:TH 81:JP 82:KR 84:VN 86:CN 90:TR 91:IN 92:PK 93:AF 94:LK 95:MM 98:IR 211:SS 212:MA,EH 213:DZ " +
        "216:TN 218:LY 220:GM 221:SN 222:MR 223:ML 224:GN 225:CI 226:BF 227:NE 228:TG 229:BJ 230:MU 231:LR 232:SL 233:GH 234:NG 235:TD 236:CF " +
        "237:CM 238:CV 239:ST 240:GQ 241:GA 242:CG 243:CD 244:AO 245:GW 246:IO 247:AC 248:SC 249:SD 250:RW 251:ET 252:SO 253:DJ 254:KE 255:TZ " +
        "256:UG 257:BI 258:MZ 260:ZM 261:MG 262:RE,YT 263:ZW 264:NA 265:MW 266:LS 267:BW 268:SZ 269:KM 290:SH,TA 291:ER 297:AW 298:FO 299:GL " +
        "350:GI 351:PT 352:LU 353:IE 354:IS 355:AL 356:MT 357:CY 358:FI,AX 359:BG 370:LT 371:LV 372:EE 373:MD 374:AM 375:BY 376:AD 377:MC " +
        "378:SM 380:UA 381:RS 382:ME 383:XK 385:HR 386:SI 387:BA 389:MK 420:CZ 421:SK 423:LI 500:FK 501:BZ 502:GT 503:SV 504:HN 505:NI 506:CR " +
        "507:PA 508:PM 509:HT 590:GP,BL,MF 591:BO 592:GY 593:EC 594:GF 595:PY 596:MQ 597:SR 598:UY 599:CW,BQ 670:TL 672:NF 673:BN 674:NR 675:PG " +
        "676:TO 677:SB 678:VU 679:FJ 680:PW 681:WF 682:CK 683:NU 685:WS 686:KI 687:NC 688:TV 689:PF 690:TK 691:FM 692:MH 800:001 808:001 850:KP " +
        "852:HK 853:MO 855:KH 856:LA 870:001 878:001 880:BD 881:001 882:001 883:001 886:TW 888:001 960:MV 961:LB 962:JO 963:SY 964:IQ 965:KW " +
        "966:SA 967:YE 968:OM 970:PS 971:AE 972:IL 973:BH 974:QA 975:BT 976:MN 977:NP 979:001 992:TJ 993:TM 994:AZ 995:GE 996:KG 998:UZ";

    // Where a national number is dialled as it is: a leading zero there belongs to the number.
    private const string WithoutTrunk =
        "IT VA SM ES PT GR DK NO SJ PL CZ LU MT CY IS FO GL EE LV AD GI LI MO HK SG BH KW QA OM BN MV BT TL " +
        "AC AO AW BF BI BJ BQ BW BZ CF CG CI CK CM CR CV CW DJ FJ FK FM GA GM GN GQ GT GW GY HN HT IO KI KM LS MH ML MR MU MZ NC NE NF NI NR NU " +
        "PA PF PG PW SB SC SH SN SR ST SV SZ TA TD TG TK TN TO TV VU WF WS TJ MX";

    private const string Eight = "RU KZ BY TM";

    private static readonly FrozenDictionary<string, string> CodeOfRegion = (
        from entry in Codes.Split(' ')
        let colon = entry.IndexOf(':')
        from region in entry[(colon + 1)..].Split(',')
        where region != "001"
        select KeyValuePair.Create(region, entry[..colon])).ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> CallingCodes = Codes.Split(' ').Select(entry => entry[..entry.IndexOf(':')]).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> CallingCodesBySpan = CallingCodes.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string> NoTrunk = Regions(WithoutTrunk);

    private static readonly FrozenSet<string> TrunkEight = Regions(Eight);

    /// <summary>The calling code of a region of ISO 3166; null where it is none.</summary>
    public static string? CallingCodeOf(string region) => CodeOfRegion.GetValueOrDefault(region);

    /// <summary>The calling code that international digits begin with; empty where they begin with none. No code is the beginning of another.</summary>
    public static ReadOnlySpan<char> CallingCode(ReadOnlySpan<char> digits)
    {
        for (var length = 1; length <= Math.Min(3, digits.Length); length++)
        {
            if (CallingCodesBySpan.Contains(digits[..length]))
                return digits[..length];
        }

        return default;
    }

    /// <summary>The calling code as a text that is shared by all who ask; null where the digits begin with none.</summary>
    public static string? SharedCallingCode(ReadOnlySpan<char> digits) =>
        CallingCode(digits) is { IsEmpty: false } code && CallingCodesBySpan.TryGetValue(code, out var shared) ? shared : null;

    /// <summary>What is dialled inside the region before a national number and left out of E.164; empty where nothing is.</summary>
    public static string Trunk(string region)
    {
        if (NoTrunk.Contains(region))
            return string.Empty;
        if (TrunkEight.Contains(region))
            return "8";
        if (string.Equals(region, "HU", StringComparison.OrdinalIgnoreCase))
            return "06";
        return CodeOfRegion.GetValueOrDefault(region) == North ? "1" : "0";
    }

    /// <summary>What is dialled in the region to leave the country, longest first.</summary>
    public static IReadOnlyList<string> Exits(string region) => region.ToUpperInvariant() switch
    {
        "AU" or "CC" or "CX" => ["0011"],
        "JP" => ["010"],
        "KR" => ["00700", "001", "002", "005", "006", "008"],
        "RU" or "KZ" or "BY" or "UZ" or "TM" => ["810"],
        "SG" => ["001", "002", "008", "000"],
        "HK" => ["001"],
        "TH" => ["001", "00"],
        "ID" => ["001", "007", "008", "00"],
        "TW" => ["002", "00"],
        "KH" => ["001", "007", "00"],
        "IL" => ["00", "012", "013", "014"],
        "CO" => ["009", "007", "005", "00"],
        "CU" => ["119"],
        "FI" or "AX" => ["00", "990", "999"],
        "KE" or "TZ" or "UG" => ["000"],
        "NG" => ["009"],
        "GY" => ["001"],
        _ => CodeOfRegion.GetValueOrDefault(region) == North ? ["011"] : ["00"],
    };

    private static FrozenSet<string> Regions(string list) =>
        list.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
