using System.Text.Json;
using Beleg.Attribution;
using Beleg.Sources;
using NodaTime;

namespace Beleg.Benchmarks.Verification;

/// <summary>Runs the stream on real data that lies beside the repository and prints what came out beside what must, as Markdown.</summary>
internal static class VerifyRun
{
    /// <param name="directory">The folder that holds data/; where null, the folder shared beside the repository.</param>
    public static async Task<int> RunAsync(string? directory)
    {
        directory ??= Beside();
        if (!Directory.Exists(Path.Combine(directory, "data")))
        {
            await Console.Error.WriteLineAsync($"There is no data in {directory}; say where it is: verify DIRECTORY.");
            return 2;
        }

        var lines = new List<VerifyLine>();
        await DialoguesAsync(Path.Combine(directory, "data", "conversations"), lines);
        await PurchasesAsync(Path.Combine(directory, "data", "clv"), lines);
        Paths(Path.Combine(directory, "data", "attribution"), lines);
        Console.WriteLine("| data | figure | by Beleg | must be | source of that | |\n|---|---|---|---|---|---|");
        foreach (var line in lines)
            Console.WriteLine($"| {line.Data} | {line.Figure} | {line.Ours} | {line.Expected} | {line.Source} | {(line.Agrees ? "equal" : "**differs**")} |");
        var payloads = await Payloads.SendAsync(Path.Combine(directory, "spec", "payloads"));
        if (payloads.Count > 0)
            Console.WriteLine("\n| payload | answer | bytes kept | must become | became | |\n|---|---|---|---|---|---|");
        foreach (var line in payloads)
            Console.WriteLine($"| {line.Payload} | {line.Status} | {(line.Intact ? "all" : "**no**")} | {line.Expected} | {line.Came} | {(line.Agrees ? "equal" : "**differs**")} |");
        return lines.All(l => l.Agrees) && payloads.All(p => p.Agrees) ? 0 : 1;
    }

    /// <summary>Dialogues, goals and amounts.</summary>
    internal static async Task DialoguesAsync(string folder, List<VerifyLine> lines)
    {
        const string Data = "conversations/sgd_dev.jsonl";
        const string From = "sgd_dev_truth.csv";
        var truth = Dialogues.Truth(Path.Combine(folder, "sgd_dev_truth.csv"));
        await using var stage = new Stage("USD", "UTC", new SourceSettings { Name = "sgd", Provider = "segment" });
        await stage.DeliverAsync(Dialogues.Load(Path.Combine(folder, "sgd_dev.jsonl"), truth));
        var march = Period.Month(2026, 3);
        var goals = truth.Values.Count(t => t.Converted);
        lines.Add(new(Data, "items refused", stage.Refused, 0, "every turn is understood"));
        lines.Add(new(Data, "dialogues (`automated_conversations`)", (await stage.FigureAsync("automated_conversations", march)).Value, truth.Count, From));
        lines.Add(new(Data, "turns (rows of `message`)", stage.Count("select count(*) from message"), 16_424, "SOURCES.md"));
        lines.Add(new(Data, "goal reached (rows of `conversation`)", stage.Count("select count(*) from conversation where goal_reached"), goals, From));
        lines.Add(new(Data, "goal rate", Share(stage.Count("select count(*) from conversation where goal_reached"), stage.Count("select count(*) from conversation where automated")), Share(goals, truth.Count), From));
        lines.Add(new(Data, "summed success amounts (`influenced_revenue`)", (await stage.FigureAsync("influenced_revenue", march)).Value, truth.Values.Sum(t => t.Amount), From));
        lines.Add(new(Data, "the same credited (`attributed_revenue`, linear)", (await stage.FigureAsync("attributed_revenue", march)).Value, truth.Values.Sum(t => t.Amount), From));
    }

    /// <summary>Customers, orders, revenue and average order.</summary>
    internal static async Task PurchasesAsync(string folder, List<VerifyLine> lines)
    {
        const string Data = "clv/CDNOW_sample.txt";
        var raw = Path.Combine(folder, "CDNOW_sample.txt");
        var scratch = Directory.CreateTempSubdirectory("beleg-cdnow-");
        try
        {
            await using var stage = new Stage("USD", "UTC", new SourceSettings { Name = "import", Provider = "import" });
            var report = await Purchases.ImportAsync(Purchases.ToCsv(raw, scratch.FullName), stage);
            var recount = await Purchases.RecountAsync(raw);
            var tool = recount is null ? "SOURCES.md (no awk here)" : "awk over the raw file";
            var (rows, customers, paid, sum) = recount is null ? (6_919L, 2_357L, stage.Count("select count(*) from orders where net_minor > 0"), 24_409_194L) : (recount[0], recount[1], recount[3], recount[4]);
            var ever = new Period(new LocalDate(2025, 1, 1), new LocalDate(2027, 1, 1));
            var aov = await stage.FigureAsync("aov", ever);
            lines.Add(new(Data, "items refused", stage.Refused, 0, "every line is an order"));
            lines.Add(new(Data, "rows taken", report.Taken, rows, tool));
            lines.Add(new(Data, "customers (contacts with an order)", stage.Count("select count(distinct contact) from orders"), customers, tool));
            lines.Add(new(Data, "orders (net above 0, `aov` denominator)", aov.Denominator, paid, tool));
            lines.Add(new(Data, "revenue (`aov` numerator)", aov.Numerator, sum / 100m, tool));
            lines.Add(new(Data, "average order (`aov`)", Rounded(aov.Value), Rounded(sum / 100m / paid), tool));
        }
        finally
        {
            scratch.Delete(recursive: true);
        }
    }

    /// <summary>Weights of the models over counted paths, before cents.</summary>
    internal static void Paths(string folder, List<VerifyLine> lines)
    {
        const string Data = "attribution/PathData.csv";
        var rows = PathTable.Read(File.ReadLines(Path.Combine(folder, "PathData.csv"))).ToList();
        using var reference = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "reference_PathData.json")));
        var heuristics = reference.RootElement.GetProperty("heuristics");
        lines.Add(new(Data, "paths", rows.Count, 10_000, "SOURCES.md"));
        foreach (var (model, published) in new[] { ("first", "first"), ("last", "last"), ("linear", "linear") })
        {
            var expected = heuristics.GetProperty(published).GetProperty("conversions");
            var ours = PathTable.Attribute(AttributionModels.Find(model)!, rows);
            var apart = ours.Max(o => Math.Abs(o.Value.Conversions - expected.GetProperty(o.Key).GetDecimal()));
            lines.Add(new(Data, $"{model}: conversions of alpha", Math.Round(ours["alpha"].Conversions, 6), Math.Round(expected.GetProperty("alpha").GetDecimal(), 6), "ChannelAttribution 2.2.4"));
            lines.Add(new(Data, $"{model}: largest difference over {ours.Count} channels, to 1e-6", Math.Round(apart, 6), 0, "ChannelAttribution 2.2.4"));
        }
    }

    internal static string Beside()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "Beleg.slnx")))
            root = root.Parent;
        return Path.Combine(root?.Parent?.FullName ?? "..", "shared");
    }

    private static decimal Share(long part, long whole) => Math.Round((decimal)part / whole, 6);

    private static decimal? Rounded(decimal? value) => value is { } number ? Math.Round(number, 4) : null;
}
