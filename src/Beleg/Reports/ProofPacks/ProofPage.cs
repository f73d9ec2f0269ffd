using System.Globalization;
using Beleg.Metrics;
using static Beleg.Reports.ProofPacks.ProofMarks;

namespace Beleg.Reports.ProofPacks;

/// <summary>The upper half of a proof's page: what came of it, how it went, and the four pillars.</summary>
internal sealed class ProofPage(ProofSnapshot proof, ReportLanguage l)
{
    private const int MostChannels = 4;

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

    public string Channels() => string.Join(", ", proof.Channels.Take(MostChannels).Select(c => ChannelNames.GetValueOrDefault(c, c)))
        + (proof.Channels.Count > MostChannels ? " +" + l.Count(proof.Channels.Count - MostChannels) : "");

    /// <summary>Net value, what it means, and how it went.</summary>
    public Markup Lead()
    {
        var net = proof.Find("net_value");
        var text = ProofFormat.Value(MetricUnit.Money, net?.Value, l, proof);
        var size = text.Length > 16 ? " longer" : text.Length > 12 ? " long" : "";
        var key = proof.Figures.Where(f => f.Group == "headline" && f != net).Select(f => Markup.Of($"""
            <div><dt>{f.Name.In(l.Code)}</dt><dd>{Value(f)}</dd>{(f is { Value: null, Forecast: not null } ? Markup.Of($"<dd class=\"range\">{Beside(f)}</dd>") : Markup.Empty)}</div>
            """));
        return Markup.Of($"""
            <section class="lead">
            <div class="hero{size}"><p class="label">{net?.Name.In(l.Code)}, {l.Pick("cautious", "vorsichtig")}</p><p class="big">{(net is null ? Markup.Text(ReportLanguage.None) : Big(net))}</p><p class="range">{(net is null ? Markup.Empty : Beside(net))}</p></div>
            <dl class="key">{Markup.Join(key)}</dl>
            {Trend()}
            </section>
            """);
    }

    public Markup Pillars() => Markup.Of($"""<section class="pillars">{Markup.Join(ProofLayout.Pillars.Select(Pillar))}</section>""");

    private Markup Pillar(ProofPillar pillar) => Markup.Of($"""
        <article><h2>{pillar.Name.In(l.Code)}</h2><dl>{Markup.Join(pillar.Shown(proof).Select(Figure))}</dl></article>
        """);

    private Markup Figure(ProofFigure f)
    {
        var value = Of(f, f.Value);
        var change = ProofFormat.Change(f, l);
        var tone = ProofFormat.IsBetter(f) switch { true => " better", false => " worse", _ => "" };
        var under = Under(f);
        return Markup.Of($"""
            <div class="kpi{(value.Length > 18 ? " longer" : value.Length > 11 ? " long" : "")}"><dt>{f.Name.In(l.Code)}</dt><dd class="value">{Value(f)}</dd>{(change is null ? Markup.Empty : Markup.Of($"""<dd class="move{tone}">{change}</dd>"""))}{(under == Markup.Empty ? under : Markup.Of($"""<dd class="span">{under}</dd>"""))}</div>
            """);
    }

    // What stands under a figure: its 95 % interval, or its ends; and the one that must not be read without another stands beside it.
    private Markup Under(ProofFigure f) => f switch
    {
        { Scenarios: { Low: { } low, High: { } high } } when low != high => Ends(f, (".value", low), (".high", high)),
        { AllEvidence: { } all } when all != f.Value => Markup.Of($"A–E {Data(f.Path + ".all_evidence", all, Of(f, all))}"),
        { Metric: "containment_rate" } when proof.Find("abandonment_rate") is { Value: { } left } silent => Markup.Of($"{Interval(f)}, {silent.Name.In(l.Code).ToLower(l.Culture)} {Data(silent.Path, left, Of(silent, left))}"),
        { Path: ProofExtra.WithChat } when proof.FindPath(ProofExtra.WithoutChat) is { Value: { } rest } without => Markup.Of($"{Interval(f)}, {l.Pick("without", "ohne")} {Data(without.Path, rest, Of(without, rest))}"),
        _ => Interval(f),
    };

