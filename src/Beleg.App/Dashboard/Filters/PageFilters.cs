using Beleg.App.Hosting;
using Beleg.Attribution;
using Beleg.Metrics;
using Beleg.Reports.Overviews;
using NodaTime.Text;

namespace Beleg.App.Dashboard.Filters;

/// <summary>What a page is narrowed to. All of it lies in the address, so that reloading, going back and sharing show the same.</summary>
public sealed record PageFilters
{
    /// <summary>Dimensions a page can be narrowed by.</summary>
    public static IReadOnlyList<string> Dimensions { get; } = ["channel", "flow", "entry_point"];

    /// <summary>What stands in the address for whatever has no flow, channel or entry point.</summary>
    public const string None = "none";

    /// <summary>The period's name: a month, a preset, or custom; empty is the last complete month of the data.</summary>
    public string Code { get; init; } = "";

    /// <summary>The days.</summary>
    public required Period Period { get; init; }

    /// <summary>The period beside it.</summary>
    public Comparison Compare { get; init; } = Comparison.Previous;

    /// <summary>Chosen values by dimension.</summary>
    public IReadOnlyDictionary<string, string> Chosen { get; init; } = new Dictionary<string, string>();

    /// <summary>Attribution model.</summary>
    public string Model { get; init; } = AttributionModels.Default.Id;

    /// <summary>The workspace's own model, which an address need not name.</summary>
    public string StandardModel { get; init; } = AttributionModels.Default.Id;

    /// <summary>The days compared with; null for none.</summary>
    public Period? Compared => Compare switch
    {
        Comparison.Previous => Period.Previous(),
        Comparison.Year => new Period(Period.From.PlusYears(-1), Period.To.PlusYears(-1)),
        _ => null,
    };

    /// <summary>The same of other days.</summary>
    public PageFilters During(Period days) => this with { Code = days == Period.Month(days.From.ToYearMonth()) ? Months.Code(days) : Presets.Custom, Period = days };

    /// <summary>As the engine takes them.</summary>
    public IReadOnlyList<MetricFilter> ForMetrics => [.. Chosen.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => new MetricFilter(c.Key, [c.Value == None ? "" : c.Value]))];

    /// <summary>As the overview takes them.</summary>
    public OverviewRequest ForOverview => new() { Period = Period, Compared = Compared, Filters = ForMetrics, Model = Model };

    /// <summary>What figures of this page are about, whatever preset named the days: the place of notes.</summary>
    public string Scope => string.Join('|', new[] { Period.ToString(), Compared?.ToString() ?? "-", Model }.Concat(Chosen.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => c.Key + "=" + c.Value)));

    /// <summary>Reads them from the address. What makes no sense is left out: a shared link never fails.</summary>
    internal static PageFilters Read(PageRequest request, OpenWorkspace workspace, Period standard)
    {
        var (code, period) = Presets.Read(request.Query("period") ?? request.Query("month"), request.Query("from"), request.Query("to"), request.Query("through"), workspace.Today, standard);
        return new PageFilters
        {
            Code = code,
            Period = period,
            Compare = request.Query("compare") switch { "year" => Comparison.Year, "none" => Comparison.None, _ => Comparison.Previous },
            Chosen = Dimensions.Select(d => (Name: d, Value: request.Query(d))).Where(c => IsKnown(c.Name, c.Value)).ToDictionary(c => c.Name, c => c.Value!, StringComparer.Ordinal),
            Model = AttributionModels.All.Select(model => model.Id).Concat(LearnedWeights.Models).Contains(request.Query("model")) ? request.Query("model")! : workspace.Settings.AttributionModel,
            StandardModel = workspace.Settings.AttributionModel,
        };
    }

    /// <summary>What an address with these filters says, by name; nothing that is so anyway.</summary>
    public IReadOnlyList<(string Name, string Value)> Parts
    {
        get
        {
            var isCustom = Code == Presets.Custom;
            IEnumerable<(string Name, string? Value)> parts =
            [
                ("period", Code.Length == 0 || isCustom ? null : Code),
                ("from", isCustom ? LocalDatePattern.Iso.Format(Period.From) : null),
                ("to", isCustom ? LocalDatePattern.Iso.Format(Period.To) : null),
                ("compare", Compare switch { Comparison.Year => "year", Comparison.None => "none", _ => null }),
                .. Chosen.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => (c.Key, (string?)c.Value)),
                ("model", Model == StandardModel ? null : Model),
            ];
            return [.. parts.Where(part => part.Value is not null).Select(part => (part.Name, part.Value!))];
        }
    }

    /// <summary>The query of an address with these filters and nothing that says what is so anyway; empty where there is nothing to say.</summary>
    /// <param name="more">Further parts; a null value is left out.</param>
    public string ToQuery(params (string Name, string? Value)[] more) => QueryString.Create(
        Parts.Select(part => KeyValuePair.Create(part.Name, (string?)part.Value)).Concat(more.Where(part => part.Value is not null).Select(part => KeyValuePair.Create(part.Name, part.Value)))).ToUriComponent();

    private static bool IsKnown(string dimension, string? value) =>
        value is { Length: > 0 and <= 200 } && (value == None || Beleg.Metrics.Dimensions.Find(dimension)?.Labels?.Contains(value) != false);
}
