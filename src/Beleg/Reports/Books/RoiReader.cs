using Beleg.Ledger;
using Beleg.Metrics;
using Beleg.Primitives;
using Beleg.Sources;
using NodaTime;

namespace Beleg.Reports.Books;

/// <summary>Puts together what a programme is worth. Every figure is asked of the metrics; formulas are shown only where they give that very figure.</summary>
/// <param name="ask">Answers questions of this workspace.</param>
/// <param name="follow">Follows the programme month by month.</param>
/// <param name="book">Its books.</param>
/// <param name="currency">The workspace's currency.</param>
/// <param name="zone">The workspace's zone.</param>
public sealed class RoiReader(
    Func<MetricRequest, CancellationToken, Task<MetricAnswer>> ask,
    Func<Period, IReadOnlyList<MetricFilter>, CancellationToken, Task<ProgrammeCourse>> follow,
    LedgerBook book,
    Currency currency,
    DateTimeZone zone)
{
    /// <summary>A course goes back so far at most.</summary>
    private const int MostMonths = 36;

    private static readonly string[] financial = ["deflected_contacts", "avoided_support_cost", "time_saved_value", "revenue_value", "generated_value", "net_value", "roi_pct", "payback_months"];

    /// <summary>The report of a period.</summary>
    /// <param name="question">Period, comparison, and the part of the programme by channel, flow and entry point; its metrics do not matter.</param>
    /// <param name="began">The first day the workspace has data of.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    public async Task<RoiReport> ReadAsync(MetricRequest question, LocalDate began, CancellationToken cancellationToken)
    {
        var period = question.Period;
        var course = await follow(CourseOf(period, began), question.Filters, cancellationToken).ConfigureAwait(false);
        var answer = await ask(Asked(question, financial), cancellationToken).ConfigureAwait(false);
        // The two payback questions differ: what was put in before the period belongs to it.
        var values = financial.Where(id => id != "payback_months").Select(id => Figure(answer[id])).ToList();
        var cost = answer["roi_pct"].Total.Denominator;
        var containment = (await ask(Asked(question, "verified_containment_rate"), cancellationToken).ConfigureAwait(false))["verified_containment_rate"].Total;
        return new RoiReport
        {
            Period = period,
            Currency = currency.Code,
            Figures = values,
            Cost = cost,
            Notes = answer["net_value"].Notes,
            Formulas = [.. Formulas(answer, containment, cost)],
            Course = course,
            Assumptions = [.. Assumptions(period, answer["generated_value"].Assumptions)],
            Costs = [.. book.Costs.Select(line => RoiCost.Of(line, zone))],
            Hypotheses = await HypothesesAsync(period, cancellationToken).ConfigureAwait(false),
        };
    }

    private Period CourseOf(Period period, LocalDate began)
    {
        var until = Period.StartOf(period.To.PlusDays(-1), Grain.Month).PlusMonths(1);
        var paid = book.Costs.Select(line => line.Latest.Said.From ?? began).DefaultIfEmpty(began).Min();
        var first = Period.StartOf(LocalDate.Min(LocalDate.Min(began, paid), period.From), Grain.Month);
        return new Period(LocalDate.Max(first, until.PlusMonths(-MostMonths)), until);
    }

    private static MetricRequest Asked(MetricRequest question, params string[] metrics) => new()
    {
        Metrics = [.. metrics.Select(id => MetricCatalogue.Default.Find(id)!)],
        Period = question.Period,
        Compare = question.Compare,
        Filters = question.Filters,
        // As on the dashboard and the proof: money counts where its evidence is A to C.
        Basis = EvidenceBasis.Conservative,
        Intervals = false,
    };

    private static RoiFigure Figure(MetricResult result) => new(
        result.Metric.Id, result.Metric.Name, result.Metric.Unit, result.Total.Low, result.Total.Value, result.Total.High, result.Total.Compare?.Value, result.Total.Provisional);

    private IEnumerable<Worked> Formulas(MetricAnswer answer, Figure containment, decimal? cost)
    {
        var avoided = answer["avoided_support_cost"].Total.Value;
        var used = answer["avoided_support_cost"].Assumptions.ToDictionary(assumption => assumption.Id, StringComparer.Ordinal);
        var baseline = decimal.Round(used[AssumptionDefinition.BaselineContainment.Id].Value * (containment.Denominator ?? 0));
        var deflection = Calculator.AvoidedCost(
            (long)(containment.Numerator ?? 0), (long)baseline, used[AssumptionDefinition.WouldHaveContactedHuman.Id].Value, Money.FromMajor(used[AssumptionDefinition.CostPerHumanContact.Id].Value, currency));
        // Where an assumption changed within the period, or flows differ from the programme, one line does not tell the whole: it is left out.
        if (avoided is > 0 && deflection.Value == avoided)
            yield return deflection;
        if (answer["generated_value"].Total.Value is not { } generated || cost is not { } spent)
            yield break;
        yield return Calculator.Net(Money.FromMajor(generated, currency), Money.FromMajor(spent, currency));
        yield return Calculator.ReturnOnInvestment(Money.FromMajor(generated, currency), Money.FromMajor(spent, currency));
    }

    private IEnumerable<RoiAssumption> Assumptions(Period period, IReadOnlyList<Assumption> hold)
    {
        var lines = book.Assumptions.ToDictionary(line => line.Id, StringComparer.Ordinal);
        var others = lines.Keys.Except(hold.Select(assumption => assumption.Id)).Order(StringComparer.Ordinal);
        foreach (var now in hold.Concat(others.Select(id => At(lines[id], period))))
            yield return new RoiAssumption(AssumptionWords.Of(now.Id), now, lines.TryGetValue(now.Id, out var line) ? [.. line.Versions.Select(Version).Reverse()] : []);
    }

    // One that no figure of ours uses, or that holds only later, is shown as its latest version says.
    private Assumption At(LedgerLine<AssumptionPayload> line, Period period)
    {
        var versions = line.Versions.Select(Version).ToList();
        var version = versions.FindLast(one => one.ValidFrom < period.To) ?? versions[^1];
        return new Assumption(line.Id, version.Value, version.Low, version.High, version.Unit ?? "", version.Basis, version.Owner, version.Approver, version.ValidFrom, version.Version);
    }

    private RoiAssumptionVersion Version(LedgerVersion<AssumptionPayload> version)
    {
        var value = version.Said.Value!.Value;
        return new RoiAssumptionVersion(
            version.Number, value, version.Said.Low ?? value, version.Said.High ?? value, version.Said.Unit, version.Said.Basis, version.Said.Owner, version.Said.Approver,
            version.Said.ValidFrom ?? version.Written.At.InZone(zone).Date, version.Written);
    }

    private async Task<IReadOnlyList<RoiHypothesis>> HypothesesAsync(Period period, CancellationToken cancellationToken)
    {
        string[] metrics = [.. book.Hypotheses.Select(line => line.Latest.Said.MetricId).Distinct().Where(id => MetricCatalogue.Default.Find(id) is { IsDue: true })];
        var values = metrics.Length == 0 ? null : await ask(Asked(new MetricRequest { Metrics = [], Period = period }, metrics), cancellationToken).ConfigureAwait(false);
        return [.. book.Hypotheses.Select(line => Hypothesis(line, period, metrics.Contains(line.Latest.Said.MetricId) ? values![line.Latest.Said.MetricId].Total : null))];
    }

    private RoiHypothesis Hypothesis(LedgerLine<HypothesisPayload> line, Period period, Figure? figure)
    {
        var (said, written) = (line.Latest.Said, line.Latest.Written);
        var metric = MetricCatalogue.Default.Find(said.MetricId);
        var (baseline, target) = (said.Baseline ?? 0, said.Target ?? 0);
        var from = said.From ?? written.At.InZone(zone).Date;
        var due = said.Due ?? from;
        return new RoiHypothesis(
            line.Id, said.Statement ?? "", said.StatementDe, said.MetricId, metric?.Name ?? new Words(said.MetricId, said.MetricId), metric?.Unit ?? MetricUnit.Ratio, baseline, target, from, due, said.Owner, said.Closed,
            figure?.Value, figure is { LowSample: true, Value: not null }, HypothesisStanding.Of(baseline, target, from, due, period.To, figure?.Value, metric?.Good != GoodDirection.Down),
            line.Latest.Number, written, [.. line.Versions.SkipLast(1).Select(version => version.Written).Reverse()])
        { Said = [.. line.Versions.Select(version => version.Said).Reverse()] };
    }
}
