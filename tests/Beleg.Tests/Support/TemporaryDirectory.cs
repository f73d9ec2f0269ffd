namespace Beleg.Tests.Support;

/// <summary>A directory that is gone after the test.</summary>
internal sealed class TemporaryDirectory : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("beleg-test-").FullName;

    public string this[string name] => System.IO.Path.Combine(Path, name);

    /// <summary>All bytes of all files below it.</summary>
    public byte[] AllBytes() =>
        [.. Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).SelectMany(ReadShared)];

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private static byte[] ReadShared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
