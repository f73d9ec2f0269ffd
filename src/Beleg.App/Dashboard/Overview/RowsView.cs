using System.Globalization;
using Beleg.App.Dashboard.Filters;
using Beleg.App.Dashboard.Language;
using Beleg.App.Dashboard.Pages;
using Beleg.App.Dashboard.Parts;
using Beleg.App.Hosting;
using Beleg.Metrics.Rows;
using Beleg.Reports;
using Microsoft.AspNetCore.Components;
using NodaTime.Text;

namespace Beleg.App.Dashboard.Overview;

/// <summary>Writes the rows behind a figure for the page.</summary>
internal sealed class RowsView(PageRequest request, OpenWorkspace workspace, PageFilters filters, FilterModel bar, RowRequest asked)
{
    private readonly Tongue tongue = request.Tongue;

    public RowsModel Model(RowPage page, long number, int perPage)
    {
        var first = (number - 1) * perPage + 1;
        return new RowsModel
        {
            Workspace = workspace.Name,
            Zone = workspace.Zone,
            Name = asked.Metric.Name.In(tongue.Code) + (asked.Part is { } part ? " · " + asked.Metric.PartName(part).In(tongue.Code) : ""),
            MetricId = asked.Metric.Id,
            Period = Print.Period(tongue, filters.Period),
            Back = $"/w/{workspace.Name}{filters.ToQuery()}",
            Bar = bar,
            Narrowed = [.. asked.Filters.Select(filter => GroupWords.Of(filter.Dimension, filter.Values[0]).In(tongue.Code))],
            Sides = RowReader.HasDenominator(asked.Metric, asked.Part)
                ? [(Texts.RowsNumerator, Link(("side", null)), asked.Side == RowSide.Numerator), (Texts.RowsDenominator, Link(("side", "denominator")), asked.Side == RowSide.Denominator)] : [],
            Count = Counted(page),
            None = page.Refusal?.In(tongue.Code) ?? tongue[Texts.RowsNone],
            Shown = page.Rows.Count == 0 ? null : tongue.Say(Texts.RowsPage, Print.Count(tongue, first), Print.Count(tongue, first + page.Rows.Count - 1), Print.Count(tongue, page.Total)),
            Newer = number > 1 ? Link(("side", SideCode), ("page", number > 2 ? Code(number - 1) : null)) : null,
            Older = first + page.Rows.Count - 1 < page.Total ? Link(("side", SideCode), ("page", Code(number + 1))) : null,
            Csv = Link(".csv", ("side", SideCode)),
            Columns = [.. page.Columns.Where(column => column.Id != "shop").Select(column => (column.Name.In(tongue.Code), IsNumber(column.Kind)))],
            Rows = [.. page.Rows.Select(row => Cells(page, row))],
            Sql = page.Sql,
        };
    }

    private MarkupString Counted(RowPage page)
    {
        var rows = FigureMark.Of("rows", page.Total, Print.Count(tongue, page.Total));
        return page switch
        {
            { Distinct: { } distinct } => FigureMark.Say(tongue, Texts.RowsDistinct, rows, FigureMark.Of("rows.distinct", distinct, Print.Count(tongue, distinct))),
            { Sum: { Kind: RowColumnKind.Money } sum } when new Amount((long)sum.Value, workspace.Currency.Code) is var money =>
                FigureMark.Say(tongue, Texts.RowsTogether, rows, FigureMark.Of("rows.sum", money.AsMoney?.ToMajor(), Print.Money(tongue, money))),
            { Sum: { Kind: RowColumnKind.Duration } sum } => FigureMark.Say(tongue, Texts.RowsTogether, rows, FigureMark.Of("rows.sum", sum.Value, Print.Span(tongue, sum.Value))),
            { Sum: { } sum } => FigureMark.Say(tongue, Texts.RowsTogether, rows, FigureMark.Of("rows.sum", sum.Value, Print.Number(tongue, sum.Value, 2))),
            _ => FigureMark.Say(tongue, Texts.RowsCount, rows),
        };
    }

    private string? SideCode => asked.Side == RowSide.Denominator ? "denominator" : null;

    private static string Code(long number) => number.ToString(CultureInfo.InvariantCulture);

    private string Link(params (string Name, string? Value)[] more) => Link("", more);

    private string Link(string ending, params (string Name, string? Value)[] more) =>
        $"/w/{workspace.Name}/rows/{asked.Metric.Id}{ending}{filters.ToQuery([("part", asked.Part), .. RowPages.Within(request), .. more])}";

    private IReadOnlyList<RowCell> Cells(RowPage page, IReadOnlyList<string?> row)
    {
        // A shop stands beneath its order, not in a column of its own.
        var shop = page.Columns.Select((column, i) => column.Id == "shop" ? row[i] : null).FirstOrDefault(value => value is not null);
        return [.. row.Select((value, i) => (Value: value, Column: page.Columns[i])).Where(cell => cell.Column.Id != "shop").Select(cell => Cell(cell.Value, cell.Column, shop))];
    }

    private RowCell Cell(string? value, RowColumn column, string? shop) => (value, column.Kind) switch
    {
        (null, _) => new RowCell(Print.None, null, null, IsNumber(column.Kind)),
        (_, RowColumnKind.Moment) => new RowCell(Print.Moment(tongue, InstantPattern.ExtendedIso.Parse(value).Value, workspace.Zone), null, null, false),
        (_, RowColumnKind.Money) => new RowCell(Print.Money(tongue, new Amount(long.Parse(value, CultureInfo.InvariantCulture), workspace.Currency.Code)), null, null, true),
        (_, RowColumnKind.Duration) => new RowCell(Print.Span(tongue, decimal.Parse(value, CultureInfo.InvariantCulture)), null, null, true),
        (_, RowColumnKind.Number) => new RowCell(Print.Number(tongue, decimal.Parse(value, CultureInfo.InvariantCulture), 2), null, null, true),
        (_, RowColumnKind.Flag) => new RowCell(tongue[value == "true" ? Texts.Yes : Texts.No], null, null, false),
        (_, RowColumnKind.Contact) => new RowCell(value[..8], request.Visitor.MayEdit ? $"/w/{workspace.Name}/contacts/{value}" : null, null, false),
        (_, RowColumnKind.Order) when shop is not null => new RowCell(value, OrderPath.Of(workspace.Name, shop, value), shop, false),
        (_, RowColumnKind.Label) => new RowCell(GroupWords.Of(column.Id, value).In(tongue.Code), null, null, false),
        _ => new RowCell(value, null, null, false, IsGrade: column.Id == "evidence" && Parts.Grades.Letters.Contains(value)),
    };

    private static bool IsNumber(RowColumnKind kind) => kind is RowColumnKind.Money or RowColumnKind.Duration or RowColumnKind.Number;
}
