namespace Beleg.Tests.Support;

/// <summary>The project's own sample bodies: the structure of the provider's, with invented values.</summary>
internal static class Fixture
{
    public static string Read(string relative) => File.ReadAllText(Path.Combine(Root, relative));

    public static IEnumerable<string> All(string provider) => Directory.EnumerateFiles(Path.Combine(Root, provider), "*.json").Order(StringComparer.Ordinal);

    /// <summary>The root of the repository.</summary>
    public static string Repository
    {
        get
        {
            var root = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(root.FullName, "Beleg.slnx")))
                root = root.Parent!;
            return root.FullName;
        }
    }

    private static string Root => Path.Combine(Repository, "tests/Beleg.Tests/Fixtures");
}
