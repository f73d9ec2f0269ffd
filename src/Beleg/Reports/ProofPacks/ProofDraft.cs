using Beleg.Metrics;
using Beleg.State;

namespace Beleg.Reports.ProofPacks;

/// <summary>A proof as it is worked on: what the numbers drafted, and what people wrote over it.</summary>
public static class ProofDraft
{
    /// <summary>The proof with the edits that hold; each is kept beside what was drafted in its place.</summary>
    /// <param name="drafted">As the numbers drafted it.</param>
    /// <param name="edits">The edits that hold, one a place.</param>
    public static ProofSnapshot Apply(ProofSnapshot drafted, IReadOnlyList<ProofEdit> edits)
    {
        var proof = drafted;
        var kept = new List<ProofEditedText>();
        // In the order of the page, so that the third entry follows the second.
        foreach (var place in ProofPlace.All)
        {
            if (edits.LastOrDefault(e => e.Place == place.Name) is not { } edit)
                continue;
            var text = Words.Said(edit.En, edit.De);
            kept.Add(new ProofEditedText(place.Name, place.In(drafted), text, edit.Author, edit.MadeAt));
            proof = place.Write(proof, text);
        }

        return proof with { Edits = kept, Wins = [.. proof.Wins.Where(w => HasText(w.Text))], Experiments = [.. proof.Experiments.Where(e => HasText(e.Hypothesis))], Commentary = [.. proof.Commentary.Where(c => HasText(c.Text))] };
    }

    private static bool HasText(Words words) => words.En.Length > 0;
}
