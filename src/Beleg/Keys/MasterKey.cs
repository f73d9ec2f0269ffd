using System.Globalization;
using System.Security.Cryptography;
using Beleg.Primitives;

namespace Beleg.Keys;

/// <summary>
/// The 32 bytes that wrap every workspace's keys. It lies outside the data directory, so that a stolen backup of the data opens
/// nothing; without it the data cannot be read by anyone (docs/adr/0006).
/// </summary>
public sealed class MasterKey
{
    /// <summary>Holds the key itself, base64.</summary>
    public const string KeyVariable = "BELEG_MASTER_KEY";

    /// <summary>Names the file that holds the key, base64.</summary>
    public const string FileVariable = "BELEG_MASTER_KEY_FILE";

    private const int Length = 32;

    private readonly byte[] bytes;

    private MasterKey(byte[] bytes, string? file)
    {
        this.bytes = bytes;
        File = file;
        Id = Convert.ToHexStringLower(HMACSHA256.HashData(bytes, "beleg master key id"u8)[..8]);
    }

    /// <summary>The file it came from; null where the environment held it.</summary>
    public string? File { get; }

    /// <summary>Tells two master keys apart without revealing either; sixteen hex digits.</summary>
    public string Id { get; }

    internal ReadOnlySpan<byte> Bytes => bytes;

    /// <summary>Takes the key from the environment, else from its file; makes that file (mode 0600) where both it and the data are new.</summary>
    /// <param name="environment">Reads a variable; null where it is not set.</param>
    /// <param name="dataIsNew">Whether no data exists yet that another key may have wrapped.</param>
    /// <exception cref="UserErrorException">The key is malformed, or missing although data exists.</exception>
    public static MasterKey Find(Func<string, string?> environment, bool dataIsNew)
    {
        if (environment(KeyVariable) is { Length: > 0 } inline)
            return new MasterKey(Decode(inline, KeyVariable), null);
        var file = PathOf(environment);
        if (!System.IO.File.Exists(file))
        {
            if (!dataIsNew)
                throw new UserErrorException(string.Create(CultureInfo.InvariantCulture, $"The data is encrypted, and its master key is expected in {file}, which is missing: put it back, or name another file in {FileVariable}."));
            Create(file);
        }

        return new MasterKey(Decode(System.IO.File.ReadAllText(file), file), file);
    }

    /// <summary>A new random key that is kept nowhere.</summary>
    public static MasterKey Random() => new(RandomNumberGenerator.GetBytes(Length), null);

    /// <summary>What an operator should know: the key lies beside the data, or others can read it. Empty when all is well.</summary>
    /// <param name="dataDirectory">Where the data lies.</param>
    public IEnumerable<string> Warnings(string dataDirectory)
    {
        if (File is null)
            yield break;
        var data = Path.GetFullPath(dataDirectory) + Path.DirectorySeparatorChar;
        if (Path.GetFullPath(File).StartsWith(data, StringComparison.Ordinal))
            yield return $"The master key {File} lies inside the data directory: whoever copies the data can read it. Move it out and set {FileVariable}.";
        const UnixFileMode others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;
        if (!OperatingSystem.IsWindows() && (System.IO.File.GetUnixFileMode(File) & others) != 0)
            yield return $"The master key {File} can be read by other users: chmod 600 it.";
    }

    private static string PathOf(Func<string, string?> environment)
    {
        if (environment(FileVariable) is { Length: > 0 } named)
            return Path.GetFullPath(named);
        var home = environment("XDG_CONFIG_HOME") is { Length: > 0 } xdg
            ? xdg
            : Path.Combine(environment("HOME") ?? Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".config");
        return Path.Combine(home, "beleg", "master.key");
    }

    private static byte[] Decode(string text, string whence)
    {
        var key = new byte[Length + 1];
        if (!Convert.TryFromBase64String(text.Trim(), key, out var read) || read != Length)
            throw new UserErrorException($"The master key in {whence} is not {Length} bytes in base64: make one with `head -c {Length} /dev/urandom | base64`.");
        return key[..Length];
    }

    private static void Create(string file)
    {
        PrivateFile.CreateDirectory(Path.GetDirectoryName(file)!);
        try
        {
            PrivateFile.WriteNew(file, Convert.ToBase64String(RandomNumberGenerator.GetBytes(Length)) + "\n");
        }
        catch (IOException) when (System.IO.File.Exists(file))
        {
            // Another process made it in the same moment: its key is as good as ours, and it is the one that stays.
        }
    }
}
