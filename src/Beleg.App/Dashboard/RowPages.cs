using System.Globalization;
using System.Text;
using Beleg.App.Commands;
using Beleg.App.Dashboard.Filters;
using Beleg.App.Dashboard.Language;
using Beleg.App.Dashboard.Overview;
using Beleg.App.Dashboard.Pages;
using Beleg.App.Hosting;
using Beleg.Metrics;
using Beleg.Metrics.Rows;
using Beleg.Reports;

namespace Beleg.App.Dashboard;

/// <summary>The rows behind a figure, a page at a time and as CSV; for a calculated figure, what it is made of.</summary>
internal static class RowPages
{
    private const int PerPage = 50;
    private const int CsvLot = 10_000;

    private static readonly string[] within = ["step", "flow_version", "branch", "template", "evidence"];

    /// <summary>Rows of a file at most; whoever needs more takes an export.</summary>
    private const int MostInCsv = 1_000_000;

    public static async Task ShowAsync(PageRequest request)
    {
        var workspace = request.Workspace();
        var metric = MetricOf(request);
        var (filters, asked) = Read(request, workspace, metric);
        var name = metric.Name.In(request.Tongue.Code);
        request.Visitor.Title = request.Tongue.Say(Texts.RowsOf, name);
        FilterForm.RequirePlain(request, filters);
        var canRead = RowReader.CanRead(metric);
        var offer = new FilterOffer([.. PageFilters.Dimensions.Where(metric.Dimensions.Contains)], Compares: !canRead, Models: metric.Level is MetricLevel.Outcome or MetricLevel.Financial);
        var bar = FilterForm.Of(request, workspace, filters, Months.Of(workspace, null).All, offer);
        if (!canRead)
        {
            await PageDoor.DrawAsync<MadeOfPage>(request.Http, new { Model = await MadeOf.ReadAsync(request, workspace, metric, filters) with { Bar = bar } });
            return;
        }

        var page = Math.Clamp(long.TryParse(request.Query("page"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 1, 1, 1_000_000);
        var rows = await workspace.RowsAsync(asked with { Skip = (page - 1) * PerPage, Take = PerPage }, request.Http.RequestAborted);
        await PageDoor.DrawAsync<RowsPage>(request.Http, new { Model = new RowsView(request, workspace, filters, bar, asked).Model(rows, page, PerPage) });
    }

    public static async Task DownloadAsync(PageRequest request)
    {
        var workspace = request.Workspace();
        var metric = MetricOf(request);
        if (!RowReader.CanRead(metric))
            throw new NotHereException();
        var (_, asked) = Read(request, workspace, metric);
        var response = request.Http.Response;
        response.ContentType = "text/csv; charset=utf-8";
        response.Headers.ContentDisposition = $"attachment; filename=\"{workspace.Name}-{metric.Id}.csv\"";
        response.Headers.CacheControl = "no-store";
        for (var skip = 0L; skip < MostInCsv; skip += CsvLot)
        {
            var rows = await workspace.RowsAsync(asked with { Skip = skip, Take = CsvLot }, request.Http.RequestAborted);
            var text = new StringBuilder();
            if (skip == 0)
                text.Append(Csv.Line(rows.Columns.Select(column => column.Id))).Append("\r\n");
            foreach (var row in rows.Rows)
                text.Append(Csv.Line(row.Select((value, i) => Plain(value, rows.Columns[i].Kind, workspace)))).Append("\r\n");
            await response.WriteAsync(text.ToString(), request.Http.RequestAborted);
            if (rows.Rows.Count < CsvLot)
                return;
        }
    }

    private static string? Plain(string? value, RowColumnKind kind, OpenWorkspace workspace) =>
        kind == RowColumnKind.Money && long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var minor) ? new Amount(minor, workspace.Currency.Code).Text : value;

    private static Metric MetricOf(PageRequest request) => MetricCatalogue.Default.Find(request.Route("metric")) is { IsDue: true } metric ? metric : throw new NotHereException();

    /// <summary>What a figure within a flow is narrowed to besides the filters of every page, as the address says it.</summary>
    public static IEnumerable<(string Name, string? Value)> Within(PageRequest request) =>
        within.Select(name => (name, request.Query(name))).Where(one => one.Item2 is { Length: <= 200 } value && (value == PageFilters.None || Dimensions.Find(one.name)!.Labels?.Contains(value) != false));

    private static (PageFilters Filters, RowRequest Asked) Read(PageRequest request, OpenWorkspace workspace, Metric metric)
    {
        var filters = PageFilters.Read(request, workspace, Months.Standard(workspace));
        var part = request.Query("part");
        if (part is not null && !metric.HasPart(part))
            throw new NotHereException();
        var side = request.Query("side") == "denominator" && RowReader.HasDenominator(metric, part) ? RowSide.Denominator : RowSide.Numerator;
        // A figure is narrowed by what its metric knows and is of the whole else; a fact of its may know more, and its rows would be fewer than the figure's.
        MetricFilter[] narrowed = [.. filters.ForMetrics.Concat(Within(request).Select(one => new MetricFilter(one.Name, [one.Value == PageFilters.None ? "" : one.Value!]))).Where(filter => metric.Dimensions.Contains(filter.Dimension))];
        return (filters, new RowRequest
        {
            Metric = metric,
            Part = part,
            Side = side,
            Period = filters.Period,
            Filters = narrowed,
            Model = filters.Model,
            // Whoever asks for one grade sees it, also where the cautious figure leaves it out.
            Basis = Array.Exists(narrowed, filter => filter.Dimension == "evidence") ? EvidenceBasis.All : EvidenceBasis.Conservative,
            Take = PerPage,
        });
    }
}
