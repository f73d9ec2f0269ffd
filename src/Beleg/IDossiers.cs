using Beleg.Primitives;

namespace Beleg;

/// <summary>Opens what belongs together: receipts and timelines are read from it, folded at that moment.</summary>
public interface IDossiers
{
    /// <summary>The whole cluster a key belongs to (an identifier's, an order's, a click id's); null where the key is unknown.</summary>
    Dossier? Open(Key key);
}
