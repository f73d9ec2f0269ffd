using Beleg.Model;
using Beleg.State;
using NodaTime;
using static Beleg.Reports.ProofPacks.ProofMarks;

namespace Beleg.Reports.ProofPacks;

/// <summary>The foot of a proof's page: why it can be believed, and how to check it.</summary>
internal sealed class ProofPageProof(ProofDocument document, ReportLanguage l, ProofThrift thrift = default)
{
    private const string MoneyUnit = "money";
    private const int ChainDigits = 8;
    private readonly ProofSnapshot proof = document.Proof;

    public Markup Band() => Markup.Of($"""
        <section class="grounds">
        <div class="evidence"><h2>{l.Pick("Evidence", "Belege")}</h2>{Evidence()}{Books()}</div>
        <div class="assumptions"><h2>{l.Pick("Assumptions", "Annahmen")}</h2>{Assumptions()}</div>
        </section>
        <footer>
        <p class="basis">{Markup.Join(Basis().Select(b => Markup.Of($"<span>{b}</span> ")))}</p>
        {Links()}
        {Seal()}
        </footer>
        """);

    private Markup Evidence()
    {
        var grades = proof.Evidence.Where(g => g.Share > 0).ToArray();
        if (grades.Length == 0)
            return Markup.Of($"""<p class="soft">{l.Pick("No revenue credited.", "Kein Umsatz zugerechnet.")}</p>""");
        var at = 0m;
        var bar = new List<Markup>();
        foreach (var grade in grades)
        {
            bar.Add(Markup.Of($"""<rect class="{Class(grade)}" x="{Per(at)}" width="{Per(grade.Share!.Value)}" height="100%"/>"""));
            at += grade.Share.Value;
        }

        var rows = grades.Select(g => Markup.Of($"""
            <li><svg aria-hidden="true"><rect class="{Class(g)}" width="100%" height="100%"/></svg><b>{g.Grade.ToString()}</b> {GradeName(g.Grade)} {Data($"evidence.{g.Grade}.share", g.Share, l.Share(g.Share!.Value, 0))}</li>
            """));
        return Markup.Of($"""<svg class="split" aria-hidden="true">{Markup.Join(bar)}</svg><ul class="grades">{Markup.Join(rows)}</ul>""");
    }

    // Every cent of the shop is somewhere: one line, and a loud one where it is not so.
    private Markup Books()
    {
        var total = proof.Reconciliation.Total;
        if (total.Orders == 0 && total.Total == 0)
            return Markup.Empty;
        var wrong = total.Difference != 0;
        var money = l.Money(new Amount(total.Total, proof.Currency));
        var difference = wrong || thrift.Minutiae
            ? Markup.Of($""", {l.Pick("difference", "Differenz")} {Data("reconciliation.total.difference", Major(total.Difference), l.Money(new Amount(total.Difference, proof.Currency)))}""")
            : Markup.Empty;
        return Markup.Of($"""
            <p class="books{(wrong ? " wrong" : " check")}">{(wrong ? l.Pick("Orders do not reconcile:", "Bestellungen gehen nicht auf:") : l.Pick("Orders reconcile:", "Bestellungen gehen auf:"))} {Data("reconciliation.total.total", Major(total.Total), money)}{difference}</p>
            """);
    }

    private Markup Assumptions()
    {
        var used = ProofUsed.In(proof);
        if (used.Count == 0)
            return Markup.Of($"""<p class="soft">{l.Pick("None used.", "Keine verwendet.")}</p>""");
        // One more is as short as saying that there is one more.
        var shown = used.Count == thrift.Assumptions + 1 ? used.Count : Math.Min(used.Count, thrift.Assumptions);
        var rest = used.Count - shown;
        return Markup.Of($"""<ul>{Markup.Join(used.Take(shown).Select(Assumption))}{(rest > 0 ? Markup.Of($"<li>+{l.Count(rest)} {l.Pick("in its JSON", "im JSON")}</li>") : Markup.Empty)}</ul>""");
    }

    private Markup Assumption(ProofAssumption a) =>
        Markup.Of($"<li><span>{a.Name.In(l.Code)}</span> {Data($"assumptions.{a.Id}", a.Value, Assumed(a, a.Value))} {State(a)}</li>");

    private Markup State(ProofAssumption a) => a.Unset
        ? Markup.Of($"""<span class="unset">{l.Pick("default", "Vorgabe")}</span>""")
        : Markup.Of($"""<span class="version">v{Data($"assumptions.{a.Id}.version", a.Version, l.Count(a.Version))}</span>""");

