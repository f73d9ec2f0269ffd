using NodaTime;
using NodaTime.Text;

namespace Beleg.Reports;

/// <summary>A proof as one self-contained page: no script, nothing loaded, one sheet of paper in print.</summary>
public static class ProofHtml
{
    /// <summary>The content security policy the page is to be sent with; it needs no more.</summary>
    public static string ContentSecurityPolicy => ProofStyle.Policy;

    /// <summary>Draws it. Pure: the same document, language and paper give the same page. Every figure is one of the document's.</summary>
    public static string Render(ProofDocument document, ReportLanguage language, Paper paper = Paper.A4)
    {
        var page = new ProofPage(document.Proof, language);
        var month = language.Month(document.Proof.Month);
        var html = Markup.Of($"""
            <!doctype html>
            <html lang="{language.Code}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex">
            <title>{document.Proof.Brand} · {language.Pick("Proof of value", "Wertnachweis")} · {month}</title>
            <style>{new Markup(ProofStyle.Sheet(paper))}</style>
            </head>
            <body class="{(page.IsFull ? "full" : "roomy")}">
            <main class="sheet">
            {Header(document, page, language, month)}
            {page.Lead()}
            {page.Pillars()}
            <div class="pair">{page.Evidence()}{page.Books()}</div>
            {page.Points()}
            {Footer(document, page, language)}
            </main>
            </body>
            </html>

            """);
        return html.Html;
    }

    private static Markup Header(ProofDocument document, ProofPage page, ReportLanguage l, string month)
    {
        var draft = document.Hash is null ? Markup.Of($"""<span class="draft">{l.Pick("Draft", "Entwurf")}</span>""") : Markup.Empty;
        return Markup.Of($"""
            <header>
            <div class="brand"><p class="eyebrow">{l.Pick("Proof of value", "Wertnachweis")}</p><h1 class="{(document.Proof.Brand.Length > 44 ? "long" : "")}" dir="auto">{document.Proof.Brand}</h1></div>
            <div class="when"><p class="month"><time datetime="{YearMonthPattern.Iso.Format(document.Proof.Month)}">{month}</time>{draft}</p><p class="soft">{page.Channels()}</p></div>
            </header>
            """);
    }

    private static Markup Footer(ProofDocument document, ProofPage page, ReportLanguage l)
    {
        var proof = document.Proof;
        var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(proof.Zone) ?? DateTimeZone.Utc;
        string[] basis =
        [
            proof.RevenueBasis.In(l.Code),
            $"{proof.Model}, {l.Count(proof.LookBackDays)} {l.Pick("days", "Tage")}",
            proof.Zone,
            proof.CutOff is { } until ? $"{l.Pick("data until", "Daten bis")} {l.Moment(until, zone)}" : l.Pick("no data yet", "noch keine Daten"),
            .. page.Legend(),
        ];
        var seal = document.Hash is { } hash
            ? Markup.Of($"""<p class="seal">SHA-256 {hash}{After(document, l)} · Beleg {proof.Software}</p>""")
            : Markup.Of($"""<p class="seal">Beleg {proof.Software}</p>""");
        return Markup.Of($"""
            <footer>
            {page.Assumptions()}
            {page.Restated()}
            <p class="small">{string.Join(" · ", basis)}</p>
            {seal}
            </footer>
            """);
    }

    private static Markup After(ProofDocument document, ReportLanguage l) => document.PreviousHash is { } previous
        ? Markup.Of($" {l.Pick("after", "nach")} {previous[..Math.Min(12, previous.Length)]}…")
        : Markup.Empty;
}
