using Beleg.Model;
using Beleg.Sources;
using Beleg.Warehouse.Facts;

namespace Beleg.Metrics;

/// <summary>Every dimension there is. What is not here cannot be asked for, whatever a request says.</summary>
public static class Dimensions
{
    private static readonly string[] Flag = ["true", "false"];

    /// <summary>All of them, in the order pages offer them.</summary>
    public static IReadOnlyList<Dimension> All { get; } =
    [
        new("channel", new("Channel", "Kanal"), Labels<Channel>()),
        new("flow", new("Flow", "Flow")),
        new("flow_version", new("Flow version", "Flow-Version")),
        new("step", new("Step", "Schritt")),
        new("branch", new("Branch", "Zweig")),
        new("entry_point", new("Entry point", "Einstieg"), Labels<EntryPoint>()),
        new("campaign", new("Campaign", "Kampagne")),
        new("account", new("Account", "Konto")),
        new("language", new("Language", "Sprache")),
        new("category", new("Message category", "Nachrichtenkategorie"), Labels<MessageCategory>()),
        new("template", new("Template", "Vorlage")),
        new("rated", new("Who was rated", "Wer bewertet wurde"), Labels<Actor>()),
        new("traffic_channel", new("Traffic channel", "Traffic-Kanal"), Labels<TrafficChannel>()),
        new("with_chat", new("With chat", "Mit Chat"), Flag),
        new("evidence", new("Evidence", "Beleggrad"), Labels<Evidence>()),
        new("new_customer", new("New customer", "Neukunde"), Flag),
        new("shop", new("Shop", "Shop")),
    ];

    /// <summary>Looks a dimension up; null where there is none.</summary>
    public static Dimension? Find(string id) => All.FirstOrDefault(d => d.Id == id);

    private static string[] Labels<T>()
        where T : struct, Enum => SnakeCase.Labels(typeof(T));
}
