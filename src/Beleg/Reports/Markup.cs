using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Beleg.Reports;

/// <summary>A piece of HTML. Whatever is put into it is encoded, unless it is such a piece itself: there is no way to forget it.</summary>
/// <param name="Html">The text.</param>
internal readonly record struct Markup(string Html)
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static Markup Empty => new("");

    public static Markup Of(Writer html) => new(html.ToString());

    public static Markup Join(IEnumerable<Markup> pieces) => new(string.Concat(pieces.Select(p => p.Html)));

    public static Markup Join(string literalSeparator, IEnumerable<Markup> pieces) => new(string.Join(literalSeparator, pieces.Select(p => p.Html)));

    /// <summary>A text without any meaning of its own.</summary>
    public static Markup Text(string? text) => new(Encoder.Encode(text ?? ""));

    public override string ToString() => Html;

    /// <summary>Takes the literal parts of an interpolated string as they are and encodes the others.</summary>
    [InterpolatedStringHandler]
    internal readonly ref struct Writer(int literalLength, int formattedCount)
    {
        private readonly StringBuilder html = new(literalLength + formattedCount * 16);

        public void AppendLiteral(string literal) => html.Append(literal);

        public void AppendFormatted(Markup markup) => html.Append(markup.Html);

        public void AppendFormatted(string? text) => html.Append(Encoder.Encode(text ?? ""));

        public override string ToString() => html.ToString();
    }
}
