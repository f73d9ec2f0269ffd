using System.Globalization;
using Beleg.Metrics;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using NodaTime;

namespace Beleg.Reports.MetricTables;

/// <summary>The living document as a workbook: one sheet, a head that stays, a filter, numbers as numbers. Pure.</summary>
/// <remarks>
/// Text stands in cells of the type text, which no spreadsheet takes for a formula; what begins like one gets an apostrophe all the same,
/// because such a cell is only safe until somebody saves the sheet as CSV.
/// </remarks>
public static class MetricTableWorkbook
{
    private const uint HeadStyle = 1;
    private const uint TextStyle = 2;
    private const uint NumberStyle = 3;
    private const uint ShareStyle = 4;
    private const uint MoneyStyle = 5;

    /// <summary>The bytes of the file.</summary>
    /// <param name="table">The document.</param>
    /// <param name="language">Language of heads and words.</param>
    /// <param name="at">When it is made.</param>
    public static byte[] Render(MetricTable table, ReportLanguage language, Instant at)
    {
        using var stream = new MemoryStream();
        using (var file = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            file.PackageProperties.Created = file.PackageProperties.Modified = at.ToDateTimeUtc();
            file.PackageProperties.Title = $"{table.Workspace} {table.Period.From.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture)}";
            file.PackageProperties.Creator = "Beleg";
            var book = file.AddWorkbookPart();
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            var sheet = book.AddNewPart<WorksheetPart>();
            sheet.Worksheet = Sheet(table, language);
            book.Workbook = new Workbook(new Sheets(new Sheet { Id = book.GetIdOfPart(sheet), SheetId = 1, Name = new Words("Metrics", "Kennzahlen").In(language.Code) }));
        }

        return stream.ToArray();
    }

    private static Worksheet Sheet(MetricTable table, ReportLanguage language)
    {
        var columns = MetricTableColumns.All;
        var view = new SheetView(new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 };
        var widths = columns.Select((column, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = column.Width, CustomWidth = true });
        var rows = new SheetData(Row(1, columns.Select((column, i) => TextCell(i, 1, column.Head.In(language.Code), HeadStyle))));
        foreach (var (row, number) in table.Rows.Select((row, i) => (row, (uint)i + 2)))
            rows.Append(Row(number, columns.Select((column, i) => Cell(column, row, language, i, number))));
        return new Worksheet(
            new SheetViews(view), new Columns(widths), rows, new AutoFilter { Reference = $"A1:{Letter(columns.Count - 1)}{table.Rows.Count + 1}" });
    }

    private static Row Row(uint number, IEnumerable<Cell> cells) => new(cells) { RowIndex = number };

    private static Cell Cell(MetricTableColumn column, MetricTableRow row, ReportLanguage language, int at, uint number)
    {
        if (column.Number is null)
            return TextCell(at, number, column.Text(row, language), TextStyle);
        var cell = new Cell { CellReference = Letter(at) + number.ToString(CultureInfo.InvariantCulture), StyleIndex = column.Head.En == "Version" ? NumberStyle : StyleOf(row.Unit) };
        if (column.Number(row) is { } value)
            (cell.DataType, cell.CellValue) = (CellValues.Number, new CellValue(value));
        return cell;
    }

    private static Cell TextCell(int at, uint number, string? text, uint style) => new(new InlineString(new Text(Harmless(text)) { Space = SpaceProcessingModeValues.Preserve }))
    {
        CellReference = Letter(at) + number.ToString(CultureInfo.InvariantCulture),
        DataType = CellValues.InlineString,
        StyleIndex = style,
    };

    // XML cannot hold most control characters, and no spreadsheet shows them.
    private static string Harmless(string? text)
    {
        var shown = string.Concat((text ?? "").Where(letter => !char.IsControl(letter) || letter is '\n' or '\t'));
        return shown.Length > 0 && shown[0] is '=' or '+' or '-' or '@' or '\t' ? "'" + shown : shown;
    }

    private static uint StyleOf(MetricUnit unit) => unit switch
    {
        MetricUnit.Share => ShareStyle,
        MetricUnit.Money => MoneyStyle,
        _ => NumberStyle,
    };

    private static string Letter(int column) => ((char)('A' + column)).ToString();

    private static Stylesheet Styles() => new(
        new NumberingFormats(
            new NumberingFormat { NumberFormatId = 164, FormatCode = "0.0%" },
            new NumberingFormat { NumberFormatId = 165, FormatCode = "#,##0.00" },
            new NumberingFormat { NumberFormatId = 166, FormatCode = "#,##0.####" }),
        new Fonts(new Font(new FontSize { Val = 11 }), new Font(new Bold(), new FontSize { Val = 11 })),
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            new Fill(new PatternFill(new ForegroundColor { Rgb = "FFEFF2EF" }) { PatternType = PatternValues.Solid })),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            new CellFormat(),
            new CellFormat { FontId = 1, FillId = 2, ApplyFont = true, ApplyFill = true },
            Format(0),
            Format(166),
            Format(164),
            Format(165)));

    private static CellFormat Format(uint number) => new(new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Top })
    {
        NumberFormatId = number,
        ApplyNumberFormat = true,
        ApplyAlignment = true,
    };
}
