using System.Globalization;
using System.Text.RegularExpressions;
using Beleg.App.Acts;
using Beleg.App.Hosting;
using Beleg.Primitives;
using Beleg.Reports.Experiments;
using Beleg.Reports.Findings;

namespace Beleg.App.Dashboard;

/// <summary>What stands in the form of an experiment: what somebody typed, or what a finding proposes.</summary>
internal static partial class ExperimentDrafts
{
    private const int RowsThatTell = 200;
    private const int LongestKey = 60;
    private const decimal Percent = 100;

    /// <summary>What somebody typed; parts are given in per cent.</summary>
    /// <exception cref="UserErrorException">A field cannot be read.</exception>
    public static NewExperiment Of(PageRequest request)
    {
        var holds = request.Field("kind") == "hold_out";
        return new NewExperiment(request.Optional("key"), request.Optional("hypothesis"), request.Optional("metric"))
        {
            HypothesisDe = request.Optional("hypothesis_de"),
            Flow = request.Optional("flow"),
            Campaign = request.Optional("campaign"),
            HoldOut = holds ? (request.Number("hold_share") ?? 10) / Percent : null,
            Arms = holds ? null : List(request.Field("arms")),
            Weights = holds ? null : List(request.Field("weights"))?.Select(part => Fields.Number(part, "weights", Language.Tongue.English) / Percent).ToArray(),
            Guardrails = [.. request.Http.Request.Form["guardrails"].OfType<string>()],
            LeastEffect = request.Number("least_effect") / Percent,
            Rule = request.Optional("rule"),
            Starts = request.Day("starts"),
            Ends = request.Day("ends"),
            Gain = request.Number("gain"),
            Effort = request.Number("effort"),
            Owner = request.Optional("owner"),
            Finding = request.Optional("finding"),
            Supersedes = request.Optional("supersedes"),
        };
    }

    /// <summary>An empty form, or one that a finding fills: <c>?rule=…&amp;subject=…</c> with the days it was found in.</summary>
    public static async Task<NewExperiment> OfAsync(PageRequest request)
    {
        var workspace = request.Workspace();
        var empty = new NewExperiment(null, null, null) { Flow = request.Query("flow"), HoldOut = request.Query("kind") == "hold_out" ? .1m : null, Starts = workspace.Today };
        if (request.Query("rule") is not { } rule)
            return empty;
        var period = Filters.PageFilters.Read(request, workspace, Months.Standard(workspace)).Period;
        return await InsightPages.Findings(request.Data, workspace).ReadBehindAsync(period, rule, request.Query("subject") ?? "", RowsThatTell, request.Http.RequestAborted) is { } found
            ? await OfAsync(workspace, found.Finding, found.Rows, request) : throw new NotHereException();
    }

    private static async Task<NewExperiment> OfAsync(OpenWorkspace workspace, Finding finding, IReadOnlyList<FindingRow> rows, PageRequest request)
    {
        var proposed = finding.Experiment;
        var metric = ExperimentMetric.Find(proposed.Metric) ?? ExperimentMetric.All[0];
        var flow = rows.Select(row => row.Flow).Distinct().ToList() is [{ } only] ? only : null;
        var design = await StatisticsOf.DesignAsync(workspace, new DesignQuestion(metric, flow, null, [.5, .5], 1, .05, Sources.DecisionRule.AlwaysValid), request.Http.RequestAborted);
        var today = workspace.Today;
        return new NewExperiment(Slug($"{finding.Rule}-{flow ?? finding.Subject}"), proposed.Hypothesis.En, metric.Id)
        {
            HypothesisDe = proposed.Hypothesis.De,
            Flow = flow,
            LeastEffect = Relative(proposed.MinimumEffect, design.Baseline ?? (double)finding.Evidence.Share),
            Guardrails = metric.Id == "revenue" ? [] : ["revenue"],
            Gain = finding.Money is { } money ? money.Low > 0 ? money.Low : money.Base : null,
            Starts = today,
            Owner = request.User?.Email,
            Finding = $"{finding.Rule}/{finding.Subject}",
        };
    }

    /// <summary>A change in the metric's unit as a part of where it stands; 5 % where that is nothing.</summary>
    internal static decimal Relative(decimal change, double baseline) =>
        baseline > 0 && double.IsFinite(baseline) ? Math.Clamp(decimal.Round(Math.Abs(change) / (decimal)Math.Max(baseline, 1e-9), 3), .001m, 10) : .05m;

    /// <summary>An id that addresses and events can hold.</summary>
    internal static string Slug(string text)
    {
        var plain = Others().Replace(text.ToLower(CultureInfo.InvariantCulture), "-").Trim('-');
        return plain.Length <= LongestKey ? plain : plain[..LongestKey].TrimEnd('-');
    }

    private static string[]? List(string text) => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } parts ? parts : null;

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex Others();
}
