using Beleg.Model;
using NodaTime;

namespace Beleg.Ledger;

/// <summary>Every version of every assumption of a workspace, asked by day. Setting a new one never changes what held before.</summary>
public sealed class AssumptionBook
{
    private readonly ILookup<string, Assumption> _versions;

    /// <summary>A book of the versions that were set, in any order.</summary>
    public AssumptionBook(IEnumerable<AssumptionFact> versions) =>
        _versions = versions
            .OrderByDescending(v => v.ValidFrom).ThenByDescending(v => v.Version)
            .Select(v => new Assumption(v.AssumptionId, v.Value, v.Low, v.High, v.Unit ?? "", v.Basis, v.Owner, v.Approver, v.ValidFrom, v.Version))
            .ToLookup(a => a.Id);

    /// <summary>A book in which nobody has set anything.</summary>
    public static AssumptionBook Empty { get; } = new([]);

    /// <summary>The version that holds on a day, else the product's default, flagged as unset.</summary>
    public Assumption At(AssumptionDefinition definition, LocalDate day) => Find(definition.Id, day) ?? definition.Unset;

    /// <summary>The version of any assumption that holds on a day; null where none was set by then.</summary>
    public Assumption? Find(string id, LocalDate day) => _versions[id].FirstOrDefault(a => a.ValidFrom <= day);
}
