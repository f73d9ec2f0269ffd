using System.Text;

namespace Beleg.App.Commands;

/// <summary>Where a command writes and reads: the process's own streams, or those of a client of the running server.</summary>
internal sealed record ConsoleSurface
{
    /// <summary>Results.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Errors, warnings and progress.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Reads all of standard input; empty where there is none.</summary>
    public required Func<string> ReadInput { get; init; }

    /// <summary>Whether a person watches <see cref="Error"/>: then long work shows its progress there.</summary>
    public bool IsWatched { get; init; }

    /// <summary>Relative paths of arguments count from here.</summary>
    public required string Directory { get; init; }

    /// <summary>The streams of this process.</summary>
    public static ConsoleSurface Standard()
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return new ConsoleSurface
        {
            Out = Console.Out,
            Error = Console.Error,
            ReadInput = ReadStandardInput,
            IsWatched = !Console.IsErrorRedirected,
            Directory = Environment.CurrentDirectory,
        };
    }

    private static string ReadStandardInput()
    {
        if (Console.IsInputRedirected)
            return Console.In.ReadToEnd();
        Console.Error.Write("Type it here (not shown), then Enter: ");
        var typed = new StringBuilder();
        for (var key = Console.ReadKey(intercept: true); key.Key != ConsoleKey.Enter; key = Console.ReadKey(intercept: true))
        {
            if (key.Key == ConsoleKey.Backspace && typed.Length > 0)
                typed.Length--;
            else if (!char.IsControl(key.KeyChar))
                typed.Append(key.KeyChar);
        }

        Console.Error.WriteLine();
        return typed.ToString();
    }
}
