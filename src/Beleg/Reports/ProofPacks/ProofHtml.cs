using System.Globalization;
using System.Net;
using NodaTime.Text;

namespace Beleg.Reports.ProofPacks;

/// <summary>A proof as one self-contained page: no script, nothing loaded, one sheet of paper in print.</summary>
public static class ProofHtml
{
    /// <summary>How many sizes of type there are to make a page fit: 0 is the largest.</summary>
    public const int Sizes = ProofStyle.Sizes;

    /// <summary>Draws it. Pure: the same document, language, paper and size give the same page. Every figure is one of the document's.</summary>
    /// <param name="document">The proof.</param>
    /// <param name="language">Language of names and sentences.</param>
    /// <param name="paper">Paper it is printed on.</param>
    /// <param name="size">0 for the largest type up to <see cref="Sizes"/> − 1; as much as is likely to fit where it is not given.</param>
    public static string Render(ProofDocument document, ReportLanguage language, Paper paper = Paper.A4, int? size = null)
    {
        var (body, _) = Fit(document, language, size ?? new ProofPage(document.Proof, language).LikelySize(paper));
        var sheet = ProofStyle.Sheet(paper, WebUtility.HtmlDecode(body.Html));
        return Markup.Of($"""
            <!doctype html>
            <html lang="{language.Code}">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="{ProofStyle.Policy(sheet)}">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex">
            <meta name="referrer" content="no-referrer">
            <title>{document.Proof.Brand} · {language.Pick("Proof of value", "Wertnachweis")} · {language.Month(document.Proof.Month)}</title>
            <style>{new Markup(sheet)}</style>
            </head>
            {body}
            </html>

            """).Html;
    }

    /// <summary>The places whose text the page of this proof will leave out for want of words; the proof itself keeps it.</summary>
    /// <param name="proof">The proof.</param>
    /// <param name="language">Language of names and sentences.</param>
    public static IReadOnlyList<ProofPlace> LeftOut(ProofSnapshot proof, ReportLanguage language)
    {
        var words = new ProofPageWords(proof, language, Fit(ProofDocument.Measured(proof), language, 0).Thrift);
        return [.. ProofPlace.All.Where(place => place.In(proof).In(language.Code).Length > 0 && !words.Shows(place))];
    }

    // Leaves out the least telling until a minute holds the rest.
    private static (Markup Body, ProofThrift Thrift) Fit(ProofDocument document, ReportLanguage language, int size)
    {
        for (var thrift = new ProofThrift(0); ; thrift = new ProofThrift(thrift.Level + 1))
        {
            var body = Body(document, language, size, thrift);
            if (thrift.Level == ProofThrift.Most || ProofWords.InPrint(body.Html) <= ProofWords.Most)
                return (body, thrift);
        }
    }

    private static Markup Body(ProofDocument document, ReportLanguage language, int size, ProofThrift thrift)
    {
        var page = new ProofPage(document.Proof, language, thrift);
        return Markup.Of($"""
            <body class="{(document.Hash is null ? "draft-page " : "")}size{size.ToString(CultureInfo.InvariantCulture)}">
            <main class="sheet">
            {Header(document, page, language)}
            {page.Lead(ProofStyle.Scales[size])}
            {page.Pillars()}
            {new ProofPageWords(document.Proof, language, thrift).Columns()}
            {new ProofPageProof(document, language, thrift).Band()}
            </main>
            </body>
            """);
    }

    /// <summary>The content security policy to send a drawn page with: it may apply its own style sheet and typefaces, and nothing else.</summary>
    public static string PolicyOf(string html)
    {
        var from = html.IndexOf("<style>", StringComparison.Ordinal) + "<style>".Length;
        return ProofStyle.Policy(html[from..html.IndexOf("</style>", from, StringComparison.Ordinal)]) + "; frame-ancestors 'none'";
    }

    private static Markup Header(ProofDocument document, ProofPage page, ReportLanguage l)
    {
        var draft = document.Hash is null ? Markup.Of($"""<span class="draft">{l.Pick("Draft", "Entwurf")}</span>""") : Markup.Empty;
        var name = document.Proof.Brand;
        return Markup.Of($"""
            <header>
            <div class="brand"><p class="eyebrow">{l.Pick("Proof of value", "Wertnachweis")}</p><h1 class="{(name.Length > 60 ? "longer" : name.Length > 30 ? "long" : "")}" dir="auto">{name}</h1></div>
            <div class="when"><p class="month"><time datetime="{YearMonthPattern.Iso.Format(document.Proof.Month)}">{l.Month(document.Proof.Month)}</time>{draft}</p><p class="soft">{page.Channels()}</p></div>
            </header>
            """);
    }
}
