using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Beleg.Reports;
using Beleg.Tests.Support;

namespace Beleg.Tests.Reports;

/// <summary>Whoever holds a proof in hand can verify it without this program.</summary>
[Trait("Speed", "Slow")]
public sealed class ProofNodeTests
{
    [Theory]
    [InlineData("\"value\": 6128.4", "\"value\": 6128.4", "true")]
    [InlineData("\"value\": 6128.4", "\"value\": 9128.4", "false")]
    public void TheLinesInTheGuideVerifyAProof(string told, string instead, string expected)
    {
        using var directory = new TemporaryDirectory();
        var proof = SomeProof.Worst();
        proof = proof with { Figures = [.. proof.Figures.Select((f, i) => i == 0 ? f with { Value = 6128.40m, Change = .000001m } : f)] };
        File.WriteAllText(directory["proof.json"], JsonSerializer.Serialize(SomeProof.Sealed(proof, "ab"), ReportJson.Indented).Replace(told, instead, StringComparison.Ordinal));
        File.WriteAllText(directory["verify.js"], Regex.Match(File.ReadAllText(Repository.File("docs/reports.md")), "```js\n(.*?)```", RegexOptions.Singleline).Groups[1].Value);

        using var node = Start(directory);

        node.StandardOutput.ReadToEnd().Trim().ShouldBe(expected);
    }

    private static Process Start(TemporaryDirectory directory)
    {
        try
        {
            return Process.Start(new ProcessStartInfo("node", ["verify.js"]) { WorkingDirectory = directory.Path, RedirectStandardOutput = true })!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("Node is not here.");
            throw;
        }
    }
}
