namespace Beleg.App.Demo;

/// <summary>The workspaces of <c>beleg demo</c>: the worked examples of docs/metrics.md, each over fixed months.</summary>
internal static class DemoStories
{
    public static IReadOnlyList<DemoStory> All { get; } = [FloristStory.Story, WismoStory.Story, SaasStory.Story];
}
