using System.Collections.Frozen;
using System.Globalization;
using Beleg.Sources;

namespace Beleg.State.Settings;

/// <summary>How look-back windows of single channels and kinds of touches are written and checked.</summary>
public static class LookBackWindows
{
    /// <summary>Name of the setting.</summary>
    public const string Key = "look_back_windows";

    private const int Most = 365;
    private const string Visit = "visit";

    /// <summary>The kinds of touches a window may be set for, as facts spell them.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["conversation", "click", "campaign_read", "ad_referral", Visit];

    /// <summary>The channels a window may be set for, as facts spell them.</summary>
    public static IReadOnlyList<string> Channels { get; } = [.. Enum.GetNames<Channel>().Select(name => name.ToLowerInvariant())];

    internal static SettingDefinition Setting { get; } = new(
        Key, "d", "entries such as click=30, campaign_read=3, whatsapp.click=14, with commas between; - for none",
        "Other look-backs for single channels, kinds of touches, or both; of a channel's and a kind's the shorter holds, both together decides alone.")
    {
        Show = settings => Show(settings.LookBackWindows),
        With = (settings, text) => Parse(text) is { } windows ? settings with { LookBackWindows = windows } : null,
        Problems = settings => Problems(settings.LookBackWindows),
    };

    /// <summary>The entries in one order; a hyphen where there is none.</summary>
    public static string Show(IReadOnlyDictionary<string, int> windows) => windows.Count == 0 ? "-"
        : string.Join(", ", windows.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => string.Create(CultureInfo.InvariantCulture, $"{entry.Key}={entry.Value}")));

    /// <summary>Reads entries; null where the text is not of their form or names one twice.</summary>
    public static IReadOnlyDictionary<string, int>? Parse(string text)
    {
        var windows = new Dictionary<string, int>(StringComparer.Ordinal);
        if (text.Trim() is "-" or "")
            return FrozenDictionary<string, int>.Empty;
        foreach (var entry in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (entry.Split('=', StringSplitOptions.TrimEntries) is not [var name, var days]
                || !int.TryParse(days, NumberStyles.None, CultureInfo.InvariantCulture, out var count) || !windows.TryAdd(name.ToLowerInvariant(), count))
                return null;
        }

        return windows;
    }

    private static IEnumerable<string> Problems(IReadOnlyDictionary<string, int> windows)
    {
        foreach (var (name, days) in windows.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            if (name.Split('.') is [var channel, Visit] && Channels.Contains(channel))
                yield return $"{Key}: a visit has no messaging channel, so write {Visit}=N instead of {name}";
            else if (!IsName(name))
                yield return $"{Key}: '{name}' is no channel ({string.Join(", ", Channels)}), no kind of touch ({string.Join(", ", Kinds)}) and not both as in whatsapp.click";
            if (days is < 1 or > Most)
                yield return string.Create(CultureInfo.InvariantCulture, $"{Key}: {name} must be 1 to {Most}");
        }
    }

    private static bool IsName(string name) => name.Split('.') switch
    {
        [var one] => Channels.Contains(one) || Kinds.Contains(one),
        [var channel, var kind] => Channels.Contains(channel) && Kinds.Contains(kind),
        _ => false,
    };
}
