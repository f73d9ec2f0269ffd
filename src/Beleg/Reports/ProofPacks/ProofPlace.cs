using System.Globalization;
using Beleg.Metrics;

namespace Beleg.Reports.ProofPacks;

/// <summary>A place in a proof where a person may write: which list, which entry of it, which line of that.</summary>
/// <param name="List">wins, experiments or commentary.</param>
/// <param name="Number">From 1.</param>
/// <param name="Line">text, business, hypothesis, target or payback.</param>
public sealed record ProofPlace(string List, int Number, string Line)
{
    /// <summary>A line that a person wrote has at most so many characters: with them the sheet still holds everything.</summary>
    public const int MaxLength = 120;

    private const int MostComments = 4;

    /// <summary>Every place there is, in the order of the page.</summary>
    public static IReadOnlyList<ProofPlace> All { get; } =
    [
        .. from number in Enumerable.Range(1, ProofPoints.Most) from line in new[] { "text", "business" } select new ProofPlace("wins", number, line),
        .. from number in Enumerable.Range(1, ProofPoints.Most) from line in new[] { "hypothesis", "target", "payback" } select new ProofPlace("experiments", number, line),
        .. from number in Enumerable.Range(1, MostComments) select new ProofPlace("commentary", number, "text"),
    ];

    /// <summary>wins.1.text</summary>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"{List}.{Number}.{Line}");

    /// <summary>The place of a name; null where there is none.</summary>
    public static ProofPlace? Find(string name) => All.FirstOrDefault(p => p.Name == name);

    /// <summary>What stands there; empty in both languages where nothing does.</summary>
    public Words In(ProofSnapshot proof) => (List, Line) switch
    {
        ("wins", "text") => At(proof.Wins)?.Text,
        ("wins", _) => At(proof.Wins)?.Business,
        ("experiments", "hypothesis") => At(proof.Experiments)?.Hypothesis,
        ("experiments", "target") => At(proof.Experiments)?.Target,
        ("experiments", _) => At(proof.Experiments)?.Payback,
        _ => At(proof.Commentary)?.Text,
    } ?? new Words("", "");

    /// <summary>The proof with a text in this place. A place after the last entry takes the next free one.</summary>
    internal ProofSnapshot Write(ProofSnapshot proof, Words text) => List switch
    {
        "wins" => proof with { Wins = Replace(proof.Wins, new ProofPoint("person", null, new Words("", "")), w => Line == "text" ? w with { Text = text } : w with { Business = text }) },
        "experiments" => proof with
        {
            Experiments = Replace(proof.Experiments, new ProofExperiment { Rule = "person", Hypothesis = new("", ""), Target = new("", ""), Payback = new("", "") },
                e => Line switch { "hypothesis" => e with { Hypothesis = text }, "target" => e with { Target = text }, _ => e with { Payback = text } }),
        },
        _ => proof with { Commentary = Replace(proof.Commentary, new ProofComment(ProofCommentKind.Decision, "person", new Words("", "")), c => c with { Text = text }) },
    };

    private T? At<T>(IReadOnlyList<T> list)
        where T : class => Number <= list.Count ? list[Number - 1] : null;

    private List<T> Replace<T>(IReadOnlyList<T> list, T empty, Func<T, T> change)
    {
        var entries = list.ToList();
        while (entries.Count < Number)
            entries.Add(empty);
        entries[Number - 1] = change(entries[Number - 1]);
        return entries;
    }
}
