using Beleg.App.Dashboard.Language;
using Beleg.Ledger;
using Beleg.Primitives;
using Beleg.Reports.Books;

namespace Beleg.App.Dashboard.Pages;

/// <summary>The calculator: numbers from the address, else the programme's own, and what they come to with the formula.</summary>
/// <param name="Values">What stands in the fields, by name.</param>
/// <param name="Return">Added value against cost.</param>
/// <param name="Time">Hours saved.</param>
/// <param name="Conversion">Purchases of conversations.</param>
/// <param name="Payback">Months until a one-off cost is earned back.</param>
public sealed record CalculatorModel(IReadOnlyDictionary<string, decimal> Values, IReadOnlyList<Worked> Return, Worked Time, Worked Conversion, Worked Payback)
{
    /// <summary>What was typed and could not be read, by field: it stands there still, and the programme's own number counts.</summary>
    public required IReadOnlyDictionary<string, string> Unread { get; init; }

    // The largest amount the ledger knows; beyond it nothing is money.
    private const decimal Most = 1_000_000_000m;

    /// <summary>Reads the fields.</summary>
    /// <param name="said">What the address says of a field; null where nothing.</param>
    /// <param name="report">Where the programme's own numbers stand.</param>
    /// <param name="currency">The workspace's currency.</param>
    /// <param name="tongue">Language that the numbers are typed in.</param>
    internal static CalculatorModel Of(Func<string, string?> said, RoiReport report, Currency currency, Tongue tongue)
    {
        var last = report.Course.Months.Count > 0 ? report.Course.Months[^1] : null;
        decimal Major(long minor) => new Money(minor, currency).ToMajor();
        var own = new Dictionary<string, decimal>(StringComparer.Ordinal)
        {
            ["added"] = report.Figures.FirstOrDefault(figure => figure.Metric == "generated_value")?.Base ?? 0,
            ["cost"] = report.Cost ?? 0,
            ["hours"] = Assumed(report, "hours_saved_per_week", 10),
            ["rate"] = Assumed(report, AssumptionDefinition.HourlyCost.Id, 0),
            ["weeks"] = decimal.Round(Assumed(report, AssumptionDefinition.WeeksPerMonth.Id, 4), 4),
            ["chats"] = 100,
            ["purchases"] = 20,
            ["once"] = Major(report.Course.Months.Sum(month => month.Once)),
            ["monthly"] = Major(last?.Base ?? 0),
            ["running"] = Major(last?.Running ?? 0),
        };
        var typed = own.Keys.Select(name => (Name: name, Text: said("c_" + name))).Where(field => field.Text is not null).ToDictionary(field => field.Name, field => field.Text!, StringComparer.Ordinal);
        var values = own.ToDictionary(field => field.Key, field => Read(typed.GetValueOrDefault(field.Key), tongue) ?? field.Value, StringComparer.Ordinal);
        Money Amount(string name) => Money.FromMajor(values[name], currency);
        return new CalculatorModel(
            values,
            [Ledger.Calculator.Net(Amount("added"), Amount("cost")), Ledger.Calculator.ReturnOnInvestment(Amount("added"), Amount("cost"))],
            Ledger.Calculator.TimeSaved(values["hours"], Amount("rate"), values["weeks"]),
            Ledger.Calculator.Conversion((long)values["purchases"], (long)values["chats"]),
            Ledger.Calculator.PaybackMonths(Amount("once"), Amount("monthly"), Amount("running")))
        {
            Unread = typed.Where(field => Read(field.Value, tongue) is null).ToDictionary(StringComparer.Ordinal),
        };
    }

    // What is out of all proportion cannot be worked with either.
    private static decimal? Read(string? text, Tongue tongue) => text is not null && Fields.Read(text, tongue) is >= 0 and <= Most and var number ? number : null;

    private static decimal Assumed(RoiReport report, string id, decimal otherwise) =>
        report.Assumptions.FirstOrDefault(assumption => assumption.Now.Id == id)?.Now.Value is { } value and not 0 ? value : otherwise;
}
