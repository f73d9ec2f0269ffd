using Beleg.Primitives;
using Beleg.Sources.Track;
using NodaTime;

namespace Beleg.Sources.Conformance;

/// <summary>
/// Translates published sample payloads and says of each what should come out and what did. The samples lie beside the repository,
/// in a folder for each provider; the verification command prints the table.
/// </summary>
public static class PayloadConformance
{
    private static readonly Instant Now = Instant.FromUtc(2026, 10, 1, 0, 0);
    private static readonly IReadOnlyDictionary<string, string> NoHeaders = new Dictionary<string, string>();

    /// <summary>What should come out of each payload, by its path below the folder.</summary>
    public static IReadOnlyDictionary<string, string> Expected { get; } = PayloadExpectations.Read();

    /// <summary>Settings under which every account of the samples is owned.</summary>
    public static SourceSettings SettingsFor(string provider) => new()
    {
        Name = provider,
        Provider = provider,
        AccountIds = PayloadExpectations.Accounts,
        DefaultRegion = "US",
    };

    /// <summary>Translates every payload that is expected and there, in the order of their names.</summary>
    /// <param name="folder">Where the providers' folders lie.</param>
    public static IReadOnlyList<ConformanceRow> Run(string folder)
    {
        var rows = new List<ConformanceRow>();
        foreach (var (name, expected) in Expected.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            var path = Path.Combine(folder, name);
            if (File.Exists(path))
                rows.Add(new ConformanceRow(name, expected, Translate(name[..name.IndexOf('/', StringComparison.Ordinal)], File.ReadAllBytes(path))));
        }

        return rows;
    }

    /// <summary>What comes out of one body: the events' names, then refusals with their reasons.</summary>
    public static string Translate(string provider, byte[] body)
    {
        var hash = new KeyedHash(new byte[32]);
        var into = new Translation();
        var settings = SettingsFor(provider);
        SourceCatalogue.Find(provider)!.Translate(new Delivery(1, "conformance", provider, Now, NoHeaders, body), new TranslationContext(settings, hash), into);
        return Describe(into);
    }

    /// <summary>A translation in one line.</summary>
    public static string Describe(Translation translation)
    {
        var parts = translation.Events.Select(found => found.Event.Kind == EventKind.Unknown ? $"unknown '{found.Event.Name}'" : Labels<EventKind>.Of(found.Event.Kind))
            .Concat(translation.Refusals.Select(refusal => "refused " + Labels<RefusalReason>.Of(refusal.Reason)));
        return string.Join(", ", parts);
    }
}
