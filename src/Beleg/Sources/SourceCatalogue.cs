using System.Collections.Frozen;
using Beleg.Sources.Providers;

namespace Beleg.Sources;

/// <summary>The providers that can be read. A new one is a file in Providers and a line here.</summary>
public static class SourceCatalogue
{
    private static readonly FrozenDictionary<string, ISource> ByProvider = new ISource[]
    {
        new SegmentSource(),
        new WhatsAppSource(),
        new ShopifySource(),
        new LinkSource(),
        new OperatorSource(),
        new ImportSource(),
    }.ToFrozenDictionary(source => source.Provider, StringComparer.Ordinal);

    /// <summary>The names of all providers, sorted.</summary>
    public static IReadOnlyList<string> Providers { get; } = [.. ByProvider.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The translator of a provider; null where there is none of this name.</summary>
    public static ISource? Find(string provider) => ByProvider.GetValueOrDefault(provider);
}
