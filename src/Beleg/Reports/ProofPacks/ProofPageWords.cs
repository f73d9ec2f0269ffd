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
        <div><h2>{l.Pick("Commentary", "Kommentar")}</h2>{List(Points().Select(i => Comment(proof.Commentary[i])), l.Pick("Nothing to say yet.", "Noch nichts zu sagen."))}{Restated()}</div>
        </section>
        """);

    /// <summary>Whether what stands in a place of the proof stands on this page.</summary>
    public bool Shows(ProofPlace place) => place switch
    {
        { List: "commentary" } => Points().Contains(place.Number - 1),
        _ when place.Number > Count(place.List, thrift.Entries) => false,
        { Line: "business" } => thrift.Business || IsWritten("wins", place.Number - 1, "business"),
        { Line: "target" } => place.Number <= proof.Experiments.Count && ShowsTarget(proof.Experiments[place.Number - 1], place.Number - 1),
        _ => true,
    };

    // A line may break after a minus, and within 80-%: joined to what it belongs to, it stays there.
    private string Said(Words words) => words.In(l.Code).Replace("−", "−\u2060", StringComparison.Ordinal).Replace("-%", "-\u2060%", StringComparison.Ordinal);

    private static Markup List(IEnumerable<Markup> entries, string none) =>
        entries.ToArray() is { Length: > 0 } all ? Markup.Of($"<ol>{Markup.Join(all)}</ol>") : Markup.Of($"""<p class="soft">{none}</p>""");

    // What a person wrote stands there, however many words the rest has.
    private int Count(string list, int most) => proof.Edits.Select(e => ProofPlace.Find(e.Place)).Where(p => p?.List == list).Select(p => p!.Number).Append(most).Max();

    private bool IsWritten(string list, int place, string line) => proof.Edits.Any(e => e.Place == new ProofPlace(list, place + 1, line).Name);

    // The points there is room for, in the proof's order: what somebody has to decide first, then what may go wrong, then where it goes.
    private int[] Points() =>
    [
        .. Enumerable.Range(0, proof.Commentary.Count)
            .OrderByDescending(i => IsWritten("commentary", i, "text")).ThenBy(Again).ThenBy(i => Weight(proof.Commentary[i].Kind)).ThenBy(i => i)
            .Take(Math.Max(thrift.Comments, Enumerable.Range(0, proof.Commentary.Count).Count(i => IsWritten("commentary", i, "text")))).Order(),
    ];

    // A second point of a kind, and what lies ahead, which is the least sure: the fourth point, where there is room for one.
    private bool Again(int point) => proof.Commentary[point].Kind == ProofCommentKind.Outlook || proof.Commentary.Take(point).Any(c => c.Kind == proof.Commentary[point].Kind);

    private static int Weight(ProofCommentKind kind) => kind switch { ProofCommentKind.Decision => 0, ProofCommentKind.Risk => 1, ProofCommentKind.Trend => 2, _ => 3 };

    private Markup Win(ProofPoint win, int place) => Markup.Of($"""
        <li><p class="said">{Said(win.Text)}</p>{(win.Business is { } business && business.In(l.Code).Length > 0 && (thrift.Business || IsWritten("wins", place, "business")) ? Markup.Of($"""<p class="means">{Said(business)}</p>""") : Markup.Empty)}</li>
        """);

    private Markup Experiment(ProofExperiment e, int place) => Markup.Of($"""
        <li><p class="said">{Said(e.Hypothesis)}</p>{(ShowsTarget(e, place) && e.Target.In(l.Code).Length > 0 ? Markup.Of($"""<p class="target">{Said(e.Target)}</p>""") : Markup.Empty)}<p class="means">{Said(e.Payback)}</p></li>
        """);

    // What was agreed says what decides it; a proposal may leave that to the record.
    private bool ShowsTarget(ProofExperiment e, int place) => thrift.Targets || e.Experiment is not null || IsWritten("experiments", place, "target");

    private Markup Comment(ProofComment c) => Markup.Of($"""
        <li class="{c.Kind.ToString().ToLowerInvariant()}"><p class="said"><b class="kind">{c.Kind switch { ProofCommentKind.Trend => l.Pick("Trend", "Trend"), ProofCommentKind.Outlook => l.Pick("Ahead", "Ausblick"), ProofCommentKind.Risk => l.Pick("Risk", "Risiko"), _ => l.Pick("Decide", "Entscheiden") }}</b> {Said(c.Text)}</p></li>
        """);

    private Markup Restated() => proof.Restated.Count == 0 ? Markup.Empty : Markup.Of($"""
        <p class="restated"><b>{l.Pick("Restated", "Berichtigt")}</b> {Restated(proof.Restated[0])}{(proof.Restated.Count > 1 ? Markup.Of($" +{l.Count(proof.Restated.Count - 1)}") : Markup.Empty)}</p>
        """);

    private Markup Restated(ProofRestatement r) => Markup.Of(
        $"{l.Month(r.Month)}, {r.Name.In(l.Code)}: {Data("restated.0.was", r.Was, ProofFormat.Value(r.Unit, r.Was, l, proof))} › {Data("restated.0.is", r.Is, ProofFormat.Value(r.Unit, r.Is, l, proof))}");
}
