using System.Globalization;
using Beleg.Metrics;
using Beleg.Model;
using NodaTime;

namespace Beleg.Reports;

/// <summary>The parts of a proof's page. Each value stands in a <c>data</c> element with its exact number and its path in the proof.</summary>
internal sealed class ProofPage(ProofSnapshot proof, ReportLanguage l)
{
    private static readonly (string Group, Words Name)[] Groups =
    [
        ("savings", new("Savings", "Ersparnis")),
        ("revenue", new("Revenue", "Umsatz")),
        ("experience", new("Experience", "Erlebnis")),
        ("risk", new("Risk", "Risiko")),
    ];

    private static readonly Dictionary<string, string> ChannelNames = new()
    {
        ["whatsapp"] = "WhatsApp",
        ["messenger"] = "Messenger",
        ["instagram"] = "Instagram",
        ["telegram"] = "Telegram",
        ["webchat"] = "Web chat",
        ["email"] = "E-mail",
        ["push"] = "Push",
        ["sms"] = "SMS",
        ["voice"] = "Voice",
    };

    /// <summary>More than a sheet holds in comfortable type.</summary>
    public bool IsFull => proof.Figures.Count > 18 || proof.Assumptions.Count > 6 || proof.Restated.Count > 1 || proof.Channels.Count > 6 || proof.Brand.Length > 60
        || proof.Figures.Any(f => f.Unit == MetricUnit.Money && ProofFormat.Value(f, f.Scenarios?.High ?? f.Value, l, proof).Length > 15);

    public string Channels() => string.Join(" · ", proof.Channels.Select(c => ChannelNames.GetValueOrDefault(c, c)));

    /// <summary>Net value, what it means, and how it went.</summary>
    public Markup Lead()
    {
        var net = proof.Find("net_value");
        var text = ProofFormat.Value(MetricUnit.Money, net?.Value, l, proof);
        var size = text.Length > 16 ? " longer" : text.Length > 12 ? " long" : "";
        var key = proof.Figures.Where(f => f.Group == "headline" && f != net).Select(f => Markup.Of($"""
            <div><dt>{f.Name.In(l.Code)}</dt><dd>{Value(f)}</dd><dd class="range">{Scenarios(f)}</dd></div>
            """));
        return Markup.Of($"""
            <section class="lead">
            <div class="hero{size}"><p class="label">{net?.Name.In(l.Code)}, {l.Pick("cautious", "vorsichtig")}</p><p class="big">{(net is null ? Markup.Text(ReportLanguage.None) : Big(net))}</p><p class="range">{(net is null ? Markup.Empty : Scenarios(net))}</p></div>
            <dl class="key">{Markup.Join(key)}</dl>
            {Trend()}
            </section>
            """);
    }

    public Markup Pillars() => Markup.Of($"""<section class="pillars">{Markup.Join(Groups.Select(g => Pillar(g.Group, g.Name)))}</section>""");

    public Markup Evidence()
    {
        var at = 0m;
        var bar = new List<Markup>();
        foreach (var grade in proof.Evidence.Where(g => g.Share > 0))
        {
            bar.Add(Markup.Of($"""<rect class="{Class(grade)}" x="{Exact(at * 100)}" width="{Exact(grade.Share!.Value * 100)}" height="9"/>"""));
            at += grade.Share.Value;
        }

        var rows = proof.Evidence.Select(g => Markup.Of($"""
            <div><svg viewBox="0 0 8 8" aria-hidden="true"><rect class="{Class(g)}" width="8" height="8" rx="1.5"/></svg><span><b>{g.Grade.ToString()}</b> <span class="soft">{GradeName(g.Grade)}</span></span><span class="amount">{Data($"evidence.{g.Grade}", g.Value, l.Money(g.Value, proof.Money))}</span><span class="part">{(g.Share is { } share ? Data($"evidence.{g.Grade}.share", share, l.Share(share, 0)) : Markup.Text(ReportLanguage.None))}</span></div>
            """));
        return Markup.Of($"""
            <section class="block"><h2>{l.Pick("Evidence behind attributed revenue", "Beleg des zugerechneten Umsatzes")}</h2>
            <svg class="bar" viewBox="0 0 100 9" preserveAspectRatio="none" aria-hidden="true">{Markup.Join(bar)}</svg>
            <div class="grades">{Markup.Join(rows)}</div></section>
            """);
    }

