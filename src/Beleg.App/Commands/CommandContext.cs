using System.CommandLine;
using System.Text.Json;
using Beleg.App.Hosting;

namespace Beleg.App.Commands;

/// <summary>What a verb works with; the same in a shell and inside the server.</summary>
/// <param name="Arguments">What was typed.</param>
/// <param name="Console">Streams.</param>
/// <param name="Directory">The data directory, absolute.</param>
/// <param name="Opened">The opened data, where the verb opens them.</param>
internal sealed record CommandContext(ParseResult Arguments, ConsoleSurface Console, string Directory, Installation? Opened)
{
    /// <summary>The opened data.</summary>
    public Installation Data => Opened ?? throw new InvalidOperationException("The verb does not open the data.");

    public TextWriter Out => Console.Out;

    public TextWriter Error => Console.Error;

    /// <summary>Where the server listens, or would: for addresses that are printed.</summary>
    public Uri ServerAddress => Opened?.PublicUrl ?? new Uri(Get(GlobalOptions.Urls)!.Split(';')[0]);

    /// <summary>Whether a machine reads the answer.</summary>
    public bool Json => Arguments.GetValue(GlobalOptions.Json);

    public T? Get<T>(Option<T> option) => Arguments.GetValue(option);

    public T Get<T>(Argument<T> argument) => Arguments.GetRequiredValue(argument);

    /// <summary>An absolute path of an argument.</summary>
    public string PathOf(string argument) => Path.GetFullPath(argument, Console.Directory);

    /// <summary>Writes a value as indented JSON.</summary>
    public void WriteJson<T>(T value) => Out.WriteLine(JsonSerializer.Serialize(value, Beleg.Reports.ReportJson.Indented));

    /// <summary>Progress on a terminal, rewritten in place; nothing where nobody watches.</summary>
    public IProgress<string> Progress() => new ProgressLine(Console);
}
