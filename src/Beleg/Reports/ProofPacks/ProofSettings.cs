using Beleg.Metrics;
using Beleg.State;

namespace Beleg.Reports.ProofPacks;

/// <summary>What a proof needs to know of its workspace.</summary>
public sealed record ProofSettings
{
    /// <summary>Name of the workspace.</summary>
    public required string Workspace { get; init; }

    /// <summary>Whose proof it is, as people call them.</summary>
    public required string Brand { get; init; }

    /// <summary>Zone of its days, IANA.</summary>
    public required string Zone { get; init; }

    /// <summary>Attribution model of its figures.</summary>
    public required string Model { get; init; }

    /// <summary>What lies in an order's revenue.</summary>
    public required Words RevenueBasis { get; init; }

    /// <summary>How its figures are made.</summary>
    public required MetricSettings Metrics { get; init; }

    /// <summary>Version of this program.</summary>
    public required string Software { get; init; }

    /// <summary>Those of a workspace.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="metrics">How its figures are made; the same as on its pages.</param>
    /// <param name="software">Version of this program.</param>
    public static ProofSettings Of(Workspace workspace, MetricSettings metrics, string software) => new()
    {
        Workspace = workspace.Name,
        Brand = workspace.DisplayName,
        Zone = workspace.Settings.TimeZone,
        Model = workspace.Settings.AttributionModel,
        RevenueBasis = Basis(workspace.Settings.RevenueIncludesTax, workspace.Settings.RevenueIncludesShipping),
        Metrics = metrics,
        Software = software,
    };

    private static Words Basis(bool tax, bool shipping) => new(
        $"Revenue captured less refunds, {(tax, shipping) switch { (true, true) => "tax and shipping in", (true, false) => "tax in, shipping out", (false, true) => "tax out, shipping in", _ => "tax and shipping out" }}",
        $"Umsatz eingezogen minus Erstattungen, {(tax, shipping) switch { (true, true) => "mit Steuer und Versand", (true, false) => "mit Steuer, ohne Versand", (false, true) => "ohne Steuer, mit Versand", _ => "ohne Steuer und Versand" }}");
}
