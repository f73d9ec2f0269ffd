using System.Collections.Concurrent;
using System.Globalization;
using Beleg.Metrics;
using Beleg.Primitives;
using Beleg.Warehouse.Facts;
using NodaTime;

namespace Beleg.Reports;

/// <summary>A language of receipts and reports, with its way of writing numbers, money and days. A missing value is a dash, never a zero.</summary>
public sealed class ReportLanguage
{
    /// <summary>How a missing value is written.</summary>
    public const string None = "–";

    private readonly ConcurrentDictionary<string, NumberFormatInfo> moneyFormats = new();
    private readonly bool german;

    private ReportLanguage(string code, string culture, bool german)
    {
        (Code, this.german) = (code, german);
        var own = new CultureInfo(culture);
        // A hyphen may end a line; the sign is one character that does not.
        own.NumberFormat.NegativeSign = "−";
        Culture = CultureInfo.ReadOnly(own);
    }

    /// <summary>English, with numbers as in the United States.</summary>
    public static ReportLanguage English { get; } = new("en", "en-US", german: false);

    /// <summary>German, with numbers as in Germany.</summary>
    public static ReportLanguage German { get; } = new("de", "de-DE", german: true);

    /// <summary>BCP 47.</summary>
    public string Code { get; }

    /// <summary>How numbers and days are written.</summary>
    public CultureInfo Culture { get; }

    /// <summary>German for <c>de</c> and its regions, English for everything else.</summary>
    public static ReportLanguage Of(string? code) => code is not null && code.StartsWith("de", StringComparison.OrdinalIgnoreCase) ? German : English;

    /// <summary>A text that is given in both languages, each with its own values.</summary>
    public static Words Say(Func<ReportLanguage, string> text) => new(text(English), text(German));

    /// <summary>The one of two texts that is in this language.</summary>
    public string Pick(string english, string german) => this.german ? german : english;

    /// <summary>An amount: $1,234.50; 1.234,50 €. A code that is no currency is set behind its minor units.</summary>
    public string Money(Amount amount) => amount.AsMoney is { } money ? Money(money.ToMajor(), money.Currency) : $"{amount.Minor.ToString("N0", Culture)} {amount.Currency}";

    /// <summary>Major units with the currency's decimals.</summary>
    public string Money(decimal major, Currency currency) => major.ToString("C" + Digits(currency.Decimals), MoneyFormat(currency)).Replace(' ', '\u00a0');

    /// <summary>An amount that is expected, in whole major units: its cents would claim more than anybody knows.</summary>
    public string MoneyAhead(decimal major, Currency currency) => major.ToString("C0", MoneyFormat(currency)).Replace(' ', '\u00a0');

    /// <summary>A whole number, grouped.</summary>
    public string Count(decimal value) => value.ToString("N0", Culture);

    /// <summary>A number with exactly so many decimals.</summary>
    public string Number(decimal value, int decimals) => value.ToString("N" + Digits(decimals), Culture);

    /// <summary>A share from 0 to 1 as per cent.</summary>
    public string Share(decimal share, int decimals = 1) => Percent(share * 100, decimals);

    /// <summary>Per cent: 42.1%; 42,1 %.</summary>
    public string Percent(decimal percent, int decimals) => percent.ToString("N" + Digits(decimals), Culture) + (german ? "\u00a0%" : "%");

    /// <summary>A stretch of time in its two largest units that matter: 42 s, 3 min 20 s, 5 h 10 min.</summary>
    public string Span(decimal milliseconds)
    {
        if (milliseconds < 0)
            return "−" + Span(-milliseconds);
        if (milliseconds < 10_000)
            return (milliseconds / 1000).ToString("0.#", Culture) + "\u00a0s";
        var seconds = (long)decimal.Round(milliseconds / 1000);
        return seconds switch
        {
            < 60 => Units(seconds, "s", 0, ""),
            < 3_600 => Units(seconds / 60, "min", seconds % 60, "s"),
            < 86_400 => Units(seconds / 3_600, "h", seconds % 3_600 / 60, "min"),
            _ => Units(seconds / 86_400, Pick("d", "T"), seconds % 86_400 / 3_600, "h"),
        };
    }