    public Markup Books()
    {
        var total = proof.Reconciliation.Total;
        var rows = new List<Markup>
        {
            Row("attributed", total.Attributed, l.Pick("Attributed to chat, A–C", "Dem Chat zugerechnet, A–C")),
            Row("weaker_evidence", total.WeakerEvidence, l.Pick("Weaker evidence, D–E", "Schwächere Belege, D–E")),
            Row("other_touches", total.OtherTouches, l.Pick("Other touches", "Andere Berührungen")),
            Row("unattributed", total.Unattributed, l.Pick("Unattributed", "Nicht zugerechnet")),
            Row("excluded", total.Excluded, l.Pick("Excluded", "Ausgeschlossen")),
            Row("total", total.Total, proof.Reconciliation.Shops.Count > 1 ? l.Pick($"All {l.Count(proof.Reconciliation.Shops.Count)} shops", $"Alle {l.Count(proof.Reconciliation.Shops.Count)} Shops") : l.Pick("Shop total", "Shop gesamt"), "sum"),
            Row("difference", total.Difference, l.Pick("Difference", "Differenz"), total.Difference == 0 ? "check" : "wrong"),
        };
        if (total.ShopTotal is { } own)
            rows.Add(Row("shop_total", own, l.Pick("Shop's own total", "Eigene Summe des Shops"), total.ShopAgrees == false ? "wrong" : ""));
        return Markup.Of($"""
            <section class="block"><h2>{l.Pick("Every order accounted for", "Jede Bestellung verbucht")}</h2><table class="books"><tbody>{Markup.Join(rows)}</tbody></table></section>
            """);
    }

    public Markup Points() => Markup.Of($"""
        <section class="points"><div class="wins"><h2>{l.Pick("Wins", "Erfolge")}</h2>{List(proof.Wins, l.Pick("None that the numbers support.", "Keine, die die Zahlen tragen."))}</div><div class="risks"><h2>{l.Pick("Risks", "Risiken")}</h2>{List(proof.Risks, l.Pick("None that the numbers show.", "Keine, die die Zahlen zeigen."))}</div></section>
        """);

    public Markup Assumptions() => proof.Assumptions.Count == 0 ? Markup.Empty : Markup.Of($"""
        <p class="assumptions"><b>{l.Pick("Assumptions", "Annahmen")}</b>{Markup.Join(proof.Assumptions.Select(Assumption))}</p>
        """);

    public Markup Restated() => proof.Restated.Count == 0 ? Markup.Empty : Markup.Of($"""
        <p class="restated"><b>{l.Pick("Restated", "Berichtigt")}</b> {Markup.Join(" · ", proof.Restated.Take(3).Select((r, i) => Markup.Of($"{l.Month(r.Month)}, {r.Name.In(l.Code)}: {Data($"restated.{Exact(i)}.was", r.Was, ProofFormat.Value(r.Unit, r.Was, l, proof))} → {Data($"restated.{Exact(i)}.is", r.Is, ProofFormat.Value(r.Unit, r.Is, l, proof))}")))}{(proof.Restated.Count > 3 ? Markup.Of($" +{l.Count(proof.Restated.Count - 3)}") : Markup.Empty)}</p>
        """);

    /// <summary>What the marks beside figures mean; only those that are there.</summary>
    public IEnumerable<string> Legend()
    {
        if (proof.Figures.Any(f => f.Interval is not null))
            yield return l.Pick("grey: 95% interval", "grau: 95-%-Intervall");
        if (proof.Figures.Any(f => f.Metric == "conversion_rate"))
            yield return l.Pick("with and without chat: a comparison, not a cause", "mit und ohne Chat: ein Vergleich, keine Ursache");
        if (proof.Figures.Any(f => f is { LowSample: true, Value: not null }))
            yield return l.Pick("† few cases", "† wenige Fälle");
        if (proof.Figures.Any(f => f is { Provisional: true, Value: not null }))
            yield return l.Pick("° may still change", "° kann sich noch ändern");
    }

