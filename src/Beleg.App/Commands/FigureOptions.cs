using System.CommandLine;
using Beleg.Primitives;

namespace Beleg.App.Commands;

/// <summary>How a command asks for figures: days, whatever else it knows of a request, and filters, in the words of the interface.</summary>
internal sealed class FigureOptions
{
    private readonly Option<string?>[] words;
    private readonly Option<string[]> filters = new("--where") { Description = "Keeps the rows of a dimension: --where channel=instagram; may be repeated.", HelpName = "DIM=VALUE" };

    /// <summary>The days, and these beside them.</summary>
    public FigureOptions(params (string Name, string Description, string Help)[] others) =>
        words =
        [
            Word("--from", "First day, 2026-09-01.", "DAY"),
            Word("--to", "The day after the last.", "DAY"),
            Word("--month", "A month instead of two days, 2026-09; the last complete one where nothing is said.", "MONTH"),
            .. others.Select(other => Word(other.Name, other.Description, other.Help)),
        ];

    /// <summary>Gives them to a command.</summary>
    public Verb AddTo(Verb verb)
    {
        foreach (var word in words)
            verb.Options.Add(word);
        verb.Options.Add(filters);
        return verb;
    }

    /// <summary>What was said, as a request of the interface reads it.</summary>
    /// <exception cref="UserErrorException">A filter is not written as one.</exception>
    public IEnumerable<KeyValuePair<string, string?>> Read(CommandContext context, string? metrics)
    {
        yield return KeyValuePair.Create("metrics", metrics);
        foreach (var word in words)
            yield return KeyValuePair.Create(word.Name.TrimStart('-'), context.Get(word));
        foreach (var filter in context.Get(filters) ?? [])
            yield return filter.Split('=', 2) is [var name, var value]
                ? KeyValuePair.Create<string, string?>(name, value)
                : throw new UserErrorException($"--where: write DIM=VALUE, not '{filter}'.");
    }

    private static Option<string?> Word(string name, string description, string help) => new(name) { Description = description, HelpName = help };
}
