using Beleg.Sources;

namespace Beleg.App.Hosting;

/// <summary>The sources that every workspace has without anybody adding them. Their names are taken; none has an address of its own.</summary>
internal static class BuiltInSources
{
    // One for all of them: the same customer and the same order are the same, whichever way they come in.
    private const string Shop = "shop";

    /// <summary>What comes in by /v1 with a secret write key.</summary>
    public static SourceSettings Segment { get; } = new() { Name = "segment", Provider = "segment", Trust = Trust.Server, Shop = Shop };

    /// <summary>What comes in by /v1 with a write key that stands in a page.</summary>
    public static SourceSettings Browser { get; } = new() { Name = "browser", Provider = "segment", Trust = Trust.Browser, Shop = Shop };

    /// <summary>Clicks on tagged links, which the server itself writes down as track calls.</summary>
    public static SourceSettings Links { get; } = new() { Name = "links", Provider = "links", Trust = Trust.Server, Shop = Shop };

    /// <summary>Rows of files.</summary>
    public static SourceSettings Import { get; } = new() { Name = "import", Provider = "import", Trust = Trust.Server, Shop = Shop };

    /// <summary>What signed-in people do.</summary>
    public static SourceSettings Operator { get; } = new() { Name = "operator", Provider = "operator", Trust = Trust.Operator, Shop = Shop };

    public static IReadOnlyList<SourceSettings> All { get; } = [Segment, Browser, Links, Import, Operator];

    public static SourceSettings? Find(string name) => All.FirstOrDefault(source => source.Name == name);
}
