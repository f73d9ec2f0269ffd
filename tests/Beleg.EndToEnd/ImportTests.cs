using Beleg.EndToEnd.Support;

namespace Beleg.EndToEnd;

public sealed class ImportTests : IAsyncLifetime
{
    private const string Orders =
        "Name,Email,Created at,Total,Currency\n#1,a@example.com,2026-09-03,12.50,EUR\n#2,b@example.com,2026-09-04,x,EUR\n#3,c@example.com,2026-09-05,7.50,EUR\n";

    private readonly BelegData data = new();

    public async ValueTask InitializeAsync() => (await data.RunAsync("workspace", "create", "shop")).Ok();

    public ValueTask DisposeAsync()
    {
        data.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task GoodRowsCountOnceHoweverOftenTheFileComes()
    {
        var file = await Write("orders.csv", Orders);

        var first = await data.RunAsync("import", file, "--workspace", "shop", "--as", "orders");
        first.Ok().ShouldContain("3 rows, 2 taken, 1 refused");
        first.Error.ShouldContain("orders.csv:3: Total: 'x' is no number");
        (await data.RunAsync("import", file, "--workspace", "shop", "--as", "orders")).Ok();

        (await Aov()).ShouldContain("€20.00 ÷ 2");
    }

    [Fact]
    public async Task ACorrectedFileReplacesWhatItSaidBefore()
    {
        var file = await Write("orders.csv", Orders);
        (await data.RunAsync("import", file, "--workspace", "shop", "--as", "orders")).Ok();
        await Write("orders.csv", Orders.Replace(",x,", ",5.00,", StringComparison.Ordinal).Replace("12.50", "10.00", StringComparison.Ordinal));
        File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddSeconds(5));
        (await data.RunAsync("import", file, "--workspace", "shop", "--as", "orders")).Ok();

        (await Aov()).ShouldContain("€22.50 ÷ 3");
    }

    [Fact]
    public async Task StrictEndsWithTwoAndADryRunKeepsNothing()
    {
        var file = await Write("orders.csv", Orders);

        (await data.RunAsync("import", file, "--workspace", "shop", "--as", "orders", "--dry-run", "--strict")).Code.ShouldBe(2);

        (await Aov()).ShouldMatch(@"aov\s+–");
    }

    [Fact]
    public async Task AFileOfWhichNothingCameInHasFailed()
    {
        var file = await Write("orders.csv", "Name,Email,Created at,Total,Currency\n#1,a@example.com,soon,12.50,EUR\n#2,b@example.com,2026-09-04,x,EUR\n");

        foreach (var more in new[] { Array.Empty<string>(), ["--dry-run"], ["--json"] })
        {
            var said = await data.RunAsync(["import", file, "--workspace", "shop", "--as", "orders", .. more]);
            said.Code.ShouldBe(2);
            said.Out.ShouldContain(more is ["--json"] ? "\"taken\": 0" : "2 rows, 0 taken, 2 refused");
        }

        (await data.RunAsync("import", file, "--workspace", "shop", "--as", "orders")).Error.Trim().Split('\n')[^1].ShouldBe("beleg: No row of orders.csv came in: mend the file as said above and import it again.");

        // A file without a row is no failure: there was nothing to refuse.
        await Write("orders.csv", "Name,Email,Created at,Total,Currency\n");
        (await data.RunAsync("import", file, "--workspace", "shop", "--as", "orders")).Ok().ShouldContain("0 rows");
    }

    [Theory]
    [InlineData("orders", "nothing.csv", "There is no file")]
    [InlineData("bananas", "orders.csv", "bananas")]
    [InlineData("surveys", "orders.csv", "--map")]
    public async Task AMistakeIsSaidInOneLineWithWhatToDo(string kind, string name, string expected)
    {
        await Write("orders.csv", Orders);

        var said = await data.RunAsync("import", Path.Combine(data.Root, name), "--workspace", "shop", "--as", kind);

        said.Code.ShouldBe(2);
        said.Error.ShouldContain(expected);
        said.Error.Trim().Split('\n').Length.ShouldBe(1);
    }

    private async Task<string> Aov() => (await data.RunAsync("metrics", "aov", "--workspace", "shop", "--from", "2026-09-01", "--to", "2026-10-01")).Ok();

    private async Task<string> Write(string name, string text)
    {
        var path = Path.Combine(data.Root, name);
        await File.WriteAllTextAsync(path, text);
        return path;
    }
}
