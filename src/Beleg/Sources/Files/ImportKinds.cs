using Beleg.Primitives;

namespace Beleg.Sources.Files;

/// <summary>Everything a file can hold. Adding a kind is one file in <c>Kinds/</c> and one line here.</summary>
public static class ImportKinds
{
    /// <summary>The kinds, in the order of the command's help.</summary>
    public static IReadOnlyList<ImportKind> All { get; } =
    [
        MessageRows.Kind,
        ContactRows.Kind,
        OrderRows.Kind,
        RefundRows.Kind,
        CostRows.Kind,
        ClickRows.Kind,
        VisitRows.Kind,
        SurveyRows.Kind,
        EventRows.Kind,
        RateRows.Kind,
    ];

    /// <summary>Finds a kind by its name.</summary>
    /// <exception cref="UserErrorException">There is none of that name.</exception>
    public static ImportKind Named(string name) =>
        All.FirstOrDefault(k => k.Name == name)
        ?? throw new UserErrorException($"'{name}' is nothing that can be imported; say one of {string.Join(", ", All.Select(k => k.Name))}.");
}
