using Beleg.Reports.Copy;

namespace Beleg.Reports.Findings;

/// <summary>How many are lost at a place: who never left a step, or, where the place is no step, who did not react to the message.</summary>
/// <param name="Lost">How many.</param>
/// <param name="Total">Of how many.</param>
/// <param name="AtStep">Whether they stayed at a step of a flow.</param>
/// <param name="IsOpener">Whether it is the first one.</param>
/// <param name="Rows">Reads them.</param>
internal sealed record ReportedLoss(long Lost, long Total, bool AtStep, bool IsOpener, Func<FindingScene, int, IReadOnlyList<FindingRow>> Rows)
{
    public decimal Share => Total == 0 ? 0 : (decimal)Lost / Total;

    /// <summary>The loss at a place; null at the last step of a flow, where nobody can be lost, and where nothing is known.</summary>
    public static ReportedLoss? Of(FindingScene scene, CopyPlace place)
    {
        if (scene.Steps.FirstOrDefault(s => s.Is(place)) is { } step)
            return new ReportedLoss(step.Stuck, step.Visits, true, step.IsOpener, step.Rows);
        if (place is { Step: not null, Flow: not null } && scene.Steps.Any(s => s.Flow == place.Flow))
            return null;
        return scene.Places.FirstOrDefault(p => p.Place == place) is { Delivered: > 0 } found
            ? new ReportedLoss(found.Delivered - found.Reacted, found.Delivered, false, false, (at, most) => found.Rows(at, most))
            : null;
    }

    /// <summary>What happened there, as a sentence says it.</summary>
    public string Says(ReportLanguage l) => AtStep
        ? l.Pick($"{l.Count(Lost)} of {l.Count(Total)} ({l.Share(Share)}) went no further", $"{l.Count(Lost)} von {l.Count(Total)} ({l.Share(Share)}) gingen nicht weiter")
        : l.Pick($"{l.Count(Lost)} of {l.Count(Total)} ({l.Share(Share)}) did not react", $"{l.Count(Lost)} von {l.Count(Total)} ({l.Share(Share)}) reagierten nicht");
}
