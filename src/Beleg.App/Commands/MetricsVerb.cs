using System.CommandLine;
using System.Text;
using Beleg.App.Dashboard;
using Beleg.App.Dashboard.Language;
using Beleg.Metrics;
using Beleg.Primitives;

namespace Beleg.App.Commands;

/// <summary>metrics: figures on a terminal or as JSON.</summary>
internal static class MetricsVerb
{
    private static readonly Argument<string?> ids = new("ID[,ID]") { Description = "Which; the catalogue where none is named.", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<string?> workspace = new("--workspace") { Description = "Name of the workspace.", HelpName = "WS" };
    private static readonly Option<string?>[] words =
    [
        Word("--from", "First day, 2026-09-01.", "DAY"),
        Word("--to", "The day after the last.", "DAY"),
        Word("--month", "A month instead of two days, 2026-09; the last complete one where nothing is said.", "MONTH"),
        Word("--by", "Dimensions to split by, separated by commas.", "DIM"),
        Word("--grain", "day, week, month or quarter.", "GRAIN"),
        Word("--model", "Attribution model.", "MODEL"),
        Word("--basis", "all or conservative.", "BASIS"),
        Word("--compare", "none, previous or year.", "PERIOD"),
    ];
    private static readonly Option<string[]> filters = new("--where") { Description = "Keeps the rows of a dimension: --where channel=instagram; may be repeated.", HelpName = "DIM=VALUE" };

    private static readonly Option<string?> output = new("--out") { Description = "Writes the living document of all metrics to a file: .xlsx, .csv or .json.", HelpName = "FILE" };
    private static readonly Option<string?> language = new("--lang") { Description = "Language of that document: en or de.", HelpName = "LANG" };

    public static Command Build()
    {
        var verb = new Verb("metrics", "Show figures, or the catalogue of all metrics.") { Runs = RunAsync, Arguments = { ids }, Options = { workspace, filters, output, language } };
        foreach (var word in words)
            verb.Options.Add(word);
        return verb;
    }

    private static Option<string?> Word(string name, string description, string help) => new(name) { Description = description, HelpName = help };

    private static async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        if (context.Get(output) is { } file)
            return await WriteDocumentAsync(context, file, cancellationToken);
        if (context.Arguments.GetValue(ids) is not { Length: > 0 } wanted)
            return ShowCatalogue(context);
        var open = context.Data.Open(context.Get(workspace) ?? throw new UserErrorException("Say whose figures: --workspace WS."));
        await open.CatchUpAsync(context.Progress(), cancellationToken);
        var request = MetricRequestReader.Read(Words(context, wanted), MetricCatalogue.Default, Dashboard.Months.Standard(open));
        var answer = await open.QueryAsync(request, cancellationToken);
        if (context.Json)
            context.Out.WriteLine(Encoding.UTF8.GetString(MetricJson.Bytes(answer)));
        else
            context.Out.Write(FigureTableText.Render(answer, new FigureText(Tongue.English, open.Currency)));
        return ExitCode.Done;
    }

    private static IEnumerable<KeyValuePair<string, string?>> Words(CommandContext context, string wanted)
    {
        yield return KeyValuePair.Create<string, string?>("metrics", wanted);
        foreach (var word in words)
            yield return KeyValuePair.Create(word.Name.TrimStart('-'), context.Get(word));
        foreach (var filter in context.Get(filters) ?? [])
            yield return filter.Split('=', 2) is [var name, var value]
                ? KeyValuePair.Create<string, string?>(name, value)
                : throw new UserErrorException($"--where: write DIM=VALUE, not '{filter}'.");
    }

    private static async Task<int> WriteDocumentAsync(CommandContext context, string file, CancellationToken cancellationToken)
    {
        var format = Path.GetExtension(file).TrimStart('.').ToLowerInvariant();
        if (!MetricTableFile.Formats.Contains(format))
            throw new UserErrorException($"--out: name a file that ends in .{string.Join(", .", MetricTableFile.Formats)}.");
        var open = context.Data.Open(context.Get(workspace) ?? throw new UserErrorException("Say whose figures: --workspace WS."));
        var tongue = context.Get(language) is not { } asked ? Tongue.Find(open.Settings.Language) ?? Tongue.English : Tongue.Find(asked) ?? throw new UserErrorException("--lang: en or de.");
        await open.CatchUpAsync(context.Progress(), cancellationToken);
        var period = MetricRequestReader.Read(Words(context, "aov").Where(word => word.Key is "metrics" or "from" or "to" or "month"), MetricCatalogue.Default, Dashboard.Months.Standard(open)).Period;
        var path = context.PathOf(file);
        var table = await open.MetricTableAsync(period, null, cancellationToken);
        try
        {
            await File.WriteAllBytesAsync(path, MetricTableFile.Bytes(table, format, tongue, context.Data.Clock.GetCurrentInstant()), cancellationToken);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"{path} cannot be written: {refused.Message}", refused);
        }

        context.Out.WriteLine(FormattableString.Invariant($"{table.Rows.Count} metrics in {path}"));
        return ExitCode.Done;
    }

    private static int ShowCatalogue(CommandContext context)
    {
        if (context.Json)
            context.Out.WriteLine(Encoding.UTF8.GetString(MetricJson.Bytes(MetricCatalogue.Default)));
        else
            foreach (var metric in MetricCatalogue.Default.All)
                context.Out.WriteLine($"{metric.Id}\t{(metric.IsDue ? "" : "planned: ")}{metric.Name.En}");
        return ExitCode.Done;
    }
}
