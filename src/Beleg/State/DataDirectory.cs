using System.Text.Json;
using Beleg.Keys;
using Beleg.Primitives;

namespace Beleg.State;

/// <summary>
/// Where everything is kept, and who owns it: one process at a time, by a lock that the system releases when the process ends, however
/// it ends. Made with mode 0700.
/// </summary>
public sealed class DataDirectory : IDisposable
{
    private readonly FileStream held;

    private DataDirectory(string path, FileStream held)
    {
        Path = path;
        this.held = held;
    }

    /// <summary>The directory, absolute.</summary>
    public string Path { get; }

    /// <summary>The journal of all workspaces.</summary>
    public string JournalFile => System.IO.Path.Combine(Path, "journal.db");

    /// <summary>Settings, keys, users, links, refusals, snapshots.</summary>
    public string StateFile => System.IO.Path.Combine(Path, "state.db");

    /// <summary>The workspaces' wrapped keys.</summary>
    public string KeyFile => System.IO.Path.Combine(Path, "keys.json");

    /// <summary>One file per workspace; may be deleted, since it is derived.</summary>
    public string WarehouseDirectory => System.IO.Path.Combine(Path, "warehouse");

    /// <summary>Whether nothing was ever kept here, so that no other master key can have wrapped it.</summary>
    public bool IsNew => !File.Exists(KeyFile) && !File.Exists(JournalFile) && !File.Exists(StateFile);

    /// <summary>The warehouse file of a workspace.</summary>
    public string WarehouseFile(string workspace) => System.IO.Path.Combine(WarehouseDirectory, workspace + ".duckdb");

    /// <summary>Takes the directory, making it where it is missing.</summary>
    /// <exception cref="UserErrorException">Another process owns it, or it cannot be made.</exception>
    public static DataDirectory Own(string path) =>
        TryOwn(path) ?? throw new UserErrorException($"{System.IO.Path.GetFullPath(path)} is in use by another Beleg{(OwnerOf(path) is { } owner ? $" at {owner.Address}" : "")}: stop that one, or name another directory with --data.");

    /// <summary>Takes the directory, making it where it is missing; null where another process owns it.</summary>
    /// <exception cref="UserErrorException">It cannot be made or written.</exception>
    public static DataDirectory? TryOwn(string path)
    {
        var full = System.IO.Path.GetFullPath(path);
        try
        {
            PrivateFile.CreateDirectory(full);
            PrivateFile.CreateDirectory(System.IO.Path.Combine(full, "warehouse"));
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"{full} cannot be used for data: {refused.Message}", refused);
        }

        try
        {
            return new DataDirectory(full, new FileStream(LockFile(full), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (UnauthorizedAccessException refused)
        {
            throw new UserErrorException($"{full} belongs to another user: {refused.Message}", refused);
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>Who said to own the directory; null where nobody did. What it says may be stale: ask the address.</summary>
    public static DirectoryOwner? OwnerOf(string path)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllText(OwnerFile(System.IO.Path.GetFullPath(path))), StateJson.Default.DirectoryOwner);
        }
        catch (Exception absent) when (absent is IOException or JsonException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Tells commands of the same user where to reach the owner.</summary>
    public void Announce(DirectoryOwner owner) =>
        PrivateFile.Replace(OwnerFile(Path), JsonSerializer.Serialize(owner, StateJson.Default.DirectoryOwner));

    /// <inheritdoc/>
    public void Dispose()
    {
        File.Delete(OwnerFile(Path));
        held.Dispose();
    }

    private static string LockFile(string full) => System.IO.Path.Combine(full, "lock");

    private static string OwnerFile(string full) => System.IO.Path.Combine(full, "owner.json");
}
