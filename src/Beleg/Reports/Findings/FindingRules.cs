using Beleg.Reports.Findings.Rules;

namespace Beleg.Reports.Findings;

/// <summary>All rules, in the order of a conversation.</summary>
internal static class FindingRules
{
    public static IReadOnlyList<FindingRule> All { get; } =
    [
        new DeadOpener(), new LongMessage(), new ManyAsks(), new VagueOffer(), new DeadOffer(), new DepartmentLabels(),
        new LowClickRate(), new NoHumanDoor(), new Unanswered(), new SlowHours(), new SendingTime(),
    ];
}
