using System.CommandLine;
using System.Globalization;
using Beleg.App.Hosting;
using Beleg.Journal;
using Beleg.Primitives;
using Beleg.Sources;
using Beleg.Sources.Files;
using NodaTime;

namespace Beleg.App.Commands;

/// <summary>import: rows of a file become deliveries like any other.</summary>
internal static class ImportVerb
{
    private static readonly Argument<string> file = new("FILE") { Description = "CSV, JSON lines or Parquet." };
    private static readonly Option<string> workspace = GlobalOptions.Workspace();
    private static readonly Option<string> kind = new("--as") { Description = "What its rows are: " + string.Join(", ", ImportKinds.All.Select(one => one.Name)) + ".", HelpName = "KIND", Required = true };
    private static readonly Option<string[]> map = new("--map") { Description = "What a header means: theirs=ours; may be repeated.", HelpName = "THEIRS=OURS" };
    private static readonly Option<string[]> set = new("--set") { Description = "One value for all rows: ours=value; may be repeated.", HelpName = "OURS=VALUE" };
    private static readonly Option<string?> decimals = new("--decimal") { Description = "comma or point.", HelpName = "SIGN" };
    private static readonly Option<string?> zone = new("--zone") { Description = "Zone of times without an offset; the workspace's where absent.", HelpName = "ZONE" };
    private static readonly Option<string?> dates = new("--dates") { Description = "dmy or mdy.", HelpName = "ORDER" };
    private static readonly Option<string?> separator = new("--separator") { Description = "Separator, where it is not found out.", HelpName = "CHAR" };
    private static readonly Option<bool> dry = new("--dry-run") { Description = "Say what would happen and keep nothing." };
    private static readonly Option<bool> strict = new("--strict") { Description = "Exit with 2 when any row was refused, not only when all were." };

    public static Command Build() => new Verb("import", "Take the rows of a file into the journal; again changes nothing (docs/imports.md).")
    {
        Runs = RunAsync,
        Arguments = { file },
        Options = { workspace, kind, map, set, decimals, zone, dates, separator, dry, strict },
    };

    private static async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var open = context.Data.Open(context.Get(workspace)!);
        var path = context.PathOf(context.Get(file));
        if (!File.Exists(path))
            throw new UserErrorException($"There is no file {path}.");
        var settings = BuiltInSources.Import;
        using var import = new FileImport(ImportKinds.Named(context.Get(kind)!), Options(context, open, path), SourceCatalogue.Find(settings.Provider)!, new TranslationContext(settings, open.Hash));
        var progress = context.Progress();
        var share = new Progress<double>(done => progress.Report(string.Create(CultureInfo.InvariantCulture, $"{done:P0} …")));
        var report = await import.RunAsync(path, context.Get(dry) ? null : (bodies, stop) => KeepAsync(context.Data, open.Name, bodies, stop), context.Console.IsWatched ? share : null, cancellationToken);
        progress.Report("");
        if (!context.Get(dry))
            await open.CatchUpAsync(progress, cancellationToken);
        Show(context, report, Path.GetFileName(path));
        // Nothing of it came in: whoever runs this by a timer must not take that for done.
        if (report is { Taken: 0, Refused: > 0 })
            throw new UserErrorException($"No row of {Path.GetFileName(path)} came in: mend the file as said above and import it again.");
        return context.Get(strict) && report.Refused > 0 ? ExitCode.UserError : ExitCode.Done;
    }

    private static async Task KeepAsync(Installation data, string workspace, IReadOnlyList<ReadOnlyMemory<byte>> bodies, CancellationToken cancellationToken)
    {
        var now = data.Clock.GetCurrentInstant();
        var nothing = System.Collections.Immutable.ImmutableDictionary<string, string>.Empty;
        var kept = await data.Journal.AppendManyAsync([.. bodies.Select(body => new NewDelivery(workspace, BuiltInSources.Import.Name, now, nothing, body))], cancellationToken);
        if (!kept.IsKept)
            throw new UserErrorException($"The journal cannot write: {kept.Reason} Make room and import the file again; rows that are in do not count twice.");
    }

    private static ImportOptions Options(CommandContext context, OpenWorkspace open, string path) => new()
    {
        Map = Pairs(context.Get(map), "--map"),
        Set = Pairs(context.Get(set), "--set"),
        Separator = context.Get(separator) switch { null => null, "\\t" or "tab" => '\t', { Length: 1 } one => one[0], var other => throw new UserErrorException($"--separator: one character, not '{other}'.") },
        FileName = Path.GetFileName(path),
        FileTime = Instant.FromDateTimeUtc(File.GetLastWriteTimeUtc(path)),
        Cells = new CellFormat
        {
            EitherDecimal = context.Get(decimals) is null,
            DecimalComma = context.Get(decimals) switch { null or "point" => false, "comma" => true, _ => throw new UserErrorException("--decimal: comma or point.") },
            Zone = context.Get(zone) is not { } named ? open.Zone : DateTimeZoneProviders.Tzdb.GetZoneOrNull(named) ?? throw new UserErrorException($"--zone: '{named}' is no IANA zone such as Europe/Berlin."),
            DayFirst = context.Get(dates) switch { null => null, "dmy" => true, "mdy" => false, _ => throw new UserErrorException("--dates: dmy or mdy.") },
        },
    };

    private static Dictionary<string, string> Pairs(string[]? texts, string option) => (texts ?? []).Select(text => text.Split('=', 2) is [var left, var right]
        ? KeyValuePair.Create(left, right)
        : throw new UserErrorException($"{option}: write NAME=VALUE, not '{text}'.")).ToDictionary(StringComparer.Ordinal);

    private static void Show(CommandContext context, ImportReport report, string name)
    {
        if (context.Json)
        {
            context.WriteJson(report);
            return;
        }

        foreach (var error in report.Errors)
            context.Error.WriteLine(error.In(name));
        foreach (var column in report.Columns.Where(column => column.Column is null))
            context.Error.WriteLine($"{name}: {column.Header}: {(column.Property is null ? "left out" : $"kept as property {column.Property}")}");
        context.Out.WriteLine(FormattableString.Invariant($"{name} ({report.Format}): {report.Rows} rows, {report.Taken} taken, {report.Refused} refused; {report.Events} events{(report.From is { } from && report.To is { } to ? $" from {from} to {to}" : "")}."));
    }
}
