namespace Beleg.State.Settings;

/// <summary>One setting of a workspace, for pages, commands and checks.</summary>
/// <param name="Key">Its name in JSON and on the command line.</param>
/// <param name="Unit">Unit of its value; empty where it has none.</param>
/// <param name="Range">What is admitted, in words.</param>
/// <param name="Meaning">What it decides.</param>
public sealed record SettingDefinition(string Key, string Unit, string Range, string Meaning)
{
    /// <summary>The value in some settings, as text.</summary>
    public required Func<WorkspaceSettings, string> Show { get; init; }

    /// <summary>Settings with another value, not yet checked; null where the text is not of the setting's type.</summary>
    public required Func<WorkspaceSettings, string, WorkspaceSettings?> With { get; init; }

    /// <summary>What is wrong with the value in some settings, a clause each; none when all is well.</summary>
    public required Func<WorkspaceSettings, IEnumerable<string>> Problems { get; init; }

    /// <summary>The value where nobody set one.</summary>
    public string Default => Show(new WorkspaceSettings());
}
