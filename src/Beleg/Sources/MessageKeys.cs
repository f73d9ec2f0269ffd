using Beleg.Primitives;
using Beleg.Sources.Track;

namespace Beleg.Sources;

/// <summary>The key of a message: (channel, account, the provider's id), the same from whichever source it is named.</summary>
internal static class MessageKeys
{
    [ThreadStatic]
    private static (Channel Channel, string? Account, string Scope) last;

    /// <summary>The key of a message whose id is at hand as bytes.</summary>
    public static Key Of(KeyedHash hash, Channel channel, string? account, ReadOnlySpan<byte> id) => hash.OfUtf8("message", Scope(channel, account), id);

    /// <summary>The key of a message.</summary>
    public static Key Of(KeyedHash hash, Channel channel, string? account, string? id) => hash.Of("message", Scope(channel, account), id);

    private static string Scope(Channel channel, string? account)
    {
        if (last.Scope is null || last.Channel != channel || !ReferenceEquals(last.Account, account))
            last = (channel, account, Labels<Channel>.Of(channel) + "|" + account);
        return last.Scope;
    }
}
