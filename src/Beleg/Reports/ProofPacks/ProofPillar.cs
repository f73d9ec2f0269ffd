using Beleg.Metrics;

namespace Beleg.Reports.ProofPacks;

/// <summary>One of the four pillars of value.</summary>
/// <param name="Id">Its stable name.</param>
/// <param name="Name">Its name.</param>
/// <param name="Paths">Its figures by path, the most telling first; of those with a bar between, the first that is known.</param>
internal sealed record ProofPillar(string Id, Words Name, IReadOnlyList<string> Paths)
{
    /// <summary>As many figures as a pillar shows.</summary>
    public const int Most = 3;

    /// <summary>The figures to show: those that have something to say, in their order; where they are too few, those that say zero or nothing.</summary>
    public IReadOnlyList<ProofFigure> Shown(ProofSnapshot proof)
    {
        var all = Paths.Select(p => p.Split('|').Select(proof.FindPath).FirstOrDefault(f => f?.Value is not null) ?? proof.FindPath(p)).OfType<ProofFigure>().ToArray();
        var telling = all.Where(f => f.Value is not null and not 0 || f.Group == "risk").Take(Most).ToArray();
        // Without orders there is one figure of revenue to miss, not three.
        var hasOrders = proof.Reconciliation.Total is { Orders: > 0 } or { Total: not 0 };
        var rest = all.Except(telling).Where(f => f == all[0] || f.Group != "revenue" && f.Metric != "lead_capture_rate" || hasOrders || proof.CutOff is null).Take(Most - telling.Length);
        return [.. all.Where(telling.Concat(rest).Contains)];
    }
}
