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
    private static readonly FigureOptions figures = new(
        ("--by", "Dimensions to split by, separated by commas.", "DIM"),
        ("--grain", "day, week, month or quarter.", "GRAIN"),
        ("--model", "Attribution model.", "MODEL"),
        ("--basis", "all or conservative.", "BASIS"),
        ("--compare", "none, previous or year.", "PERIOD"));
    private static readonly Option<string?> output = new("--out") { Description = "Writes the living document of all metrics to a file: .xlsx, .csv or .json.", HelpName = "FILE" };
    private static readonly Option<string?> language = PeriodOptions.Language("Language of that document: en or de.");

    public static Command Build() =>
        figures.AddTo(new Verb("metrics", "Show figures, or the catalogue of all metrics.") { Runs = RunAsync, Arguments = { ids }, Options = { workspace, output, language } });

    private static async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        if (context.Get(output) is { } file)
            return await WriteDocumentAsync(context, file, cancellationToken);
        if (context.Arguments.GetValue(ids) is not { Length: > 0 } wanted)
            return ShowCatalogue(context);
        var open = context.Data.Open(context.Get(workspace) ?? throw new UserErrorException("Say whose figures: --workspace WS."));
        await open.CatchUpAsync(context.Progress(), cancellationToken);
        var request = MetricRequestReader.Read(figures.Read(context, wanted), MetricCatalogue.Default, Dashboard.Months.Standard(open));
        var answer = await open.QueryAsync(request, cancellationToken);
        if (context.Json)
            context.Out.WriteLine(Encoding.UTF8.GetString(MetricJson.Bytes(answer)));
        else
            context.Out.Write(FigureTableText.Render(answer, new FigureText(Tongue.English, open.Currency)));
        return ExitCode.Done;
    }

    private static async Task<int> WriteDocumentAsync(CommandContext context, string file, CancellationToken cancellationToken)
    {
        var format = Path.GetExtension(file).TrimStart('.').ToLowerInvariant();
        if (!MetricTableFile.Formats.Contains(format))
            throw new UserErrorException($"--out: name a file that ends in .{string.Join(", .", MetricTableFile.Formats)}.");
        var open = context.Data.Open(context.Get(workspace) ?? throw new UserErrorException("Say whose figures: --workspace WS."));
        var tongue = Tongue.Find(context.Get(language) ?? open.Settings.Language) ?? Tongue.English;
        await open.CatchUpAsync(context.Progress(), cancellationToken);
        var period = MetricRequestReader.Read(figures.Read(context, "aov").Where(word => word.Key is "metrics" or "from" or "to" or "month"), MetricCatalogue.Default, Dashboard.Months.Standard(open)).Period;
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
