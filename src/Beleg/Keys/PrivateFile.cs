using System.Runtime.InteropServices;
using System.Text;

namespace Beleg.Keys;

/// <summary>Files that only their owner may read, and that are whole on disk once a write returns.</summary>
internal static partial class PrivateFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Makes a directory with mode 0700; leaves an existing one as it is.</summary>
    public static void CreateDirectory(string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, OwnerOnly | UnixFileMode.UserExecute);
    }

    /// <summary>Writes a file that must not exist yet. Nobody ever sees half of it.</summary>
    /// <exception cref="IOException">It exists.</exception>
    public static void WriteNew(string path, string text)
    {
        var draft = WriteDraft(path, text);
        try
        {
            File.Move(draft, path, overwrite: false);
        }
        catch
        {
            File.Delete(draft);
            throw;
        }

        SyncDirectoryOf(path);
    }

    /// <summary>Replaces a file in one step: after a crash it is the old one or the new one.</summary>
    public static void Replace(string path, string text)
    {
        File.Move(WriteDraft(path, text), path, overwrite: true);
        SyncDirectoryOf(path);
    }

    private static string WriteDraft(string path, string text)
    {
        var draft = $"{path}.{Guid.NewGuid():N}.tmp";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        using var stream = new FileStream(draft, options);
        stream.Write(Encoding.UTF8.GetBytes(text));
        stream.Flush(flushToDisk: true);
        return draft;
    }

    // TRICKY: a rename survives a power cut only once its directory is flushed, and .NET opens no directory as a file.
    private static void SyncDirectoryOf(string path)
    {
        if (OperatingSystem.IsWindows())
            return;
        var descriptor = OpenFile(Path.GetDirectoryName(Path.GetFullPath(path))!, 0);
        if (descriptor < 0)
            return;
        _ = FlushFile(descriptor);
        _ = CloseFile(descriptor);
    }

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int OpenFile(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int FlushFile(int descriptor);

    [LibraryImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int CloseFile(int descriptor);
}
