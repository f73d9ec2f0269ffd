using System.Security.Cryptography;

namespace Beleg.App.Dashboard.Layout;

/// <summary>The files beside the pages.</summary>
internal static class StyleFiles
{
    /// <summary>Changes with any of the styles and scripts, so that a browser may keep them for a year.</summary>
    public static string Version { get; } = Hash();

    /// <summary>Where they lie.</summary>
    public static string Root => Path.Combine(AppContext.BaseDirectory, "wwwroot");

    private static string Hash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            hash.AppendData(File.ReadAllBytes(file));
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..10];
    }
}
