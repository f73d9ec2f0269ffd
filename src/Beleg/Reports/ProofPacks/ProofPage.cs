using Beleg.Metrics;
using Beleg.Reports.Charts;
using static Beleg.Reports.ProofPacks.ProofMarks;

namespace Beleg.Reports.ProofPacks;

/// <summary>The upper half of a proof's page: what came of it, how it went, and the four pillars.</summary>
internal sealed class ProofPage(ProofSnapshot proof, ReportLanguage l, ProofThrift thrift = default)
{
    private static readonly Dictionary<string, string> ChannelNames = new()
    {
        ["whatsapp"] = "WhatsApp",
        ["messenger"] = "Messenger",
        ["instagram"] = "Instagram",
        ["telegram"] = "Telegram",
        ["webchat"] = "Webchat",
        ["email"] = "E-mail",
        ["push"] = "Push",
        ["sms"] = "SMS",
        ["voice"] = "Voice",
    };

    /// <summary>The size of type in which the page will most likely fit its sheet; printing makes sure.</summary>
    public int LikelySize(Paper paper)
    {
        var words = ProofPlace.All.Sum(p => p.In(proof).In(l.Code).Length);
        return Math.Clamp((words - 900) / 260, 0, ProofStyle.Sizes - 2) + (paper == Paper.Letter ? 1 : 0);
    }

    public string Channels() => string.Join(", ", proof.Channels.Take(thrift.Channels).Select(c => ChannelNames.GetValueOrDefault(c, c)))
        + (proof.Channels.Count > thrift.Channels ? " +" + l.Count(proof.Channels.Count - thrift.Channels) : "");

    /// <summary>Net value, what it means, and how it went.</summary>
    /// <param name="scale">Size of its type.</param>
    public Markup Lead(decimal scale)
    {
        var net = proof.Find("net_value");
        var text = ProofFormat.Value(MetricUnit.Money, net?.Value, l, proof);
        var length = text.Length + (net is { LowSample: true } or { Provisional: true } ? 1 : 0);
        var size = length > 16 ? " longer" : length > 11 ? " long" : "";
        // Three rows that all share: what it is, the number on one line of writing, what stands beside it.
        var key = proof.Figures.Where(f => f.Group == "headline" && f != net).Select(f => Markup.Of($"""
            <div><dt>{f.Name.In(l.Code)}</dt><dd class="num">{Value(f)}</dd>{(f is { Value: null, Forecast: not null } ? Markup.Of($"""<dd class="range">{Beside(f)}</dd>""") : Markup.Empty)}</div>
            """));
        return Markup.Of($"""
            <section class="lead{size}">
            <div class="hero"><p class="label">{net?.Name.In(l.Code)}, {l.Pick("cautious", "vorsichtig")}</p><p class="big">{(net is null ? Markup.Text(ReportLanguage.None) : Value(net))}</p><p class="range">{(net is null ? Markup.Empty : Beside(net))}</p></div>
            <dl class="key">{Markup.Join(key)}</dl>
            {Trend(scale)}
            </section>
            """);
    }

    public Markup Pillars() => Markup.Of($"""<section class="pillars">{Markup.Join(ProofLayout.Pillars.Select(Pillar))}</section>""");

    private Markup Pillar(ProofPillar pillar) => Markup.Of($"""
        <article><h2>{pillar.Name.In(l.Code)}</h2><dl>{Markup.Join(pillar.Shown(proof).Take(thrift.Figures).Select((figure, place) => Figure(figure, place)))}</dl></article>
        """);

    private Markup Figure(ProofFigure f, int place)
    {
        var value = Of(f, f.Value);
        var under = thrift.Spans(place) ? Under(f) : Markup.Empty;
        // The line beneath is there even where it is empty: the figures of all pillars stand in rows.
        return Markup.Of($"""
            <div class="kpi{(value.Length > 16 ? " longer" : value.Length > 11 ? " long" : "")}"><dt>{f.Name.In(l.Code)}</dt><dd class="value">{Value(f)}</dd><dd class="under">{Move(f)}{(under == Markup.Empty ? under : Markup.Of($"""<span class="span">{under}</span>"""))}</dd></div>
            """);
    }

    private Markup Move(ProofFigure f)
    {
        if (ProofFormat.Change(f, l) is not { } change)
            return Markup.Empty;
        var (number, unit) = ProofFormat.Parts(change);
        var tone = ProofFormat.IsBetter(f) switch { true => " better", false => " worse", _ => "" };
        return Markup.Of($"""<span class="move{tone}">{number}{(unit.Length > 0 ? Markup.Of($"""<span class="unit">{unit}</span>""") : Markup.Empty)}</span> """);
    }

