using Beleg.Primitives;
using Beleg.Reports.Switching;
using Beleg.State.Settings;

namespace Beleg.App.Hosting;

/// <summary>Other settings of attribution beside those a workspace has.</summary>
/// <param name="Current">How it is.</param>
/// <param name="Proposed">How it would be; checked.</param>
internal sealed record SwitchProposal(WorkspaceSettings Current, WorkspaceSettings Proposed)
{
    /// <summary>The settings that a proposal may change.</summary>
    public static IReadOnlyList<string> Keys { get; } = ["attribution_model", "look_back_days", LookBackWindows.Key, "half_life_days"];

    /// <summary>Reads a proposal; what it does not name stays as it is.</summary>
    /// <param name="current">How it is.</param>
    /// <param name="word">The value of a setting as text; null where it is not named.</param>
    /// <exception cref="UserErrorException">A value is not admitted.</exception>
    public static SwitchProposal Read(WorkspaceSettings current, Func<string, string?> word)
    {
        var proposed = current;
        foreach (var key in Keys)
        {
            if (word(key) is { } text)
                proposed = SettingsCatalogue.With(proposed, key, text);
        }

        return new(current, proposed);
    }

    /// <summary>What differs: the setting, its value and the proposed one.</summary>
    public IReadOnlyList<(string Key, string Before, string After)> Changes => SettingsCatalogue.Changes(Current, Proposed);

    /// <summary>One side as the report names it.</summary>
    public static SwitchSide Side(WorkspaceSettings settings) =>
        new(settings.AttributionModel, settings.LookBackDays, LookBackWindows.Show(settings.LookBackWindows), settings.HalfLifeDays);

    /// <summary>Makes it so, with who and why, and folds anew what the facts hold of it.</summary>
    /// <exception cref="UserErrorException">Nothing differs, or somebody changed the settings meanwhile.</exception>
    public async Task ApplyAsync(Installation data, OpenWorkspace workspace, string author, string reason, CancellationToken cancellationToken)
    {
        if (Changes.Count == 0)
            throw new UserErrorException("The proposal changes nothing.");
        await workspace.ChangeAsync(data, Proposed, author, reason, cancellationToken);
    }
}
