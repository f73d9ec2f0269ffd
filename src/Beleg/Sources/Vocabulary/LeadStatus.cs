namespace Beleg.Sources;

/// <summary>Where a lead stands.</summary>
public enum LeadStatus : byte
{
    /// <summary>Captured.</summary>
    New = 0,
    /// <summary>Qualified.</summary>
    Qualified = 1,
    /// <summary>Won.</summary>
    Won = 2,
    /// <summary>Lost.</summary>
    Lost = 3,
}
