using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Beleg.App.Dashboard.Language;
using Microsoft.AspNetCore.Components;

namespace Beleg.App.Dashboard.Parts;

/// <summary>
/// A figure as people read it, with its exact number and its path beside it, as a proof's page has them: whoever reads a page with a program
/// reads what a person reads, and a test can hold every surface against every other.
/// </summary>
public static class FigureMark
{
    private static readonly HtmlEncoder encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>A written figure.</summary>
    /// <param name="path">Its name: the metric, and what of it, such as <c>net_value.base</c>.</param>
    /// <param name="value">The number; null where it has none.</param>
    /// <param name="text">As it is written.</param>
    public static MarkupString Of(string path, decimal? value, string text) =>
        new($"""<data value="{(value is { } known ? Exact(known) : "")}" data-figure="{encoder.Encode(path)}">{encoder.Encode(text)}</data>""");

    /// <summary>A text with written figures in it.</summary>
    public static MarkupString Say(Tongue tongue, Phrase phrase, params MarkupString[] figures) =>
        new(string.Format(tongue.Culture, encoder.Encode(tongue[phrase]), [.. figures.Select(figure => (object)figure.Value)]));

    // As in a proof: six decimals are more than anybody writes.
    private static string Exact(decimal value) => decimal.Round(value, 6).ToString("0.######", CultureInfo.InvariantCulture);
}