    /// <summary>A day: 3 Sep 2026; 3. Sep. 2026.</summary>
    public string Day(LocalDate day) => day.ToDateOnly().ToString(german ? "d. MMM yyyy" : "d MMM yyyy", Culture);

    /// <summary>A moment on the clocks of a zone, to the minute.</summary>
    public string Moment(Instant at, DateTimeZone zone)
    {
        var local = at.InZone(zone);
        return Day(local.Date) + (german ? ", " : " ") + local.TimeOfDay.ToString("HH:mm", CultureInfo.InvariantCulture);
    }

    /// <summary>A month: September 2026.</summary>
    public string Month(YearMonth month) => month.OnDayOfMonth(1).ToDateOnly().ToString("MMMM yyyy", Culture);

    /// <summary>A month without its year, where the year is clear: September.</summary>
    public string MonthName(YearMonth month) => month.OnDayOfMonth(1).ToDateOnly().ToString("MMMM", Culture);

    /// <summary>A month on an axis: Sep; with the year's last digits in January: Jan 27.</summary>
    public string MonthTick(YearMonth month)
    {
        var name = month.OnDayOfMonth(1).ToDateOnly().ToString("MMM", Culture).TrimEnd('.');
        return month.Month == 1 ? $"{name} {(month.Year % 100).ToString("00", CultureInfo.InvariantCulture)}" : name;
    }

    /// <summary>A day on an axis: 3 Sep; 3. Sep.</summary>
    public string DayTick(LocalDate day) => day.ToDateOnly().ToString(german ? "d. MMM" : "d MMM", Culture);

    /// <summary>A number that is written already, with a currency's sign: $12k; 12 Tsd. €.</summary>
    public string Dress(string number, Currency currency)
    {
        var symbol = Symbol(currency.Code);
        var negative = number.StartsWith('−');
        var size = negative ? number[1..] : number;
        return (negative ? "−" : "") + (german ? size + "\u00a0" + symbol : symbol.Length < 3 ? symbol + size : symbol + "\u00a0" + size);
    }

    /// <summary>A value as the vocabulary spells it: comment_to_dm, whatsapp.</summary>
    public static string Label(Enum value) => LabelOf(value.ToString());

    /// <summary>Snake case, in which the names of channels are single words.</summary>
    internal static string LabelOf(string name) =>
        SnakeCase.Of(name.Replace("WhatsApp", "Whatsapp", StringComparison.Ordinal).Replace("WebChat", "Webchat", StringComparison.Ordinal));

    private static string Units(long large, string largeUnit, long small, string smallUnit) => small == 0
        ? string.Create(CultureInfo.InvariantCulture, $"{large}\u00a0{largeUnit}")
        : string.Create(CultureInfo.InvariantCulture, $"{large}\u00a0{largeUnit} {small}\u00a0{smallUnit}");

    private NumberFormatInfo MoneyFormat(Currency currency) => moneyFormats.GetOrAdd(currency.Code, code =>
    {
        var format = (NumberFormatInfo)Culture.NumberFormat.Clone();
        var symbol = Symbol(code);
        format.CurrencySymbol = german || symbol.Length < 3 ? symbol : symbol + "\u00a0";
        // Accountants' brackets are read as an aside by everyone else: −$5.00; −5,00 €.
        format.CurrencyNegativePattern = german ? 8 : 1;
        return format;
    });

    private static string Symbol(string code) => code switch
    {
        "EUR" => "€",
        "USD" => "$",
        "GBP" => "£",
        "JPY" => "¥",
        _ => code,
    };

    private static string Digits(int decimals) => decimals.ToString(CultureInfo.InvariantCulture);
}