    private Markup Pillar(string group, Words name) => Markup.Of($"""
        <article><h2>{name.In(l.Code)}</h2><dl class="rows">{Markup.Join(proof.Figures.Where(f => f.Group == group).Select(Line))}</dl></article>
        """);

    private Markup Line(ProofFigure f)
    {
        var change = ProofFormat.Change(f, l);
        var tone = ProofFormat.IsBetter(f) switch { true => " better", false => " worse", _ => "" };
        var span = f.Scenarios is not null || f.Forecast is not null ? Scenarios(f) : f.AllEvidence is { } all ? Markup.Of($"A–E {Data(f.Path + ".all_evidence", all, Of(f, all))}") : f.Interval is { } i ? Interval(f, i) : Markup.Empty;
        var grades = f.AllEvidence is null ? Markup.Empty : new Markup(""" <span class="faint nowrap">A–C</span>""");
        return Markup.Of($"""
            <div><dt>{f.Name.In(l.Code)}{grades}</dt><dd class="value">{Value(f)}</dd><dd class="move{tone}">{change}</dd>{(span == Markup.Empty ? span : Markup.Of($"""<dd class="span">{span}</dd>"""))}</div>
            """);
    }

    private Markup Value(ProofFigure f) => Markup.Of($"{Data(f.Path, f.Value, Of(f, f.Value))}{Marks(f)}");

    private Markup Big(ProofFigure f)
    {
        var text = Of(f, f.Value);
        var fraction = l.Culture.NumberFormat.CurrencyDecimalSeparator + (f.Value ?? 0).ToString("F" + Exact(proof.Money.Decimals), CultureInfo.InvariantCulture).Split('.')[^1];
        var at = proof.Money.Decimals == 0 || f.Value is null ? -1 : text.LastIndexOf(fraction, StringComparison.Ordinal);
        var drawn = at < 0 ? Markup.Text(text) : Markup.Of($"""{text[..at]}<span class="minor">{fraction}</span>{text[(at + fraction.Length)..]}""");
        return Markup.Of($"""{Data(f.Path, f.Value, drawn)}{Marks(f)}""");
    }

    private Markup Scenarios(ProofFigure f) => f switch
    {
        { Forecast: { } ahead, Value: null } => Markup.Of($"{l.Pick("expected after", "erwartet nach")} {Data(f.Path + ".forecast", ahead, Of(f, ahead))}"),
        { Scenarios: { } s } when (s.Base ?? s.High) is not null => Markup.Of($"""<span class="nowrap">{l.Pick("base", "mittel")} {Data(f.Path + ".base", s.Base, Of(f, s.Base))}</span><span class="dot"> · </span><span class="nowrap">{l.Pick("high", "hoch")} {Data(f.Path + ".high", s.High, Of(f, s.High))}</span>"""),
        _ => Markup.Empty,
    };

    private Markup Interval(ProofFigure f, ProofRange i) => Markup.Of($"{Data(f.Path + ".interval.low", i.Low, Of(f, i.Low))} – {Data(f.Path + ".interval.high", i.High, Of(f, i.High))}");

    private static Markup Marks(ProofFigure f) => f.Value is null || (!f.LowSample && !f.Provisional) ? Markup.Empty : Markup.Of($"""<span class="mark">{(f.LowSample ? "†" : "")}{(f.Provisional ? "°" : "")}</span>""");

    private string Of(ProofFigure f, decimal? value) => ProofFormat.Value(f, value, l, proof);