    private IEnumerable<string> Basis()
    {
        var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(proof.Zone) ?? DateTimeZone.Utc;
        yield return proof.CutOff is { } until ? $"{l.Pick("Data until", "Daten bis")} {(thrift.Minutiae ? l.Moment(until, zone) : l.Day(until.InZone(zone).Date))}" : l.Pick("no data yet", "noch keine Daten");
        if (thrift.Model)
            yield return $"{ModelName(proof.Model, l)}, {l.Count(proof.LookBackDays)} {l.Pick("days", "Tage")}{(proof.LookBackWindows.Length > 0 ? $" ({proof.LookBackWindows})" : "")}";
        if (thrift.Spans(0) && proof.Figures.Any(f => f.Interval is not null))
            yield return l.Pick("95% intervals", "95-%-Intervalle");
        if (proof.Figures.Any(f => f is { LowSample: true, Value: not null } && f.Group != ProofLayout.Unseen))
            yield return l.Pick("† few cases", "† wenige Fälle");
        if (proof.Figures.Any(f => f is { Provisional: true, Value: not null } && f.Group != ProofLayout.Unseen))
            yield return l.Pick("° may change", "° kann sich ändern");
    }

    private Markup Links()
    {
        var links = new List<Markup>();
        if (proof.Live is { } live)
            links.Add(Markup.Of($"""<span>{l.Pick("Live:", "Live:")} <a href="{live.Url}">{Short(live.Url)}</a></span>"""));
        if (proof.Address is { } address && document.Hash is { } hash)
            links.Add(Markup.Of($"""<span>{l.Pick("Verify:", "Prüfen:")} <a href="{address}/verify/{hash}">{Short(address)}/verify/{hash[..Snapshots.LeastHashDigits]}</a></span>"""));
        return links.Count == 0 ? Markup.Empty : Markup.Of($"""<p class="links">{Markup.Join(links)}</p>""");
    }

    private Markup Seal()
    {
        if (document.Hash is not { } hash)
            return Markup.Of($"""<p class="seal">{l.Pick("Draft, not signed", "Entwurf, nicht signiert")}</p>""");
        var key = document.PublicKey is { } known ? Markup.Of($", {l.Pick("signed", "signiert")} {ResultSignature.Fingerprint(known)}") : Markup.Empty;
        var after = thrift.Chain && document.PreviousHash is { } previous ? Markup.Of($", {l.Pick("chained to", "verkettet mit")} {previous[..ChainDigits]}…") : Markup.Empty;
        return Markup.Of($"""<p class="seal">SHA-256 {hash}{key}{after}</p>""");
    }

    private string Assumed(ProofAssumption a, decimal value) => a.Unit switch
    {
        "share" => l.Share(value, 0),
        _ when a.Unit.StartsWith(MoneyUnit, StringComparison.Ordinal) => l.Money(value, proof.Money),
        _ => l.Number(value, 1),
    };

    private decimal Major(long minor) => new Amount(minor, proof.Currency).AsMoney!.Value.ToMajor();

    private string GradeName(Evidence grade) => grade switch
    {
        Model.Evidence.A => l.Pick("paid in-chat", "im Chat bezahlt"),
        Model.Evidence.B => l.Pick("click id", "Klick-ID"),
        Model.Evidence.C => l.Pick("person, click", "Person, Klick"),
        Model.Evidence.D => l.Pick("person only", "nur Person"),
        _ => l.Pick("tag only", "nur Tag"),
    };

    private static string ModelName(string model, ReportLanguage l) => model switch
    {
        "first" => l.Pick("First touch", "Erster Kontakt"),
        "last" => l.Pick("Last touch", "Letzter Kontakt"),
        "last_non_direct" => l.Pick("Last non-direct", "Letzter nicht direkter"),
        "linear" => "Linear",
        "position" => l.Pick("Position", "Position"),
        "time_decay" => l.Pick("Time decay", "Zeitverfall"),
        "influenced" => l.Pick("Influenced", "Beeinflusst"),
        _ => model,
    };

    // As people type it: without the scheme.
    private static string Short(string url) => url.Split("://", 2)[^1].TrimEnd('/');

    private static string Class(ProofGrade grade) => "g" + grade.Grade.ToString().ToLowerInvariant();
}
