using System.CommandLine;
using System.Text;
using Beleg.App.Hosting;
using Beleg.Primitives;
using Beleg.Reports;
using Beleg.Reports.Printing;
using Beleg.Reports.ProofPacks;
using Beleg.State;
using NodaTime;
using NodaTime.Text;

namespace Beleg.App.Commands;

/// <summary>report: the month's proof as a file, edits, verification.</summary>
internal static class ReportVerb
{
    private static readonly Option<string> workspace = GlobalOptions.Workspace();
    private static readonly Option<string> month = new("--month") { Description = "The month, 2026-09.", HelpName = "MONTH", Required = true };
    private static readonly Option<string?> output = new("--out") { Description = "A .json, .html or .pdf file; JSON on standard output where none is named.", HelpName = "FILE" };
    private static readonly Option<string?> language = PeriodOptions.Language("en or de; the workspace's where none is named.");
    private static readonly Option<Paper> paper = new("--paper") { Description = "Paper of HTML and PDF: a4 or letter.", HelpName = "PAPER", DefaultValueFactory = _ => Paper.A4 };
    private static readonly Option<bool> again = new("--again") { Description = "Publish anew where later data changed the month; the first stays, and the new one says what it restates." };
    private static readonly Option<bool> endLinks = new("--end-links") { Description = "With --again: end the links on what was published of the month before; else they stay open until they expire." };
    private static readonly Option<bool> draft = new("--draft") { Description = "Write the draft and publish nothing." };
    private static readonly Option<string[]> set = new("--set") { Description = "A line to write over the draft, such as wins.1.text=…; an empty text gives it back to the draft.", HelpName = "PLACE=TEXT", Required = true };
    private static readonly Option<string> author = new("--author") { Description = "Who wrote it.", HelpName = "NAME", Required = true };
    private static readonly Argument<string> subject = new("FILE|HASH") { Description = "A proof as JSON, or the hash of one that was published here." };

    public static Command Build() => new("report", "Write reports, edit, share and verify them.")
    {
        new Verb("proof-pack", "Freeze a month's proof and write it: figures, evidence, reconciliation, signed hash.") { Runs = RunAsync, Options = { workspace, month, output, language, paper, again, endLinks, draft } },
        new Verb("edit", "Write over drafted sentences of a month's proof.") { Runs = EditAsync, Options = { workspace, month, set, author, language } },
        ReportShareVerb.Build(),
        new Verb("verify", "Say whether a proof's file, or a hash, is what was published.") { Runs = VerifyAsync, Arguments = { subject } },
    };

    private static async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var open = context.Data.Open(context.Get(workspace)!);
        var asked = MonthOf(context);
        var path = context.Get(output) is { } named ? context.PathOf(named) : null;
        var format = path is null ? ".json" : Path.GetExtension(path).ToLowerInvariant();
        if (format is not (".json" or ".html" or ".pdf"))
            throw new UserErrorException("--out: name a .json, .html or .pdf file.");
        if (context.Get(endLinks) && !context.Get(again))
            throw new UserErrorException("--end-links goes with --again: only a restatement has links before it.");
        await open.CatchUpAsync(context.Progress(), cancellationToken);
        var proofs = new Proofs(context.Data, open, context.ServerAddress);
        var proof = context.Get(draft) ? ProofDocument.Draft(await proofs.DraftAsync(asked, cancellationToken))
            : context.Get(again) ? await proofs.PublishAsync(asked, cancellationToken, context.Get(endLinks)) : await proofs.FreezeAsync(asked, cancellationToken);
        if (path is null)
        {
            await context.Out.WriteAsync(proof.ToJson());
            return ExitCode.Done;
        }

        var spoken = ReportLanguage.Of(context.Get(language) ?? open.Settings.Language);
        if (format == ".pdf")
        {
            await WritePdfAsync(path, proof, spoken, context.Get(paper), cancellationToken);
        }
        else
        {
            await WriteAsync(path, Encoding.UTF8.GetBytes(format == ".json" ? proof.ToJson() : ProofHtml.Render(proof, spoken, context.Get(paper))), cancellationToken);
        }

