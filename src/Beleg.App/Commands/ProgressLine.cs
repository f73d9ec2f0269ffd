namespace Beleg.App.Commands;

/// <summary>One line on a terminal that says how far the work is.</summary>
internal sealed class ProgressLine(ConsoleSurface console) : IProgress<string>
{
    private int longest;

    /// <summary>Shows a text in place of the last; an empty one clears the line.</summary>
    public void Report(string value)
    {
        if (!console.IsWatched)
            return;
        console.Error.Write("\r" + value.PadRight(longest) + (value.Length == 0 ? "\r" : ""));
        console.Error.Flush();
        longest = Math.Max(longest, value.Length);
    }
}
