using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Beleg.Primitives;

namespace Beleg.Keys;

/// <summary>
/// The keys of every workspace, in one small file, each wrapped under the master key. Removing a workspace's key makes all that
/// it sealed unreadable, backups included as far as they lack the file. Thread-safe; one process at a time (the data directory's lock).
/// </summary>
public sealed class KeyRing : IDisposable
{
    private const int MaterialLength = WorkspaceKeys.DataKeyLength + WorkspaceKeys.HashKeyLength;

    private readonly MasterKey master;
    private readonly string? file;
    private readonly Lock gate = new();
    private readonly ConcurrentDictionary<string, WorkspaceKeys> opened = new(StringComparer.Ordinal);
    private KeyFile stored;

    private KeyRing(MasterKey master, string? file, KeyFile stored)
    {
        this.master = master;
        this.file = file;
        this.stored = stored;
    }

    /// <summary>The workspaces that have keys, sorted.</summary>
    public IEnumerable<string> Workspaces => stored.Workspaces.Keys;

    /// <summary>Opens the file, or starts an empty one where no data exists yet.</summary>
    /// <param name="file">The key file.</param>
    /// <param name="master">The key that wraps.</param>
    /// <param name="dataIsNew">Whether no data exists yet; where some does, its keys must.</param>
    /// <exception cref="UserErrorException">The file is missing beside data, was wrapped under another master key, or is of a newer version.</exception>
    public static KeyRing Open(string file, MasterKey master, bool dataIsNew)
    {
        if (!File.Exists(file))
            return dataIsNew ? Start(file, master) : throw new UserErrorException($"The data is encrypted, and its keys are expected in {file}, which is missing: restore it from a backup.");
        var stored = Parse(file);
        if (stored.Version > KeyFile.CurrentVersion)
            throw new UserErrorException($"{file} was written by a newer Beleg (version {stored.Version}): use that one, or restore an older backup.");
        if (stored.Master != master.Id)
            throw new UserErrorException($"The data in {Path.GetDirectoryName(Path.GetFullPath(file))} was encrypted under master key {stored.Master}, but {Whence(master)} holds {master.Id}: put the right key there, or name its file in {MasterKey.FileVariable}.");
        return new KeyRing(master, file, stored);
    }

    /// <summary>A ring that is kept nowhere, for tests and trials.</summary>
    public static KeyRing InMemory()
    {
        var master = MasterKey.Random();
        return new KeyRing(master, null, KeyFile.Empty(master.Id));
    }

    /// <summary>Makes keys for a new workspace and writes them to disk before it returns; changes nothing where there are some.</summary>
    public void Create(string workspace)
    {
        lock (gate)
        {
            if (stored.Workspaces.ContainsKey(workspace))
                return;
            Span<byte> material = stackalloc byte[MaterialLength];
            RandomNumberGenerator.Fill(material);
            Save(stored.With(workspace, Wrap(workspace, material)));
            CryptographicOperations.ZeroMemory(material);
        }
    }

    /// <summary>Destroys a workspace's keys: whatever they sealed is lost for good.</summary>
    public void Destroy(string workspace)
    {
        lock (gate)
        {
            Save(stored.Without(workspace));
            // TRICKY: not disposed here, since another thread may be sealing with it; the process forgets it with the last user.
            opened.TryRemove(workspace, out _);
        }
    }

    /// <summary>The keys of a workspace.</summary>
    /// <exception cref="KeyNotFoundException">It has none.</exception>
    public WorkspaceKeys Of(string workspace) =>
        opened.TryGetValue(workspace, out var keys) ? keys : Unwrap(workspace);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var keys in opened.Values)
            keys.Dispose();
        opened.Clear();
    }

    private static KeyRing Start(string file, MasterKey master)
    {
        var ring = new KeyRing(master, file, KeyFile.Empty(master.Id));
        ring.Save(ring.stored);
        return ring;
    }

    private static KeyFile Parse(string file)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllText(file), KeyFileJson.Default.KeyFile)
                ?? throw new JsonException("It is empty.");
        }
        catch (JsonException broken)
        {
            throw new UserErrorException($"{file} is damaged ({broken.Message}): restore it from a backup.", broken);
        }
    }

    private static string Whence(MasterKey master) => master.File ?? $"the variable {MasterKey.KeyVariable}";

    private static byte[] Context(string workspace) => Encoding.UTF8.GetBytes($"beleg workspace key\u001f{workspace}");

    private string Wrap(string workspace, ReadOnlySpan<byte> material)
    {
        using var wrapper = new WorkspaceKeys([.. master.Bytes, .. master.Bytes]);
        var wrapped = new byte[material.Length + WorkspaceKeys.Overhead];
        wrapper.Seal(material, Context(workspace), wrapped);
        return Convert.ToBase64String(wrapped);
    }

    private WorkspaceKeys Unwrap(string workspace)
    {
        lock (gate)
        {
            if (opened.TryGetValue(workspace, out var keys))
                return keys;
            if (!stored.Workspaces.TryGetValue(workspace, out var wrapped))
                throw new KeyNotFoundException($"The workspace {workspace} has no keys.");
            Span<byte> material = stackalloc byte[MaterialLength];
            using var wrapper = new WorkspaceKeys([.. master.Bytes, .. master.Bytes]);
            wrapper.Open(Convert.FromBase64String(wrapped), Context(workspace), material);
            keys = new WorkspaceKeys(material);
            CryptographicOperations.ZeroMemory(material);
            return opened[workspace] = keys;
        }
    }

    private void Save(KeyFile next)
    {
        if (file is not null)
            PrivateFile.Replace(file, JsonSerializer.Serialize(next, KeyFileJson.Default.KeyFile));
        stored = next;
    }
}
