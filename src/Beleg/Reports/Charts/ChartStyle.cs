namespace Beleg.Reports.Charts;

/// <summary>The style sheet of charts, for whoever puts one into a page of its own.</summary>
public static class ChartStyle
{
    private static readonly Lazy<string> css = new(Read);

    /// <summary>The rules; they take their colours from <c>--accent</c>, <c>--ink</c>, <c>--line</c> and the others of <c>tokens.css</c>.</summary>
    public static string Css => css.Value;

    private static string Read()
    {
        using var stream = typeof(ChartStyle).Assembly.GetManifestResourceStream("Beleg.Reports.charts.css")
            ?? throw new InvalidOperationException("charts.css is not in the program.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
