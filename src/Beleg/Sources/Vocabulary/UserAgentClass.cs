namespace Beleg.Sources;

/// <summary>Who asked for a link.</summary>
public enum UserAgentClass : byte
{
    /// <summary>A person's browser.</summary>
    Browser = 0,
    /// <summary>A link-preview fetcher.</summary>
    Preview = 1,
    /// <summary>A crawler.</summary>
    Crawler = 2,
    /// <summary>A HEAD request.</summary>
    Head = 3,
    /// <summary>Not known.</summary>
    Unknown = 4,
}
