using System.Diagnostics;
using System.Globalization;

namespace Beleg.EndToEnd.Support;

/// <summary>A real file system with little room, in memory; tests that need it are skipped where nothing may be mounted.</summary>
internal sealed class SmallDisk : IAsyncDisposable
{
    private readonly string path;

    private SmallDisk(string path) => this.path = path;

    public static async Task<SmallDisk> MountAsync(string path, int mebibytes)
    {
        var mounted = OperatingSystem.IsLinux() && await RunAsync("mount", "-t", "tmpfs", "-o", Size(mebibytes), "beleg-test", path);
        Assert.SkipUnless(mounted, "Mounting a small disk needs root.");
        return new SmallDisk(path);
    }

    /// <summary>Gives it another size; what is on it stays.</summary>
    public async Task GrowAsync(int mebibytes) => (await RunAsync("mount", "-o", "remount," + Size(mebibytes), path)).ShouldBeTrue();

    /// <summary>Takes the last room there is.</summary>
    public void Fill()
    {
        using var file = new FileStream(Path.Combine(path, "ballast"), FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        var block = new byte[4096];
        try
        {
            while (true)
                file.Write(block);
        }
        catch (IOException)
        {
            // That was the last of it.
        }
    }

    public async ValueTask DisposeAsync() => await RunAsync("umount", "--lazy", path);

    private static string Size(int mebibytes) => string.Create(CultureInfo.InvariantCulture, $"size={mebibytes}m");

    private static async Task<bool> RunAsync(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
            await process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
