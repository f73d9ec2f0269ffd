using System.CommandLine;
using Beleg.Reports.Printing;
using Beleg.Warehouse;

namespace Beleg.App.Commands;

/// <summary>doctor: is everything well, and what to do where it is not.</summary>
internal static class DoctorVerb
{
    private const long LeastFreeBytes = 1L << 30;

    public static Command Build() => new Verb("doctor", "Check keys, disk, journal, warehouses and Chromium; reads the whole journal.") { Runs = RunAsync };

    private static async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var findings = new List<(bool IsWell, string Text)>();
        var (data, progress) = (context.Data, context.Progress());
        Note(findings, "master key", data.Master.Warnings(data.Directory));
        progress.Report("Reading the journal …");
        Note(findings, "journal", await data.Journal.CheckIntegrityAsync(cancellationToken));
        progress.Report("");
        foreach (var workspace in data.State.Workspaces.List())
        {
            var warehouse = data.Open(workspace.Name).Warehouse;
            Note(findings, $"facts of {workspace.Name}", warehouse.State == WarehouseState.Ready ? [] : [$"{warehouse.Reason} They are derived again with: beleg rebuild --workspace {workspace.Name}"]);
            Note(findings, $"published reports of {workspace.Name}", data.State.Snapshots.Verify(workspace.Name));
        }

        var free = new DriveInfo(data.Directory).AvailableFreeSpace;
        Note(findings, "disk", free >= LeastFreeBytes ? [] : [FormattableString.Invariant($"only {free >> 20} MiB are free at {data.Directory}: make room.")]);
        Note(findings, "Chromium", Chromium.Find(Environment.GetEnvironmentVariable) is null ? [$"proofs are HTML and JSON only. {Chromium.Missing}"] : []);
        if (context.Json)
            context.WriteJson(findings.Select(finding => new { ok = finding.IsWell, text = finding.Text }));
        else
            findings.ForEach(finding => context.Out.WriteLine((finding.IsWell ? "ok   " : "look ") + finding.Text));
        return ExitCode.Done;
    }

    private static void Note(List<(bool, string)> findings, string what, IEnumerable<string> problems)
    {
        var before = findings.Count;
        findings.AddRange(problems.Select(problem => (false, $"{what}: {problem}")));
        if (findings.Count == before)
            findings.Add((true, what));
    }
}
