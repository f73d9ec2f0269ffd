using Beleg.Reports.ProofPacks;

namespace Beleg.App.Dashboard.Pages;

/// <summary>What the page says of a hash or a file.</summary>
public sealed record VerifyModel
{
    /// <summary>The hash that was asked for; null where none was.</summary>
    public string? Asked { get; init; }

    /// <summary>Whether the hash in a file follows from what the file says; null where no file was sent.</summary>
    public bool? FileIsWhole { get; init; }

    /// <summary>What is known here; null where nothing is.</summary>
    public ProofCheck? Check { get; init; }
}
