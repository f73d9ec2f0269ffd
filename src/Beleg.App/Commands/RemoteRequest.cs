namespace Beleg.App.Commands;

/// <summary>A command as a client sends it to the server.</summary>
/// <param name="Arguments">The words typed.</param>
/// <param name="Directory">Where they were typed.</param>
/// <param name="IsWatched">Whether a person watches the progress.</param>
/// <param name="Input">Standard input, where the verb reads it.</param>
internal sealed record RemoteRequest(string[] Arguments, string Directory, bool IsWatched, string? Input)
{
    public const string Path = "/local/command";
    public const string TokenHeader = "X-Beleg-Local-Token";
}
