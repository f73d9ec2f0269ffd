using static Beleg.Reports.ProofPacks.ProofMarks;

namespace Beleg.Reports.ProofPacks;

/// <summary>What a proof's page says in words: wins, experiments and commentary, side by side.</summary>
internal sealed class ProofPageWords(ProofSnapshot proof, ReportLanguage l)
{
    public Markup Columns() => Markup.Of($"""
        <section class="words">
        <div><h2>{l.Pick("Wins", "Erfolge")}</h2>{List(proof.Wins.Select(Win), l.Pick("None that the numbers support.", "Keine, die die Zahlen tragen."))}</div>
        <div><h2>{l.Pick("Next experiments", "Nächste Experimente")}</h2>{List(proof.Experiments.Select(Experiment), l.Pick("None before the first figures.", "Keine vor den ersten Zahlen."))}</div>
        <div><h2>{l.Pick("Commentary", "Kommentar")}</h2>{List(proof.Commentary.Select(Comment), l.Pick("Nothing to say yet.", "Noch nichts zu sagen."))}{Restated()}</div>
        </section>
        """);

    private static Markup List(IEnumerable<Markup> entries, string none) =>
        entries.ToArray() is { Length: > 0 } all ? Markup.Of($"<ol>{Markup.Join(all)}</ol>") : Markup.Of($"""<p class="soft">{none}</p>""");

    private Markup Win(ProofPoint win) => Markup.Of($"""
        <li><p class="said">{win.Text.In(l.Code)}</p>{(win.Business?.In(l.Code) is { Length: > 0 } business ? Markup.Of($"""<p class="means">{business}</p>""") : Markup.Empty)}</li>
        """);

    private Markup Experiment(ProofExperiment e) => Markup.Of($"""
        <li><p class="said">{e.Hypothesis.In(l.Code)}</p><p class="target">{e.Target.In(l.Code)}</p><p class="means">{e.Payback.In(l.Code)}</p></li>
        """);

    private Markup Comment(ProofComment c) => Markup.Of($"""
        <li class="{c.Kind.ToString().ToLowerInvariant()}"><p class="said"><b class="kind">{c.Kind switch { ProofCommentKind.Trend => l.Pick("Trend", "Trend"), ProofCommentKind.Risk => l.Pick("Risk", "Risiko"), _ => l.Pick("Decide", "Entscheiden") }}</b> {c.Text.In(l.Code)}</p></li>
        """);

    private Markup Restated() => proof.Restated.Count == 0 ? Markup.Empty : Markup.Of($"""
        <p class="restated"><b>{l.Pick("Restated", "Berichtigt")}</b> {Restated(proof.Restated[0])}{(proof.Restated.Count > 1 ? Markup.Of($" +{l.Count(proof.Restated.Count - 1)}") : Markup.Empty)}</p>
        """);

    private Markup Restated(ProofRestatement r) => Markup.Of(
        $"{l.Month(r.Month)}, {r.Name.In(l.Code)}: {Data("restated.0.was", r.Was, ProofFormat.Value(r.Unit, r.Was, l, proof))} › {Data("restated.0.is", r.Is, ProofFormat.Value(r.Unit, r.Is, l, proof))}");
}
