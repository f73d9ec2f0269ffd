using Beleg.Metrics;
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

    /// <summary>A model that learns, which is looked at and cannot be applied: it learns anew in every period. Null where none is proposed.</summary>
    public string? Learned { get; private init; }

    /// <summary>Whether there is anything to look at.</summary>
    public bool HasAny => Learned is not null || Changes.Count > 0;

    /// <summary>Reads a proposal; what it does not name stays as it is.</summary>
    /// <param name="current">How it is.</param>
    /// <param name="word">The value of a setting as text; null where it is not named.</param>
    /// <exception cref="UserErrorException">A value is not admitted.</exception>
    public static SwitchProposal Read(WorkspaceSettings current, Func<string, string?> word)
    {
        var proposed = current;
        var learned = LearnedWeights.Models.FirstOrDefault(model => model == word("attribution_model"));
        foreach (var key in Keys)
        {
            if (word(key) is { } text && (learned is null || key != "attribution_model"))
                proposed = SettingsCatalogue.With(proposed, key, text);
        }

        var proposal = new SwitchProposal(current, proposed) { Learned = learned };
        return learned is null || proposal.Changes.Count == 0 ? proposal
            : throw new UserErrorException($"{learned} learns from the touches there are: look at it with the windows as they are, and at other windows with a model that follows a rule.");
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
        if (Learned is not null)
            throw new UserErrorException($"{Learned} learns anew in every period, so it cannot be a workspace's own model; ask for it where you want it, by the filter or --model {Learned}.");
        if (Changes.Count == 0)
            throw new UserErrorException("The proposal changes nothing.");
        await workspace.ChangeAsync(data, Proposed, author, reason, cancellationToken);
    }
}
