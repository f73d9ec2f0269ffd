using System.CommandLine;
using System.Text;
using Beleg.Primitives;
using Beleg.Reports;

namespace Beleg.App.Commands;

/// <summary>export: the rows of a fact table as CSV.</summary>
internal static class ExportVerb
{
    private static readonly Option<string> workspace = GlobalOptions.Workspace();
    private static readonly Option<string> table = new("--table") { Description = "Which facts: orders, credit, conversation, contact …", HelpName = "TABLE", Required = true };
    private static readonly Option<string> output = new("--out") { Description = "The file to write; - for standard output.", HelpName = "FILE", DefaultValueFactory = _ => "-" };

    public static Command Build() => new Verb("export", "Write facts as CSV; people appear by their keys only.") { Runs = RunAsync, Options = { workspace, table, output } };

    private static async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var open = context.Data.Open(context.Get(workspace)!);
        await open.CatchUpAsync(context.Progress(), cancellationToken);
        if (context.Get(output) is "-")
        {
            FactLists.Export(open.Warehouse, context.Get(table)!, row => context.Out.WriteLine(Csv.Line(row)));
            return ExitCode.Done;
        }

        var path = context.PathOf(context.Get(output)!);
        var rows = -1L;
        try
        {
            await using var file = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            FactLists.Export(open.Warehouse, context.Get(table)!, row =>
            {
                file.Write(Csv.Line(row) + "\r\n");
                rows++;
            });
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"{path} cannot be written: {refused.Message}", refused);
        }

        await context.Out.WriteLineAsync(FormattableString.Invariant($"{rows} rows in {path}"));
        return ExitCode.Done;
    }
}
