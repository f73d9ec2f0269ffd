using Beleg.Ledger;

namespace Beleg.Reports;

/// <summary>Formulas for people: the same amounts in the same dress as in every sentence and table beside them.</summary>
public static class WorkedText
{
    /// <summary>The formula in a language.</summary>
    public static string Of(Worked worked, ReportLanguage language) => worked.Formula is { } formula ? formula(Style(language)) : language.Pick(worked.English, worked.German);

    private static WorkedStyle Style(ReportLanguage l) => new(
        l == ReportLanguage.German,
        money => l.Money(money.ToMajor(), money.Currency),
        l.Money,
        number => number.ToString("#,0.####", l.Culture),
        l.Count,
        percent => percent.ToString("#,0.##", l.Culture) + l.Pick("%", "\u00a0%"),
        months => l.Number(months, 2));
}
