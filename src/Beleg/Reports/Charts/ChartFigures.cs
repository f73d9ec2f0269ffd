namespace Beleg.Reports.Charts;

/// <summary>A chart as it stands on a page or in a report: drawing, legend, table, and the model for a browser that draws it anew.</summary>
public static class ChartFigures
{
    /// <summary>The whole figure as HTML.</summary>
    /// <param name="chart">What it shows.</param>
    /// <param name="language">Language of all its words and figures.</param>
    /// <param name="hasTable">Whether its table can be opened beneath it.</param>
    /// <param name="isLive">Whether the browser gets the model, to draw it with tooltips; a report's page has no script.</param>
    /// <param name="heading">Level of its title, 2 to 6; 0 where the page has one already and the title is only said, not shown.</param>
    public static string Render(Chart chart, ReportLanguage language, bool hasTable = true, bool isLive = true, int heading = 3)
    {
        var drawing = chart.IsEmpty
            ? Markup.Of($"""<p class="chart-empty">{language.Pick("No data in this period.", "Keine Daten in diesem Zeitraum.")}</p>""")
            : Markup.Of($"""<div class="chart-canvas" data-height="{ChartSvg.Number(ChartSvg.HeightOf(chart))}">{ChartSvg.Of(chart, language)}</div>""");
        var parts = new[] { Caption(chart, language, heading), drawing, Legend(chart, language), hasTable && !chart.IsEmpty ? Table(chart, language) : Markup.Empty, isLive && !chart.IsEmpty ? Model(chart, language) : Markup.Empty };
        return Markup.Of($"""<figure class="chart-figure" id="chart-{chart.Id}">{Markup.Join(parts)}</figure>""").Html;
    }

    private static Markup Caption(Chart chart, ReportLanguage language, int heading)
    {
        var title = chart.Title.In(language.Code);
        var note = chart.Note is { } said ? Markup.Of($"""<p class="chart-note">{said.In(language.Code)}</p>""") : Markup.Empty;
        var level = heading.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return heading == 0
            ? Markup.Of($"""<figcaption><span class="visually-hidden">{title}</span>{note}</figcaption>""")
            : Markup.Of($"""<figcaption><h{level} class="chart-title">{title}</h{level}>{note}</figcaption>""");
    }

    private static Markup Legend(Chart chart, ReportLanguage language)
    {
        if (chart.IsEmpty || (chart.Series.Count < 2 && chart.Kind != ChartKind.Share))
            return Markup.Empty;
        var alone = chart.Kind == ChartKind.Share && chart.Categories.Count == 1;
        return Markup.Of($"""<ul class="chart-legend">{Markup.Join(chart.Series.Where(series => !alone || series.Values[0] is > 0).Select(series => Markup.Of(
            $"""<li><span class="swatch {ChartSvg.Tone(series.Tone)}{(series.IsDashed ? " dashed" : "")}"></span>{series.Name.In(language.Code)}{Part(chart, series, alone, language)}</li>""")))}</ul>""");
    }

    private static Markup Part(Chart chart, ChartSeries series, bool alone, ReportLanguage language) => alone
        ? Markup.Of($""" <b class="num">{ChartFormat.Full(chart, series.Values[0], language)}</b> <span class="num">{(ChartTable.ShareOf(chart, series, 0) is { } share ? language.Share(share) : ReportLanguage.None)}</span>""") : Markup.Empty;

    private static Markup Table(Chart chart, ReportLanguage language)
    {
        var table = ChartTable.Of(chart, language);
        var head = Markup.Join(table.Head.Select((name, i) => Markup.Of($"""<th scope="col"{Side(i)}>{name}</th>""")));
        var rows = Markup.Join(table.Rows.Select((row, at) => Markup.Of(
            $"""<tr>{Markup.Join(row.Select((text, i) => i == 0 ? Markup.Of($"""<th scope="row">{text}</th>""") : Markup.Of($"""<td class="num">{Linked(table.Hrefs[at][i], Exact(table.Values[at][i], text))}</td>""")))}</tr>""")));
        return Markup.Of($"""<details class="chart-table"><summary>{language.Pick("As a table", "Als Tabelle")}<span class="visually-hidden">: {chart.Title.In(language.Code)}</span></summary><div class="scroll" tabindex="0" role="region" aria-label="{chart.Title.In(language.Code)}"><table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div></details>""");
    }

    private static Markup Linked(string? href, Markup figure) => href is null ? figure : Markup.Of($"""<a class="quiet-link" href="{href}">{figure}</a>""");

    private static Markup Exact(decimal? value, string text) =>
        value is { } known ? Markup.Of($"""<data value="{decimal.Round(known, 6).ToString("0.######", System.Globalization.CultureInfo.InvariantCulture)}">{text}</data>""") : Markup.Text(text);

    private static Markup Side(int column) => column == 0 ? Markup.Empty : new Markup(" class=\"num\"");

    // A block of JSON is no script to a browser, so the content policy lets it stand; the encoder leaves no "<" in it.
    private static Markup Model(Chart chart, ReportLanguage language) =>
        new($"""<script type="application/json" class="chart-model">{ChartJson.Write(chart, language)}</script>""");
}
