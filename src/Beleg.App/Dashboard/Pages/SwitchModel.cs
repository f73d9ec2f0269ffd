using Beleg.Reports.Switching;
using Beleg.State;
using Beleg.State.Settings;

namespace Beleg.App.Dashboard.Pages;

/// <summary>What the page of a switch shows.</summary>
public sealed record SwitchModel
{
    public required InsightFrame Frame { get; init; }

    /// <summary>What stands in the form.</summary>
    public required WorkspaceSettings Proposed { get; init; }

    /// <summary>What differs from how it is.</summary>
    public required IReadOnlyList<(string Key, string Before, string After)> Changes { get; init; }

    /// <summary>The model that learns, where one is looked at; it cannot be applied.</summary>
    public string? Learned { get; init; }

    /// <summary>Why a model that learns says nothing of this period.</summary>
    public string? Refusal { get; init; }

    /// <summary>Both sides; null where nothing differs.</summary>
    public SwitchReport? Report { get; init; }

    /// <summary>What is wrong with the proposal.</summary>
    public string? Mistake { get; init; }

    /// <summary>Who changed what before, the latest first.</summary>
    public required IReadOnlyList<SettingChange> History { get; init; }
}
