using Beleg.EndToEnd.Support;

namespace Beleg.EndToEnd.CommandLine;

/// <summary>Exit codes and the one line that says what to do, alone and through a running server.</summary>
public sealed class ExitCodeTests
{
    [Theory]
    [InlineData("nonsense")]
    [InlineData("workspace", "create")]
    [InlineData("workspace", "create", "Not A Name")]
    [InlineData("key", "create", "nowhere", "--scope", "read")]
    [InlineData("key", "create", "nowhere", "--scope", "everything")]
    [InlineData("metrics", "aov", "--workspace", "nowhere")]
    [InlineData("receipt", "1", "--workspace", "nowhere")]
    [InlineData("import", "no-such-file.csv", "--workspace", "nowhere", "--as", "orders")]
    [InlineData("explain", "no_such_metric")]
    [InlineData("serve", "--urls", "not an address")]
    [InlineData("restore", "no-such-directory")]
    public async Task AMistakeIs2AndOneLine(params string[] arguments)
    {
        using var data = new BelegData();
        var finished = await data.RunAsync(arguments);
        finished.Code.ShouldBe(2, finished.Error);
        finished.Out.ShouldBeEmpty();
        finished.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => !line.Contains("master key", StringComparison.Ordinal)).ShouldHaveSingleItem().ShouldStartWith("beleg: ");
    }

    [Theory]
    [InlineData("why", "aov", "--workspace", "ours")]
    [InlineData("receipt", "1", "--workspace", "ours")]
    [InlineData("report", "proof-pack", "--workspace", "ours", "--month", "2026-09")]
    [InlineData("metrics", "--workspace", "ours", "--out", "metrics.xlsx")]
    [InlineData("customers", "--workspace", "ours")]
    public async Task ALanguageThatBelegDoesNotSpeakIsRefusedByName(params string[] arguments)
    {
        using var data = new BelegData();
        foreach (var wrong in new[] { "fr", "english", "deutsch", "d" })
        {
            var refused = await data.RunAsync([.. arguments, "--lang", wrong]);
            refused.Code.ShouldBe(2, refused.Error);
            refused.Out.ShouldBeEmpty();
            refused.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => !line.Contains("master key", StringComparison.Ordinal)).ShouldHaveSingleItem()
                .ShouldStartWith($"beleg: --lang: '{wrong}' is no language of Beleg's; say en or de.");
        }

        // A region of one of them is one of them: what is wrong then is the workspace.
        (await data.RunAsync([.. arguments, "--lang", "de-AT"])).Error.ShouldNotContain("--lang");
    }

    [Fact]
    public async Task TheSameWordsWorkAloneAndThroughTheServer()
    {
        using var data = new BelegData();
        (await data.RunAsync("workspace", "create", "ours", "--currency", "usd")).Ok();
        var alone = (await data.RunAsync("workspace", "list", "--json")).Ok();
        await using (await RunningBeleg.StartAsync(data))
        {
            (await data.RunAsync("workspace", "list", "--json")).Ok().ShouldBe(alone);
            var mistake = await data.RunAsync("workspace", "create", "ours");
            mistake.Code.ShouldBe(2);
            mistake.Error.Trim().ShouldBe("beleg: There is a workspace ours already.");
            var metrics = (await data.RunAsync("metrics", "aov", "--workspace", "ours", "--json")).Ok();
            metrics.ShouldContain("\"aov\"");
            (await data.RunAsync("serve")).Code.ShouldBe(2);
        }

        (await data.RunAsync("workspace", "list", "--json")).Ok().ShouldBe(alone);
    }

    [Fact]
    public async Task ATakenPortIsSaidInOneLine()
    {
        await using var first = await RunningBeleg.StartAsync();
        using var data = new BelegData();
        var second = await data.RunAsync("serve", "--urls", first.Url.ToString());
        second.Code.ShouldBe(2);
        second.Error.ShouldContain($"Port {first.Url.Port} is taken");
    }

    [Fact]
    public async Task ASecretComesFromInputAndIsPrintedNowhere()
    {
        using var data = new BelegData();
        (await data.RunAsync("workspace", "create", "ours")).Ok();
        var added = await data.RunAsync(["source", "add", "ours", "whatsapp"], "very-secret-value\n");
        added.Ok().ShouldContain("/in/ours/whatsapp");
        var listed = (await data.RunAsync("source", "list", "ours", "--json")).Ok();
        listed.ShouldNotContain("very-secret-value");
        listed.ShouldContain("\"state\": \"never\"");
        (await data.RunAsync("source", "list", "ours")).Ok().ShouldContain("never received");
        foreach (var file in Directory.EnumerateFiles(data.Path, "*", SearchOption.AllDirectories))
            System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file)).ShouldNotContain("very-secret-value", customMessage: file);
        (await data.RunAsync("source", "add", "ours", "segment")).Code.ShouldBe(2);
    }

    [Fact]
    public async Task AnImportAgainChangesNothingAndABackupHoldsIt()
    {
        using var data = new BelegData();
        (await data.RunAsync("workspace", "create", "ours")).Ok();
        var file = Path.Combine(data.Root, "orders.csv");
        await File.WriteAllTextAsync(file, "order_id,customer_id,placed_at,total,captured,currency\n1,c1,2026-09-01T10:00:00Z,20.00,20.00,EUR\n2,c2,2026-09-02T10:00:00Z,40.00,40.00,EUR\n3,c3,soon,1.00,1.00,EUR\n");
        var once = await data.RunAsync("import", "orders.csv", "--workspace", "ours", "--as", "orders");
        once.Ok().ShouldContain("2 taken, 1 refused");
        once.Error.ShouldContain("orders.csv:4:");
        (await data.RunAsync("import", "orders.csv", "--workspace", "ours", "--as", "orders", "--strict")).Code.ShouldBe(2);
        (await data.RunAsync("metrics", "aov", "--workspace", "ours", "--month", "2026-09", "--json")).Ok().ShouldContain("30");
        (await data.RunAsync("receipt", "2", "--workspace", "ours")).Ok().ShouldContain("40.00");
        (await data.RunAsync("rebuild", "--json")).Ok().ShouldContain("\"same\": true");

        var backup = Path.Combine(data.Root, "backup");
        (await data.RunAsync("backup", "--out", backup)).Ok();
        using var other = new BelegData { Environment = { ["BELEG_MASTER_KEY_FILE"] = data.MasterKey } };
        (await other.RunAsync("restore", backup)).Ok();
        (await other.RunAsync("export", "--workspace", "ours", "--table", "orders")).Ok().ShouldBe((await data.RunAsync("export", "--workspace", "ours", "--table", "orders")).Ok());
        (await data.RunAsync("doctor")).Ok().ShouldContain("ok   journal");
    }
}
