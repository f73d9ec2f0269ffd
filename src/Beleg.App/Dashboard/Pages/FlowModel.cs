using Beleg.Metrics;
using Beleg.Reports.Charts;
using Beleg.Reports.Flows;
using NodaTime;

namespace Beleg.App.Dashboard.Pages;

/// <summary>What a flow's page shows.</summary>
public sealed record FlowModel
{
    private const int MostParts = 4;

    public required string Workspace { get; init; }

    public required DateTimeZone Zone { get; init; }

    public required string Currency { get; init; }

    public required AskedPeriod Asked { get; init; }

    public required FigureText Writes { get; init; }

    public required FlowReport Report { get; init; }

    /// <summary>The funnel of the latest version with steps; null where none has.</summary>
    public Chart? Funnel => Report.Steps.Count == 0 ? null : new Chart
    {
        Id = "funnel",
        Kind = ChartKind.Funnel,
        Title = new Words(Language.Texts.Funnel.En, Language.Texts.Funnel.De),
        Note = Report.Steps[0].Version is { } version ? new Words($"Version {version}", $"Version {version}") : null,
        CategoryName = new Words("Step", "Schritt"),
        Unit = MetricUnit.Count,
        Categories = [.. First.Select(step => ChartCategory.Named(step.Step))],
        Series = [new ChartSeries { Name = new Words("Runs", "Läufe"), Values = [.. First.Select(step => step.Runs.Value)] }],
    };

    /// <summary>The goal rate month by month.</summary>
    public Chart Goals => new()
    {
        Id = "goals",
        Kind = ChartKind.Line,
        Title = new Words("Goal rate", "Zielquote"),
        Unit = MetricUnit.Share,
        Categories = [.. Months.Select(row => MetricCharts.Category(row.Period))],
        Series = [new ChartSeries { Name = new Words("Goal rate", "Zielquote"), Values = [.. Months.Select(row => row.Figure.Value)], Low = [.. Months.Select(row => row.Figure.Interval?.Low)], High = [.. Months.Select(row => row.Figure.Interval?.High)], Hrefs = [.. Months.Select(row => RowsPath.Of(Workspace, "flow_goal_rate", Asked.Request with { Period = row.Period }, ("flow", Report.Flow)))] }],
    };

    /// <summary>The branches of the latest version as parts of each step's choices; null where there are none, or too many to tell apart.</summary>
    public Chart? Parts
    {
        get
        {
            var branches = Report.Branches.TakeWhile(branch => branch.Version == Report.Branches[0].Version).ToList();
            string[] names = [.. branches.GroupBy(branch => branch.Branch).OrderByDescending(group => group.Sum(branch => branch.Chosen)).Select(group => group.Key)];
            string[] steps = [.. branches.Select(branch => branch.Step).Distinct()];
            return names.Length is 0 or > MostParts ? null : new Chart
            {
                Id = "branches",
                Kind = ChartKind.Share,
                Title = new Words(Language.Texts.Branches.En, Language.Texts.Branches.De),
                CategoryName = new Words("Step", "Schritt"),
                Unit = MetricUnit.Count,
                Categories = [.. steps.Select(ChartCategory.Named)],
                Series = [.. names.Select((name, i) => new ChartSeries
                {
                    Name = new Words(name, name),
                    Tone = (ChartTone)i,
                    Values = [.. steps.Select(step => (decimal?)(branches.Find(branch => branch.Step == step && branch.Branch == name)?.Chosen ?? 0))],
                })],
            };
        }
    }

    private List<FlowStep> First => [.. Report.Steps.TakeWhile(step => step.Version == Report.Steps[0].Version)];

    private List<MetricRow> Months => [.. Report.GoalTrend.SkipWhile(row => row.Figure.Denominator is null or 0)];
}
