using System.Collections.Frozen;
using Beleg.Reports.Growth;

namespace Beleg.App.Security;

/// <summary>
/// Which report each address belongs to: the one place where that is said. What does not stand here is part of every tier. Tests hold that
/// every report has its addresses and every address exists.
/// </summary>
internal static class ReportPages
{
    private const string Page = "/w/{workspace}/";
    private const string Api = "/api/{workspace}/";

    private static readonly FrozenDictionary<string, ReportSection> lines = new (ReportSection Section, string[] Lines)[]
    {
        (ReportSection.Proof, [$"GET {Page}proof", $"GET {Page}proof/{{month}}", $"GET {Page}proof/{{month}}/pdf", $"GET {Api}reports/proof-pack/{{file}}"]),
        (ReportSection.Quality, [$"GET {Page}quality", $"GET {Api}quality"]),
        (ReportSection.Cases, [$"GET {Page}cases", $"GET {Api}cases"]),
        (ReportSection.Findings, [$"GET {Page}findings", $"GET {Page}findings/{{rule}}", $"GET {Api}findings"]),
        (ReportSection.Experiments,
        [
            $"GET {Page}experiments", $"GET {Page}experiments/{{id}}", $"GET {Page}experiments/{{id}}/contacts",
            $"GET {Api}experiments", $"GET {Api}experiments/{{id}}", $"GET {Api}experiments/{{id}}/assignment", $"POST {Api}experiments/power", $"GET {Api}lift", $"GET {Api}comparison",
        ]),
        (ReportSection.Sensitivity, [$"GET {Page}sensitivity", $"GET {Api}sensitivity"]),
        (ReportSection.Forecast, [$"GET {Page}outlook", $"GET {Api}forecast"]),
        (ReportSection.Growth, [$"GET {Page}growth", $"GET {Api}growth"]),
    }.SelectMany(group => group.Lines.Select(line => KeyValuePair.Create(line, group.Section))).ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Every line, by "GET /address".</summary>
    public static IReadOnlyDictionary<string, ReportSection> Lines => lines;

    /// <summary>What people do together and no page shows.</summary>
    public static IReadOnlyList<ReportSection> Talks { get; } = [ReportSection.QuarterlyReview, ReportSection.YearlyReview];

    /// <summary>The report of an address; null where it belongs to none.</summary>
    /// <param name="method">The request's method.</param>
    /// <param name="pattern">The pattern of the address, as it is mapped.</param>
    public static ReportSection? Of(string method, string? pattern) => pattern is not null && lines.TryGetValue($"{method} {pattern}", out var section) ? section : null;

    /// <summary>The report that a request asks for; null where it asks for none.</summary>
    public static ReportSection? Of(HttpContext http) => Of(http.Request.Method, (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText);

    /// <summary>The report of a page of a workspace; null where it belongs to none.</summary>
    /// <param name="page">Its own part of the address, such as findings.</param>
    public static ReportSection? OfPage(string page) => Of("GET", Page + page);

    /// <summary>The lowest tier that a report belongs to.</summary>
    public static RetainerTier LeastTier(ReportSection section) => Enum.GetValues<RetainerTier>().First(tier => ReportScope.Of(tier).Contains(section));
}
