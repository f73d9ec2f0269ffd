using Beleg.Metrics;
using Beleg.Primitives;
using Beleg.Reports.Books;
using Beleg.Reports.Charts;
using NodaTime;

namespace Beleg.App.Dashboard.Pages;

/// <summary>What the ROI page shows.</summary>
public sealed record ProgrammeModel
{
    public required string Workspace { get; init; }

    public required DateTimeZone Zone { get; init; }

    public required Currency Currency { get; init; }

    public required AskedPeriod Asked { get; init; }

    public required LocalDate Today { get; init; }

    public required FigureText Writes { get; init; }

    public required RoiReport Report { get; init; }

    /// <summary>What moves the return most; null where the page is narrowed to a part, of which nobody agreed assumptions.</summary>
    public Beleg.Reports.Sensitivity.SensitivityReport? Sensitivity { get; init; }

    public required CalculatorModel Calculator { get; init; }

    /// <summary>Metrics a hypothesis can be judged by.</summary>
    public required IReadOnlyList<Metric> Metrics { get; init; }

    /// <summary>What a form could not do; null where none was sent.</summary>
    public string? Mistake { get; init; }

    /// <summary>Value with its scenarios as a band, against cost, both cumulated.</summary>
    public Chart Course => new()
    {
        Id = "course",
        Kind = ChartKind.Line,
        Title = new Words(Language.Texts.CourseTitle.En, Language.Texts.CourseTitle.De),
        Unit = MetricUnit.Money,
        Currency = Currency.Code,
        Height = 340,
        Categories = [.. Report.Course.Months.Select(month => ChartCategory.Month(month.Month.From.ToYearMonth()))],
        Series =
        [
            new ChartSeries
            {
                Name = new Words("Value, cumulated", "Wert, aufaddiert"),
                Values = [.. Report.Course.Months.Select(month => (decimal?)Major(month.CumulatedBase))],
                Low = [.. Report.Course.Months.Select(month => (decimal?)Major(month.CumulatedLow))],
                High = [.. Report.Course.Months.Select(month => (decimal?)Major(month.CumulatedHigh))],
                RangeName = ChartSeries.Scenarios,
            },
            new ChartSeries { Name = new Words("Cost, cumulated", "Kosten, aufaddiert"), Tone = ChartTone.Second, Values = [.. Report.Course.Months.Select(month => (decimal?)Major(month.CumulatedCost))] },
        ],
    };

    private decimal Major(long minor) => new Money(minor, Currency).ToMajor();
}