    // What stands under a figure: its 95 % interval, or its ends; and the one that must not be read without another stands beside it.
    private Markup Under(ProofFigure f) => f switch
    {
        // What looks like nothing and is only not known, or not agreed, says so.
        { Metric: "avoided_support_cost", Value: 0 } when ProofUsed.WantsPrice(proof) => Markup.Text(l.Pick("no price agreed", "kein Preis vereinbart")),
        { Metric: "influenced_revenue", Value: 0 } when !HasOrders => Markup.Text(l.Pick("no orders connected", "keine Bestellungen angebunden")),
        { Scenarios: { Low: { } low, High: { } high } } when low != high => Ends(f, (".value", low), (".high", high)),
        { AllEvidence: { } all } when all != f.Value => Markup.Of($"A–E {Data(f.Path + ".all_evidence", all, Of(f, all))}"),
        { Metric: "containment_rate" } when proof.Find("abandonment_rate") is { Value: { } left } silent => Markup.Of($"{After(Interval(f))}{silent.Name.In(l.Code).ToLower(l.Culture)} {Data(silent.Path, left, Of(silent, left))}"),
        { Path: ProofExtra.WithChat } when proof.FindPath(ProofExtra.WithoutChat) is { Value: { } rest } without => Markup.Of($"{After(Interval(f))}{l.Pick("without", "ohne")} {Data(without.Path, rest, Of(without, rest))}"),
        _ => Interval(f),
    };

    private static Markup After(Markup first) => first == Markup.Empty ? first : Markup.Of($"{first}, ");

    // An interval that is written like its value says nothing.
    private Markup Interval(ProofFigure f) => f.Interval is { } i && (Of(f, i.Low) != Of(f, f.Value) || Of(f, i.High) != Of(f, f.Value)) ? Ends(f, (".interval.low", i.Low), (".interval.high", i.High)) : Markup.Empty;

    private Markup Ends(ProofFigure f, (string Path, decimal Value) low, (string Path, decimal Value) high) =>
        Markup.Of($"""<span class="nowrap">{Data(f.Path + (low.Path == ".value" ? "" : low.Path), low.Value, Of(f, low.Value))}–</span>{Data(f.Path + high.Path, high.Value, Of(f, high.Value))}""");

    private Markup Value(ProofFigure f) => Markup.Of($"{Data(f.Path, f.Value, Of(f, f.Value))}{Signs(f)}");

    private Markup Beside(ProofFigure f) => f switch
    {
        { Forecast: { } ahead, Value: null } => Markup.Of($"{l.Pick("expected after", "erwartet nach")} {Data(f.Path + ".forecast", ahead, Of(f, ahead))}"),
        { Metric: "net_value", Value: < 0 } when NothingCounts => Markup.Text(l.Pick("costs only: no value is agreed yet", "nur Kosten: noch kein Wert vereinbart")),
        { Scenarios: { High: { } most } s } when s.Base == f.Value && most != f.Value => Markup.Of($"""{l.Pick("high", "hoch")} {Data(f.Path + ".high", most, Of(f, most))}"""),
        { Scenarios: { } s } when (s.Base ?? s.High) is not null && (s.Base != f.Value || s.High != f.Value) => Markup.Of($"""<span class="nowrap">{l.Pick("base", "mittel")} {Data(f.Path + ".base", s.Base, Of(f, s.Base))}</span><span class="dot">, </span><span class="nowrap">{l.Pick("high", "hoch")} {Data(f.Path + ".high", s.High, Of(f, s.High))}</span>"""),
        _ => Markup.Empty,
    };

    private bool HasOrders => proof.Reconciliation.Total is { Orders: > 0 } or { Total: not 0 };

    // Nobody agreed a price, and no revenue is credited: the minus is what it costs.
    private bool NothingCounts => proof.Find("generated_value") is { Value: 0 } && proof.Assumptions.All(a => a is not { Id: "cost_per_human_contact", High: > 0 });

    private string Of(ProofFigure f, decimal? value) => ProofFormat.Value(f, value, l, proof);

    private Markup Trend(decimal scale) => ProofCharts.Trend(proof, scale) is not { } chart
        ? new Markup("""<div class="trend"></div>""")
        : Markup.Of($"""<figure class="trend"><p class="label">{l.Pick("Monthly", "Monatlich")}</p>{ChartSvg.Of(chart, l)}</figure>""");
}
