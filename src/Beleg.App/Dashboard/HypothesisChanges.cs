using Beleg.App.Dashboard.Language;
using Beleg.Metrics;
using Beleg.Sources;
using NodaTime;

namespace Beleg.App.Dashboard;

/// <summary>What a version of a hypothesis changed in the one before: whoever moved a target is seen to have moved it.</summary>
internal static class HypothesisChanges
{
    /// <summary>Each thing that changed, as "Target: 12% → 15%"; empty where only the reason was written again.</summary>
    /// <param name="before">The version before.</param>
    /// <param name="after">The version.</param>
    /// <param name="tongue">Language.</param>
    /// <param name="writes">Writes values in their unit.</param>
    public static IReadOnlyList<string> Of(HypothesisPayload before, HypothesisPayload after, Tongue tongue, FigureText writes)
    {
        string Day(LocalDate? day) => day is { } known ? Print.Day(tongue, known) : Print.None;
        // A value of another metric is written in that metric's unit.
        string Value(HypothesisPayload version, decimal? value) => writes.Value(MetricCatalogue.Default.Find(version.MetricId)?.Unit ?? MetricUnit.Ratio, value);
        (Phrase Name, string Before, string After)[] lines =
        [
            Statement(before, after, tongue),
            (Texts.Metric, NameOf(before, tongue), NameOf(after, tongue)),
            (Texts.Baseline, Value(before, before.Baseline), Value(after, after.Baseline)),
            (Texts.BaselineDay, Day(before.From), Day(after.From)),
            (Texts.TargetHead, Value(before, before.Target), Value(after, after.Target)),
            (Texts.DueHead, Day(before.Due), Day(after.Due)),
            (Texts.Owner, before.Owner ?? Print.None, after.Owner ?? Print.None),
            (Texts.State, tongue[before.Closed ? Texts.ClosedTag : Texts.WatchedTag], tongue[after.Closed ? Texts.ClosedTag : Texts.WatchedTag]),
        ];
        return [.. lines.Where(line => line.Before != line.After).Select(line => $"{tongue[line.Name]}: {line.Before} → {line.After}")];
    }

    private static string NameOf(HypothesisPayload version, Tongue tongue) => MetricCatalogue.Default.Find(version.MetricId)?.Name.In(tongue.Code) ?? version.MetricId;

    // The sentence as it is read; where only that of the other language was written anew, that one.
    private static (Phrase Name, string Before, string After) Statement(HypothesisPayload before, HypothesisPayload after, Tongue tongue)
    {
        var (then, now) = (Words.Said(before.Statement, before.StatementDe), Words.Said(after.Statement, after.StatementDe));
        var read = then.In(tongue.Code) == now.In(tongue.Code) ? Tongue.All.First(other => other != tongue) : tongue;
        return (Texts.Statement, Quoted(then.In(read.Code), read), Quoted(now.In(read.Code), read));
    }

    private static string Quoted(string statement, Tongue tongue) => tongue == Tongue.German ? $"„{statement}“" : $"“{statement}”";
}
