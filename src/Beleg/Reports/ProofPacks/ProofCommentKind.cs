namespace Beleg.Reports.ProofPacks;

/// <summary>What a point of the commentary is about.</summary>
public enum ProofCommentKind
{
    /// <summary>Where it is going.</summary>
    Trend,

    /// <summary>What the time ahead is worth.</summary>
    Outlook,

    /// <summary>What might go wrong, or already does.</summary>
    Risk,

    /// <summary>What somebody has to decide.</summary>
    Decision,
}