    private Markup Interval(ProofFigure f) => f.Interval is { } i ? Ends(f, (".interval.low", i.Low), (".interval.high", i.High)) : Markup.Empty;

    private Markup Ends(ProofFigure f, (string Path, decimal Value) low, (string Path, decimal Value) high) =>
        Markup.Of($"""<span class="nowrap">{Data(f.Path + (low.Path == ".value" ? "" : low.Path), low.Value, Of(f, low.Value))}–</span>{Data(f.Path + high.Path, high.Value, Of(f, high.Value))}""");

    private Markup Value(ProofFigure f) => Markup.Of($"{Data(f.Path, f.Value, Of(f, f.Value))}{Signs(f)}");

    private Markup Big(ProofFigure f)
    {
        var text = Of(f, f.Value);
        var fraction = l.Culture.NumberFormat.CurrencyDecimalSeparator + (f.Value ?? 0).ToString("F" + Exact(proof.Money.Decimals), CultureInfo.InvariantCulture).Split('.')[^1];
        var at = proof.Money.Decimals == 0 || f.Value is null ? -1 : text.LastIndexOf(fraction, StringComparison.Ordinal);
        var drawn = at < 0 ? Markup.Text(text) : Markup.Of($"""{text[..at]}<span class="minor">{fraction}</span>{text[(at + fraction.Length)..]}""");
        return Markup.Of($"""{Data(f.Path, f.Value, drawn)}{Signs(f)}""");
    }

    private Markup Beside(ProofFigure f) => f switch
    {
        { Forecast: { } ahead, Value: null } => Markup.Of($"{l.Pick("expected after", "erwartet nach")} {Data(f.Path + ".forecast", ahead, Of(f, ahead))}"),
        { Scenarios: { } s } when (s.Base ?? s.High) is not null && (s.Base != f.Value || s.High != f.Value) => Markup.Of($"""<span class="nowrap">{l.Pick("base", "mittel")} {Data(f.Path + ".base", s.Base, Of(f, s.Base))}</span><span class="dot">, </span><span class="nowrap">{l.Pick("high", "hoch")} {Data(f.Path + ".high", s.High, Of(f, s.High))}</span>"""),
        _ => Markup.Empty,
    };

    private string Of(ProofFigure f, decimal? value) => ProofFormat.Value(f, value, l, proof);

    private Markup Trend()
    {
        var known = proof.Trend.Where(m => m.Value is not null).ToArray();
        if (known.Length < 2)
            return new Markup("""<div class="trend"></div>""");
        var top = Math.Max(0, known.Max(m => m.Value!.Value));
        var bottom = Math.Min(0, known.Min(m => m.Value!.Value));
        var height = top - bottom == 0 ? 1 : top - bottom;
        var step = 1m / proof.Trend.Count;
        var zero = top / height;
        var bars = proof.Trend.Select((m, i) => m.Value is not { } value ? Markup.Empty : Markup.Of(
            $"""<rect class="{(value < 0 ? "under" : i == proof.Trend.Count - 1 ? "now" : "before")}" x="{Per(i * step + step * .14m)}" width="{Per(step * .72m)}" y="{Per(value > 0 ? zero - value / height : zero)}" height="{Per(Math.Max(.01m, Math.Abs(value) / height))}"><title>{l.Month(m.Month)}: {ProofFormat.Value(MetricUnit.Money, value, l, proof)}</title></rect>"""));
        var name = proof.Find("net_value")?.Name.In(l.Code);
        return Markup.Of($"""
            <figure class="trend"><p class="label">{l.Pick("By month", "Nach Monaten")}</p><svg role="img" aria-label="{name}: {string.Join(", ", known.Select(m => $"{l.Month(m.Month)} {ProofFormat.Value(MetricUnit.Money, m.Value, l, proof)}"))}">{Markup.Join(bars)}<line x1="0" x2="100%" y1="{Per(zero)}" y2="{Per(zero)}"/></svg><figcaption class="axis"><span>{l.MonthTick(proof.Trend[0].Month)}</span><span>{l.MonthTick(proof.Trend[^1].Month)}</span></figcaption></figure>
            """);
    }
}
