using Beleg.Sources;

namespace Beleg.Model.Histories;

/// <summary>An event and its place in the journal.</summary>
internal readonly record struct Placed(long Seq, int Item, Event Event);
