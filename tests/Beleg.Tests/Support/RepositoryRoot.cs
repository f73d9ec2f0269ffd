namespace Beleg.Tests.Support;

/// <summary>The directory of the solution, found upwards from the tests.</summary>
internal static class RepositoryRoot
{
    public static string Path { get; } = Find();

    private static string Find()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(System.IO.Path.Combine(root.FullName, "Beleg.slnx")))
            root = root.Parent;
        return root?.FullName ?? throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
