using Beleg.Model;
using Beleg.Model.Histories;
using Beleg.Primitives;
using Beleg.Sources;
using Beleg.State;

namespace Beleg;

/// <summary>What one batch of deliveries becomes on its way through the steps of <see cref="Pipeline"/>.</summary>
internal sealed class PipelineBatch(IReadOnlyList<Delivery> deliveries)
{
    public IReadOnlyList<Delivery> Deliveries { get; } = deliveries;

    public long LastSeq => Deliveries[^1].Seq;

    public List<TranslatedDelivery> Outcomes { get; } = [];

    public List<Placed> Events { get; } = [];

    public Clusters? Clusters { get; set; }

    public IReadOnlyCollection<History> Histories { get; set; } = [];

    public HashSet<Key> Before { get; } = [];

    public bool ByDifference { get; set; }

    public List<BatchFold> Folded { get; } = [];

    public FactBatch? Ledger { get; set; }

    public bool RatesChanged { get; set; }
}
