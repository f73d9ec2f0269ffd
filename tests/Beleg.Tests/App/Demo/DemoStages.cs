using Beleg.App.Demo;
using Beleg.Benchmarks.Verification;
using Beleg.Metrics;

namespace Beleg.Tests.App.Demo;

/// <summary>The demonstration's workspaces, each taken through the whole stream once.</summary>
public sealed class DemoStages : IAsyncDisposable
{
    private readonly Dictionary<string, Lazy<Task<Stage>>> stages = DemoStories.All.ToDictionary(s => s.Workspace, s => new Lazy<Task<Stage>>(() => BuildAsync(s)));

    /// <summary>Asks what a command line asks.</summary>
    internal async Task<Figure> AskAsync(string command)
    {
        var words = command.Split(' ');
        words[..2].ShouldBe(["beleg", "metrics"]);
        var options = words.Skip(3).Chunk(2).ToDictionary(o => o[0][2..], o => (string?)o[1]);
        var workspace = options["workspace"]!;
        options.Remove("workspace");
        var stage = await stages[workspace].Value;
        return await stage.FigureAsync(words[2], options);
    }

    /// <summary>A workspace's stage.</summary>
    internal Task<Stage> StageAsync(string workspace) => stages[workspace].Value;

    public async ValueTask DisposeAsync()
    {
        foreach (var stage in stages.Values.Where(s => s.IsValueCreated))
            await (await stage.Value).DisposeAsync();
    }

    private static async Task<Stage> BuildAsync(DemoStory story)
    {
        var stage = new Stage(story.Currency, story.Zone, [.. story.Sources, Beleg.App.Hosting.BuiltInSources.Links]);
        await stage.DeliverAsync(story.Lots().SelectMany(l => l).Concat(story.Links.SelectMany((link, i) => link.Clicks($"code-{i}"))));
        stage.Refused.ShouldBe(0);
        return stage;
    }
}
