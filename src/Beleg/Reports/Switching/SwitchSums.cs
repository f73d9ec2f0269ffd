using System.Runtime.InteropServices;
using Beleg.Attribution;
using Beleg.Model;
using Beleg.Sources;

namespace Beleg.Reports.Switching;

/// <summary>What one side of a switch adds up to, in minor units.</summary>
/// <param name="period">Days by which money is booked.</param>
/// <param name="model">The model's place among all.</param>
internal sealed class SwitchSums(Period period, int model)
{
    public long Attributed { get; private set; }

    public long Conservative { get; private set; }

    public long OtherTouches { get; private set; }

    public long Unattributed { get; private set; }

    public long Influenced { get; private set; }

    public long Total { get; private set; }

    public Dictionary<Channel, long> Channels { get; } = [];

    public Dictionary<string, long> Flows { get; } = new(StringComparer.Ordinal);

    /// <summary>Attributed and orders by grade.</summary>
    public Dictionary<Evidence, (long Orders, long Minor)> Grades { get; } = [];

    /// <summary>Adds the credits of one order, which follow each other.</summary>
    /// <returns>What is attributed to the chat of what is booked in the period, and whether anything is.</returns>
    public (long Attributed, bool IsIn) Take(OrderFact order, List<CreditFact> credits, ref int at)
    {
        var (attributed, isIn) = (0L, false);
        for (; at < credits.Count && credits[at].Order == order.Order; at++)
        {
            var row = credits[at];
            if (row.Day < period.From || row.Day >= period.To)
                continue;
            isIn = true;
            var cents = CreditColumns.Cents(row, model);
            Total += row.Linear;
            if (row.Touch.IsNone)
                Unattributed += cents;
            else if (!row.IsChat)
                OtherTouches += cents;
            else
                attributed += Chat(row, cents);
        }

        if (isIn)
        {
            ref var grade = ref CollectionsMarshal.GetValueRefOrAddDefault(Grades, order.Evidence, out _);
            grade = (grade.Orders + 1, grade.Minor + attributed);
        }

        return (attributed, isIn);
    }

    /// <summary>Adds another part of the same side.</summary>
    public void Add(SwitchSums other)
    {
        Attributed += other.Attributed;
        Conservative += other.Conservative;
        OtherTouches += other.OtherTouches;
        Unattributed += other.Unattributed;
        Influenced += other.Influenced;
        Total += other.Total;
        foreach (var (channel, minor) in other.Channels)
            CollectionsMarshal.GetValueRefOrAddDefault(Channels, channel, out _) += minor;
        foreach (var (flow, minor) in other.Flows)
            CollectionsMarshal.GetValueRefOrAddDefault(Flows, flow, out _) += minor;
        foreach (var (grade, (orders, minor)) in other.Grades)
        {
            ref var mine = ref CollectionsMarshal.GetValueRefOrAddDefault(Grades, grade, out _);
            mine = (mine.Orders + orders, mine.Minor + minor);
        }
    }

    private long Chat(CreditFact row, long cents)
    {
        Influenced += row.Influenced;
        Attributed += cents;
        if (Grading.IsConservative(row.Evidence))
            Conservative += cents;
        if (cents != 0)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(Channels, row.Channel, out _) += cents;
            CollectionsMarshal.GetValueRefOrAddDefault(Flows, row.FlowId ?? "", out _) += cents;
        }

        return cents;
    }
}
