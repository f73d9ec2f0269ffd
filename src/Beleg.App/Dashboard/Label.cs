using Beleg.Reports;

namespace Beleg.App.Dashboard;

/// <summary>A label of the vocabulary as it stands on the wire: whatsapp and webchat are single words there.</summary>
internal static class Label
{
    public static string Of(Enum value) => ReportLanguage.Label(value).Replace("whats_app", "whatsapp", StringComparison.Ordinal).Replace("web_chat", "webchat", StringComparison.Ordinal);
}
