using Beleg.App.Dashboard.Language;

namespace Beleg.App.Dashboard.Parts;

/// <summary>What each grade of evidence means, in words.</summary>
internal static class Grades
{
    /// <summary>The grades from surest to weakest.</summary>
    public static IReadOnlyList<string> Letters { get; } = ["A", "B", "C", "D", "E"];

    public static Phrase Meaning(string letter) => letter switch
    {
        "A" => Texts.GradeA,
        "B" => Texts.GradeB,
        "C" => Texts.GradeC,
        "D" => Texts.GradeD,
        "E" => Texts.GradeE,
        _ => Texts.GradeNone,
    };
}
