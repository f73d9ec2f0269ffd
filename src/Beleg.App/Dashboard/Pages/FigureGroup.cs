using Beleg.App.Dashboard.Language;
using Beleg.App.Dashboard.Parts;

namespace Beleg.App.Dashboard.Pages;

/// <summary>The figures of one pillar of value.</summary>
public sealed record FigureGroup(Phrase Pillar, IReadOnlyList<TileModel> Figures);
