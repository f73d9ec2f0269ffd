using System.Text.RegularExpressions;
using Beleg.Tests.Support;

namespace Beleg.Tests;

/// <summary>The folders of src/Beleg are the stations of one stream: each uses only what lies to its left.</summary>
public sealed partial class StreamOrderTests
{
    private static readonly string[] Stream = ["Sources", "Journal", "Model", "Attribution", "Statistics", "Ledger", "Metrics", "Reports"];

    /// <summary>What serves all stations, and what each of these may itself use.</summary>
    private static readonly Dictionary<string, string[]> Serving = new()
    {
        ["Primitives"] = [],
        ["Keys"] = ["Primitives"],
        ["State"] = ["Primitives", "Keys", "Sources", "Journal"],
        ["Warehouse"] = ["Primitives", "Sources", "Model"],
    };

    [Fact]
    public void AFolderUsesOnlyFoldersToItsLeft() => Violations(Repository.File("src/Beleg")).ShouldBeEmpty();

    [Fact]
    public void AFolderThatReachesToItsRightIsFound()
    {
        var root = Directory.CreateTempSubdirectory();
        Directory.CreateDirectory(Path.Combine(root.FullName, "Sources"));
        File.WriteAllText(Path.Combine(root.FullName, "Sources", "Bad.cs"), "using Beleg.Metrics;\n");
        Violations(root.FullName).ShouldBe(["Sources/Bad.cs uses Beleg.Metrics"]);
        root.Delete(recursive: true);
    }

    [Fact]
    public void EveryFolderIsAStationOrServesThem() =>
        Directory.EnumerateDirectories(Repository.File("src/Beleg"))
            .Select(Path.GetFileName)
            .Except(["bin", "obj", "Demo"])
            .Except(Stream)
            .Except(Serving.Keys)
            .ShouldBeEmpty();

    private static List<string> Violations(string root)
    {
        var found = new List<string>();
        foreach (var file in Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories))
        {
            var relative = Path.GetRelativePath(root, file).Replace('\\', '/');
            var folder = relative.Split('/')[0];
            if (folder is "bin" or "obj" || !relative.Contains('/', StringComparison.Ordinal))
                continue;
            foreach (var used in Mentions().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value).Distinct())
                if (used != folder && !MayUse(folder, used))
                    found.Add($"{relative} uses Beleg.{used}");
        }

        return found;
    }

    private static bool MayUse(string folder, string used)
    {
        if (Serving.TryGetValue(folder, out var allowed))
            return allowed.Contains(used);
        return Serving.ContainsKey(used) || (Array.IndexOf(Stream, used) is >= 0 and var there && there < Array.IndexOf(Stream, folder)) || folder == "Demo";
    }

    [GeneratedRegex(@"^\s*(?:global )?using (?:static )?Beleg\.(\w+)", RegexOptions.Multiline)]
    private static partial Regex Mentions();
}