    private Markup Trend()
    {
        var known = proof.Trend.Where(m => m.Value is not null).ToArray();
        if (known.Length < 2)
            return new Markup("""<div class="trend"></div>""");
        var top = Math.Max(0, known.Max(m => m.Value!.Value));
        var bottom = Math.Min(0, known.Min(m => m.Value!.Value));
        var height = top - bottom == 0 ? 1 : top - bottom;
        var step = 100m / proof.Trend.Count;
        var zero = top / height * 58;
        var bars = proof.Trend.Select((m, i) => m.Value is not { } value ? Markup.Empty : Markup.Of(
            $"""<rect class="{(value < 0 ? "under" : i == proof.Trend.Count - 1 ? "now" : "before")}" x="{Exact(i * step + step * .14m)}" width="{Exact(step * .72m)}" y="{Exact(value > 0 ? zero - value / height * 58 : zero)}" height="{Exact(Math.Max(.6m, Math.Abs(value) / height * 58))}"><title>{l.Month(m.Month)}: {ProofFormat.Value(MetricUnit.Money, value, l, proof)}</title></rect>"""));
        return Markup.Of($"""
            <figure class="trend"><p class="label">{proof.Find("net_value")?.Name.In(l.Code)}, {l.Count(proof.Trend.Count)} {l.Pick("months", "Monate")}</p><svg viewBox="0 0 100 58" preserveAspectRatio="none" role="img" aria-label="{proof.Find("net_value")?.Name.In(l.Code)}">{Markup.Join(bars)}<line x1="0" x2="100" y1="{Exact(zero)}" y2="{Exact(zero)}" stroke-width="1" vector-effect="non-scaling-stroke"/></svg><figcaption class="axis"><span>{Short(proof.Trend[0].Month)}</span><span>{Short(proof.Trend[^1].Month)}</span></figcaption></figure>
            """);
    }

    private Markup Row(string path, long minor, string name, string tone = "")
    {
        var amount = new Amount(minor, proof.Currency);
        return Markup.Of($"""<tr class="{tone}"><th scope="row">{name}</th><td>{Data("reconciliation.total." + path, amount.AsMoney!.Value.ToMajor(), l.Money(amount))}</td></tr>""");
    }

    private static Markup List(IReadOnlyList<ProofPoint> points, ReportLanguage l, string none) => points.Count == 0
        ? Markup.Of($"""<p class="soft">{none}</p>""")
        : Markup.Of($"""<ul>{Markup.Join(points.Select(p => Markup.Of($"""<li>{p.Text.In(l.Code)}</li>""")))}</ul>""");

    private Markup List(IReadOnlyList<ProofPoint> points, string none) => List(points, l, none);

    private Markup Assumption(ProofAssumption a)
    {
        var (value, low, high) = (Assumed(a, a.Value), Assumed(a, a.Low), Assumed(a, a.High));
        var range = a.Low == a.High ? Markup.Empty : Markup.Of($" ({Data($"assumptions.{a.Id}.low", a.Low, low)}–{Data($"assumptions.{a.Id}.high", a.High, high)})");
        var state = a.Unset ? Markup.Of($"""<span class="unset">{l.Pick("not agreed", "nicht vereinbart")}</span>""") : Markup.Of($"v{Data($"assumptions.{a.Id}.version", a.Version, l.Count(a.Version))}{(a.Approver is { } by ? Markup.Of($" <bdi>{by}</bdi>") : Markup.Empty)}");
        return Markup.Of($"""<span>{a.Name.In(l.Code)} {Data($"assumptions.{a.Id}", a.Value, value)}{range} {state}</span>""");
    }

    private string Assumed(ProofAssumption a, decimal value) => a.Unit switch
    {
        "share" => l.Share(value, 0),
        _ when a.Unit.StartsWith("money", StringComparison.Ordinal) => l.Money(value, proof.Money),
        _ => l.Number(value, 1),
    };

    private string GradeName(Evidence grade) => grade switch
    {
        Model.Evidence.A => l.Pick("paid in chat", "im Chat bezahlt"),
        Model.Evidence.B => l.Pick("click id on order", "Klick-ID an Bestellung"),
        Model.Evidence.C => l.Pick("same person, click", "gleiche Person, Klick"),
        Model.Evidence.D => l.Pick("same person, conversation", "gleiche Person, Gespräch"),
        _ => l.Pick("tag or coupon only", "nur Tag oder Gutschein"),
    };

    private string Short(YearMonth month) => month.OnDayOfMonth(1).ToDateOnly().ToString("MMM", l.Culture);

    private static string Class(ProofGrade grade) => "g" + grade.Grade.ToString().ToLowerInvariant();

    private static Markup Data(string path, decimal? value, string text) => Data(path, value, Markup.Text(text));

    private static Markup Data(string path, decimal? value, Markup text) => value is { } known
        ? Markup.Of($"""<data value="{Exact(known)}" data-figure="{path}">{text}</data>""")
        : Markup.Of($"""<data value="" data-figure="{path}">{text}</data>""");

    private static string Exact(decimal value) => value.ToString("0.############", CultureInfo.InvariantCulture);
}