        await context.Out.WriteLineAsync(proof.Hash is { } hash ? $"{path}\nSHA-256 {hash}" : $"{path}\nA draft: {(proofs.IsOver(asked) ? "nobody has published it." : "the month is not over.")}");
        return ExitCode.Done;
    }

    // Without Chromium the same page as HTML stands in, and the exit code says that it is no PDF.
    private static async Task WritePdfAsync(string path, ProofDocument proof, ReportLanguage spoken, Paper on, CancellationToken cancellationToken)
    {
        try
        {
            if (await new ProofPrints().PrintAsync(proof, spoken, on, cancellationToken) is { } pdf)
            {
                await WriteAsync(path, pdf, cancellationToken);
                return;
            }
        }
        catch (PrintFailedException failed)
        {
            throw await InsteadAsync(failed.Message);
        }

        throw await InsteadAsync(Chromium.Missing);

        async Task<UserErrorException> InsteadAsync(string reason)
        {
            var instead = Path.ChangeExtension(path, ".html");
            await WriteAsync(instead, Encoding.UTF8.GetBytes(ProofHtml.Render(proof, spoken, on)), cancellationToken);
            return new UserErrorException($"{reason} The same page is in {instead}.");
        }
    }

    private static async Task<int> EditAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var open = context.Data.Open(context.Get(workspace)!);
        var german = ReportLanguage.Of(context.Get(language) ?? open.Settings.Language) == ReportLanguage.German;
        var texts = new Dictionary<string, (string En, string De)>();
        foreach (var pair in context.Get(set)!)
        {
            if (pair.Split('=', 2) is not [var place, var text])
                throw new UserErrorException("--set: write PLACE=TEXT, such as wins.1.text=\"A strong month.\"");
            texts[place] = german ? ("", text) : (text, "");
        }

        await open.CatchUpAsync(context.Progress(), cancellationToken);
        var changed = await new Proofs(context.Data, open).EditAsync(MonthOf(context), context.Get(author)!, texts, cancellationToken);
        await context.Out.WriteLineAsync($"{changed} {(changed == 1 ? "line" : "lines")} changed.");
        return ExitCode.Done;
    }

    private static async Task<int> VerifyAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var named = context.Get(subject);
        var path = context.PathOf(named);
        if (!File.Exists(path))
        {
            if (!named.All(char.IsAsciiHexDigit) || named.Length < Snapshots.LeastHashDigits)
                throw new UserErrorException($"There is no file {path}.");
            var check = ProofCheck.Of(context.Data.State.Snapshots, named) ?? throw new UserErrorException($"No proof with the hash {named} was published here.");
            if (!check.IsIntact)
                throw new UserErrorException("It was published here, but the chain of this workspace's proofs is broken: see beleg doctor.");
            await context.Out.WriteLineAsync($"It was published here: {check.Brand}, {check.Month:uuuu-MM}, revision {check.Revision}{(check.RestatedBy is { } later ? $"; restated by {later}" : "")}.");
            return ExitCode.Done;
        }

        var json = await File.ReadAllTextAsync(path, cancellationToken);
        if (!ProofHash.Verify(json))
            throw new UserErrorException($"{path} is not what was published: its hash or its signature does not follow from its content.");
        await context.Out.WriteLineAsync("It is what was published.");
        return ExitCode.Done;
    }

    private static YearMonth MonthOf(CommandContext context) => YearMonthPattern.Iso.Parse(context.Get(month)!) is { Success: true } parsed
        ? parsed.Value
        : throw new UserErrorException($"--month: write it like 2026-09, not '{context.Get(month)}'.");

    private static async Task WriteAsync(string path, byte[] bytes, CancellationToken cancellationToken)
    {
        try
        {
            await File.WriteAllBytesAsync(path, bytes, cancellationToken);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"{path} cannot be written: {refused.Message}", refused);
        }
    }
}
