using Beleg.Metrics;
using static Beleg.Reports.ProofPacks.ProofMarks;

namespace Beleg.Reports.ProofPacks;

/// <summary>What a proof's page says in words: wins, experiments and commentary, side by side.</summary>
internal sealed class ProofPageWords(ProofSnapshot proof, ReportLanguage l, ProofThrift thrift = default)
{
    public Markup Columns() => Markup.Of($"""
        <section class="words">
        <div><h2>{l.Pick("Wins", "Erfolge")}</h2>{List(proof.Wins.Take(Count("wins", thrift.Entries)).Select(Win), l.Pick("None that the numbers support.", "Keine, die die Zahlen tragen."))}</div>
        <div><h2>{l.Pick("Next experiments", "Nächste Experimente")}</h2>{List(proof.Experiments.Take(Count("experiments", thrift.Entries)).Select(Experiment), proof.CutOff is null ? l.Pick("None before the first figures.", "Keine vor den ersten Zahlen.") : l.Pick("None in this proof.", "Keine in diesem Nachweis."))}</div>
        <div><h2>{l.Pick("Commentary", "Kommentar")}</h2>{List(proof.Commentary.Take(Count("commentary", thrift.Comments)).Select(Comment), l.Pick("Nothing to say yet.", "Noch nichts zu sagen."))}{Restated()}</div>
        </section>
        """);

    private string Said(Words words) => Whole(words.In(l.Code));

    // A line may break after a minus: joined to what it belongs to, it stays there.
    private static string Whole(string text) => text.Replace("−", "−\u2060", StringComparison.Ordinal);

    private static Markup List(IEnumerable<Markup> entries, string none) =>
        entries.ToArray() is { Length: > 0 } all ? Markup.Of($"<ol>{Markup.Join(all)}</ol>") : Markup.Of($"""<p class="soft">{none}</p>""");

    // What a person wrote stands there, however many words the rest has.
    private int Count(string list, int most) => proof.Edits.Select(e => ProofPlace.Find(e.Place)).Where(p => p?.List == list).Select(p => p!.Number).Append(most).Max();

    private bool IsWritten(string list, int place, string line) => proof.Edits.Any(e => e.Place == new ProofPlace(list, place + 1, line).Name);

    private Markup Win(ProofPoint win, int place) => Markup.Of($"""
        <li><p class="said">{Said(win.Text)}</p>{(win.Business?.In(l.Code) is { Length: > 0 } business && (thrift.Business || IsWritten("wins", place, "business")) ? Markup.Of($"""<p class="means">{Whole(business)}</p>""") : Markup.Empty)}</li>
        """);

    private Markup Experiment(ProofExperiment e, int place) => Markup.Of($"""
        <li><p class="said">{Said(e.Hypothesis)}</p>{(thrift.Targets || IsWritten("experiments", place, "target") ? Markup.Of($"""<p class="target">{Said(e.Target)}</p>""") : Markup.Empty)}<p class="means">{Said(e.Payback)}</p></li>
        """);

    private Markup Comment(ProofComment c) => Markup.Of($"""
        <li class="{c.Kind.ToString().ToLowerInvariant()}"><p class="said"><b class="kind">{c.Kind switch { ProofCommentKind.Trend => l.Pick("Trend", "Trend"), ProofCommentKind.Outlook => l.Pick("Ahead", "Ausblick"), ProofCommentKind.Risk => l.Pick("Risk", "Risiko"), _ => l.Pick("Decide", "Entscheiden") }}</b> {Said(c.Text)}</p></li>
        """);

    private Markup Restated() => proof.Restated.Count == 0 ? Markup.Empty : Markup.Of($"""
        <p class="restated"><b>{l.Pick("Restated", "Berichtigt")}</b> {Restated(proof.Restated[0])}{(proof.Restated.Count > 1 ? Markup.Of($" +{l.Count(proof.Restated.Count - 1)}") : Markup.Empty)}</p>
        """);

    private Markup Restated(ProofRestatement r) => Markup.Of(
        $"{l.Month(r.Month)}, {r.Name.In(l.Code)}: {Data("restated.0.was", r.Was, ProofFormat.Value(r.Unit, r.Was, l, proof))} › {Data("restated.0.is", r.Is, ProofFormat.Value(r.Unit, r.Is, l, proof))}");
}
