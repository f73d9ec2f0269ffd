namespace Beleg.Tests.Support;

/// <summary>The project's own sample bodies: the structure of the provider's, with invented values.</summary>
internal static class Fixture
{
    public static string Read(string relative) => File.ReadAllText(Path.Combine(Root, relative));

    public static IEnumerable<string> All(string provider) => Directory.EnumerateFiles(Path.Combine(Root, provider), "*.json").Order(StringComparer.Ordinal);

    private static string Root
    {
        get
        {
            var root = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(root.FullName, "Beleg.slnx")))
                root = root.Parent!;
            return Path.Combine(root.FullName, "tests/Beleg.Tests/Fixtures");
        }
    }
}
