using Beleg.Ledger;
using Beleg.Metrics;
using Beleg.Metrics.Calculations;
using Beleg.Reports.Growth;

namespace Beleg.Reports.Books;

/// <summary>Assumptions by the names people use: those the product knows by its own words, any other by the words its key is made of.</summary>
public static class AssumptionWords
{
    private const string Baseline = "baseline";

    private static readonly Dictionary<string, Words> known = new(StringComparer.Ordinal)
    {
        [ProgrammeValues.HoursSaved] = new("Hours saved a week", "Gesparte Stunden je Woche"),
        [BookedScope.Assumption] = new("Tier of the retainer that is booked: 1, 2 or 3", "Gebuchte Stufe des Retainers: 1, 2 oder 3"),
    };

    static AssumptionWords()
    {
        foreach (var definition in AssumptionDefinition.All.Concat([AssumptionDefinition.ScopeExtension, AssumptionDefinition.RecoverableShare]))
            known[definition.Id] = new Words(definition.English, definition.German);
    }

    /// <summary>The name of an assumption.</summary>
    /// <param name="id">Its key, such as <c>contribution_margin</c>, <c>hours_saved_per_week:refill</c> or <c>baseline:conversion_rate</c>.</param>
    public static Words Of(string id) => known.GetValueOrDefault(id) ?? id.Split(':', 3) switch
    {
        [ProgrammeValues.HoursSaved, var flow] => new($"Hours saved a week by {flow}", $"Durch {flow} gesparte Stunden je Woche"),
        [Baseline, var metric, var flow] when NameOf(metric) is { } name => new($"{name.En} before the programme, {flow}", $"{name.De} vor dem Programm, {flow}"),
        [Baseline, var metric] when NameOf(metric) is { } name => new($"{name.En} before the programme", $"{name.De} vor dem Programm"),
        _ => Spelled(id),
    };

    private static Words? NameOf(string metric) => MetricCatalogue.Default.Find(metric)?.Name;

    // Nobody described it: the key's own words are all there is.
    private static Words Spelled(string id)
    {
        var words = id.Replace('_', ' ').Replace('-', ' ').Replace(":", ": ", StringComparison.Ordinal).Trim();
        var text = words.Length == 0 ? id : char.ToUpperInvariant(words[0]) + words[1..];
        return new Words(text, text);
    }
}
