using Beleg.Ledger;
using Beleg.Metrics;
using Beleg.Primitives;

namespace Beleg.Reports.Cases;

/// <summary>A flow before and after its latest version: what it earns a chat, where people leave, how fast it answers.</summary>
internal static class FlowCase
{
    private const int MinSample = 30;
    private static readonly string[] Asked = ["automated_conversations", "revenue_per_chat", "opener_dropoff", "first_response_time_automated", "verified_containment_rate", "no_show_rate"];

    /// <summary>Drafts it; null where either month has fewer than 30 conversations of the flow, or the version began after the month.</summary>
    public static MicroCase? Draft(CaseScene scene, string flow, ProgrammeStart start)
    {
        if (start.Day.ToYearMonth().OnDayOfMonth(1) > scene.Month.From)
            return null;
        var only = new MetricFilter("flow", [flow]);
        var (before, now) = (scene.Ask(start.Baseline, Asked, only), scene.Ask(scene.Month, Asked, only));
        var (then, chats) = (before["automated_conversations"].Total.Value ?? 0, now["automated_conversations"].Total.Value ?? 0);
        if (then < MinSample || chats < MinSample)
            return null;
        var (was, earns) = (before["revenue_per_chat"].Total.Value ?? 0, now["revenue_per_chat"].Total.Value ?? 0);
        var margin = scene.At(AssumptionDefinition.ContributionMargin);
        var more = (earns - was) * chats;
        var earned = was != 0 || earns != 0;
        CaseChange[] changes =
        [
            .. Asked.Skip(1).Where(id => before[id].Total.Value is not null || now[id].Total.Value is not null)
                .Where(id => id != "revenue_per_chat" || earned).Select(id => CaseText.Change(now[id].Metric, before[id].Total, now[id].Total)),
        ];
        return new MicroCase
        {
            Kind = "flow",
            Subject = flow,
            Title = earned
                ? ReportLanguage.Say(l => l.Pick($"{flow}: {l.Money(was, scene.Currency)} → {l.Money(earns, scene.Currency)} per chat", $"{flow}: {l.Money(was, scene.Currency)} → {l.Money(earns, scene.Currency)} je Chat"))
                : ReportLanguage.Say(l => l.Pick($"{flow}: {l.Share(Contained(before))} → {l.Share(Contained(now))} solved without a person", $"{flow}: {l.Share(Contained(before))} → {l.Share(Contained(now))} ohne Menschen gelöst")),
            Context = CaseText.Context(start),
            BaselineFrom = start.Baseline.From,
            BaselineTo = start.Baseline.To,
            From = scene.Month.From,
            To = scene.Month.To,
            Inputs =
            [
                new(new("Conversations before", "Unterhaltungen vorher"), CaseText.Count(then), CaseText.Measured(start.Baseline)),
                new(new("Conversations now", "Unterhaltungen jetzt"), CaseText.Count(chats), CaseText.Measured(scene.Month)),
                .. earned ? [new CaseInput(new("Contribution margin", "Deckungsbeitrag"), CaseText.Share(margin.Value), CaseText.Basis(margin))] : Array.Empty<CaseInput>(),
            ],
            Changes = changes,
            Sums = earned ? [More(scene, was, earns, chats, margin.Value)] : [],
            Impact = earned
                ? ReportLanguage.Say(l => l.Pick(
                    $"{l.Money(more, scene.Currency)} revenue of evidence A to C a month more at the same number of chats, {l.Money(more * margin.Value, scene.Currency)} of it margin.",
                    $"{l.Money(more, scene.Currency)} Umsatz mit Nachweis A bis C im Monat mehr bei gleich vielen Chats, davon {l.Money(more * margin.Value, scene.Currency)} Deckungsbeitrag."))
                : ReportLanguage.Say(l => l.Pick(
                    $"{l.Count((Contained(now) - Contained(before)) * chats)} more conversations a month need no person.", $"{l.Count((Contained(now) - Contained(before)) * chats)} Unterhaltungen im Monat mehr brauchen keinen Menschen.")),
            Warnings = [CaseText.NoCause, .. changes.Any(c => c.FewCases) ? [CaseText.FewCases] : Array.Empty<Words>()],
        };
    }

    private static decimal Contained(MetricAnswer answer) => answer["verified_containment_rate"].Total.Value ?? 0;

    private static Worked More(CaseScene scene, decimal was, decimal earns, decimal chats, decimal margin)
    {
        var more = (earns - was) * chats;
        var (currency, whole, left) = (scene.Currency, Money.FromMajor(more, scene.Currency), Money.FromMajor(more * margin, scene.Currency));
        string Say(WorkedStyle s) => $"({s.Factor(earns, currency)} − {s.Factor(was, currency)}) × {s.Count(chats)} = {s.Money(whole)}; × {s.Percent(100 * margin)} = {s.Money(left)}";
        return Worked.Of(more, Say, ReportLanguage.English.Culture, ReportLanguage.German.Culture);
    }
}
