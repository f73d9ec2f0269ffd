using Beleg.App.Dashboard.Language;
using Beleg.Model;
using Beleg.Sources;

namespace Beleg.App.Dashboard;

/// <summary>Look-back windows as a reader calls them.</summary>
internal static class WindowNames
{
    /// <summary>An entry of the setting: a channel, a kind of touch, both, or the general look-back.</summary>
    public static string Of(Tongue tongue, string rule) => rule == TouchWindow.General
        ? tongue[Texts.GeneralWindow]
        : string.Join(" · ", rule.Split('.').Select(part => tongue[Part(part)]));

    /// <summary>What a window is counted from.</summary>
    public static Phrase Clock(string start) => start switch
    {
        "click" => Texts.ClockClick,
        "read" => Texts.ClockRead,
        "message_with_ad" => Texts.ClockAd,
        "visit" => Texts.ClockVisit,
        _ => Texts.ClockConversation,
    };

    private static Phrase Part(string label)
    {
        foreach (var kind in Enum.GetValues<TouchKind>())
        {
            if (Reports.ReportLanguage.Label(kind) == label)
                return Vocabulary.Of(kind);
        }

        return Vocabulary.Of(Enum.TryParse<Channel>(label, ignoreCase: true, out var channel) ? channel : Channel.Other);
    }
}
