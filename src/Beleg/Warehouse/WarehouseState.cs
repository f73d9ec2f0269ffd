namespace Beleg.Warehouse;

/// <summary>Whether a workspace's warehouse can answer. It is a cache: what is not ready is derived again from the journal.</summary>
public enum WarehouseState
{
    /// <summary>It answers.</summary>
    Ready = 0,

    /// <summary>Its facts were made by another version; it must be rebuilt.</summary>
    Outdated = 1,

    /// <summary>Its file cannot be read; it must be rebuilt.</summary>
    Broken = 2,
}
