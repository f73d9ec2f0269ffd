using System.Globalization;

namespace Beleg.Reports.ProofPacks;

/// <summary>Values on a proof's page: each stands in a <c>data</c> element with its exact number and its path in the proof.</summary>
internal static class ProofMarks
{
    /// <summary>A value with its path.</summary>
    public static Markup Data(string path, decimal? value, string text) => Data(path, value, Markup.Text(text));

    /// <inheritdoc cref="Data(string, decimal?, string)"/>
    public static Markup Data(string path, decimal? value, Markup text) => value is { } known
        ? Markup.Of($"""<data value="{Exact(known)}" data-figure="{path}">{text}</data>""")
        : Markup.Of($"""<data value="" data-figure="{path}">{text}</data>""");

    /// <summary>What must stand beside a figure: † few cases, ° may still change.</summary>
    public static Markup Signs(ProofFigure f) => f.Value is null || (!f.LowSample && !f.Provisional) ? Markup.Empty : Markup.Of($"""<span class="mark">{(f.LowSample ? "†" : "")}{(f.Provisional ? "°" : "")}</span>""");

    /// <summary>A number as a machine reads it.</summary>
    public static string Exact(decimal value) => value.ToString("0.############", CultureInfo.InvariantCulture);

    /// <summary>Per cent of a drawing's width or height.</summary>
    public static string Per(decimal share) => Exact(decimal.Round(share * 100, 3)) + "%";
}
