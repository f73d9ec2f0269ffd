namespace Beleg.Model;

/// <summary>The window of one touch.</summary>
/// <param name="Days">N × 24 hours.</param>
/// <param name="Rule">The entry that set it: a channel, a kind of touch, both (<c>whatsapp.click</c>), or <see cref="General"/>.</param>
public readonly record struct TouchWindow(int Days, string Rule)
{
    /// <summary>The name of the window of every touch that has no entry.</summary>
    public const string General = "look_back_days";
}
