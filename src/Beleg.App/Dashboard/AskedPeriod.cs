using Beleg.App.Dashboard.Language;
using Beleg.App.Hosting;
using Beleg.Metrics;

namespace Beleg.App.Dashboard;

/// <summary>The question that a page's address asks: period, comparison, channel. What cannot be read is said, and the standing question asked instead.</summary>
public sealed record AskedPeriod(MetricRequest Request, IReadOnlyList<Period> Months, string? Mistake)
{
    private static readonly string[] words = ["month", "from", "to", "compare", "channel", "model", "basis", "entry_point", "campaign"];

    internal static AskedPeriod Of(PageRequest request, OpenWorkspace workspace)
    {
        var (months, standard, _) = Dashboard.Months.Of(workspace, null);
        var query = request.Http.Request.Query;
        // A month chosen from the list wins over days that the form carried along.
        var isMonth = request.Query("month") is not null;
        var said = query.Where(part => words.Contains(part.Key) && !(isMonth && part.Key is "from" or "to")).SelectMany(part => part.Value, (part, value) => KeyValuePair.Create(part.Key, value)).ToList();
        said.Add(KeyValuePair.Create("metrics", (string?)"flow_starts"));
        if (request.Query("compare") is null)
            said.Add(KeyValuePair.Create("compare", (string?)"previous"));
        var problems = MetricRequestReader.TryRead(said, MetricCatalogue.Default, standard, out var asked);
        asked ??= new MetricRequest { Metrics = [MetricCatalogue.Default.Find("flow_starts")!], Period = standard, Compare = Comparison.Previous };
        return new AskedPeriod(asked, months, problems.Count == 0 ? null : request.Tongue.Say(Texts.CannotAnswer, string.Join(' ', problems)));
    }
}
