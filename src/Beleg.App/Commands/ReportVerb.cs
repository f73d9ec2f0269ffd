using System.CommandLine;
using System.Text;
using System.Text.Json;
using Beleg.App.Hosting;
using Beleg.Primitives;
using Beleg.Reports;
using NodaTime.Text;

namespace Beleg.App.Commands;

/// <summary>report proof-pack: the month's proof as a file.</summary>
internal static class ReportVerb
{
    private static readonly Option<string> workspace = GlobalOptions.Workspace();
    private static readonly Option<string> month = new("--month") { Description = "The month, 2026-09.", HelpName = "MONTH", Required = true };
    private static readonly Option<string?> output = new("--out") { Description = "A .json or .html file; JSON on standard output where none is named.", HelpName = "FILE" };
    private static readonly Option<string?> language = new("--lang") { Description = "en or de; the workspace's where none is named.", HelpName = "LANG" };
    private static readonly Option<bool> again = new("--again") { Description = "Publish anew where later data changed the month; the first stays, and the new one says what it restates." };
    private static readonly Argument<string> file = new("FILE") { Description = "A proof as JSON." };

    public static Command Build() => new("report", "Write reports, and verify them.")
    {
        new Verb("proof-pack", "Freeze a month's proof and write it: figures, evidence, reconciliation, hash.") { Runs = RunAsync, Options = { workspace, month, output, language, again } },
        new Verb("verify", "Say whether a proof's file is what was published.") { Runs = VerifyAsync, OpensData = false, Arguments = { file } },
    };

    private static async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var open = context.Data.Open(context.Get(workspace)!);
        if (YearMonthPattern.Iso.Parse(context.Get(month)!) is not { Success: true } parsed)
            throw new UserErrorException($"--month: write it like 2026-09, not '{context.Get(month)}'.");
        await open.CatchUpAsync(context.Progress(), cancellationToken);
        var proofs = new Proofs(context.Data, open);
        var proof = context.Get(again) ? await proofs.PublishAsync(parsed.Value, cancellationToken) : await proofs.ReadAsync(parsed.Value, cancellationToken);
        var json = JsonSerializer.Serialize(proof, ReportJson.Indented) + "\n";
        if (context.Get(output) is not { } named)
        {
            await context.Out.WriteAsync(json);
            return ExitCode.Done;
        }

        var path = context.PathOf(named);
        await WriteAsync(path, Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".json" => json,
            ".html" => ProofHtml.Render(proof, ReportLanguage.Of(context.Get(language) ?? open.Settings.Language)),
            _ => throw new UserErrorException("--out: name a .json or .html file; a PDF is the print of the HTML."),
        }, cancellationToken);
        await context.Out.WriteLineAsync(proof.Hash is { } hash ? $"{path}\nSHA-256 {hash}" : $"{path}\nA draft: the month is not over.");
        return ExitCode.Done;
    }

    private static async Task<int> VerifyAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var path = context.PathOf(context.Get(file));
        if (!File.Exists(path))
            throw new UserErrorException($"There is no file {path}.");
        if (!ProofHash.Verify(await File.ReadAllTextAsync(path, cancellationToken)))
            throw new UserErrorException($"{path} is not what was published: its hash does not follow from its content.");
        await context.Out.WriteLineAsync("It is what was published.");
        return ExitCode.Done;
    }

    private static async Task WriteAsync(string path, string text, CancellationToken cancellationToken)
    {
        try
        {
            await File.WriteAllTextAsync(path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), cancellationToken);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"{path} cannot be written: {refused.Message}", refused);
        }
    }
}
