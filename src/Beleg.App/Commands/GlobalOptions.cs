using System.CommandLine;

namespace Beleg.App.Commands;

/// <summary>The options that every verb has.</summary>
internal static class GlobalOptions
{
    public const string DefaultUrl = "http://127.0.0.1:5080";

    public static Option<string> Data { get; } = new("--data")
    {
        Description = "Directory that holds everything.",
        HelpName = "DIR",
        Recursive = true,
        DefaultValueFactory = _ => "./beleg-data",
    };

    public static Option<string> Urls { get; } = new("--urls")
    {
        Description = "Addresses to listen on, separated by semicolons.",
        HelpName = "URLS",
        Recursive = true,
        DefaultValueFactory = _ => DefaultUrl,
    };

    public static Option<bool> Json { get; } = new("--json")
    {
        Description = "Answer in JSON, for machines.",
        Recursive = true,
    };

    /// <summary>The workspace of a verb.</summary>
    public static Option<string> Workspace() => new("--workspace")
    {
        Description = "Name of the workspace.",
        HelpName = "WS",
        Required = true,
    };
}
