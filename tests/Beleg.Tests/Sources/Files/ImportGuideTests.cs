using Beleg.Sources.Files;
using Beleg.Tests.Support;

namespace Beleg.Tests.Sources.Files;

public sealed class ImportGuideTests
{
    /// <summary>Set to 1 to write the page instead of comparing it.</summary>
    private const string Write = "BELEG_WRITE_DOCS";

    [Fact]
    public void TheGuideSaysWhatTheColumnsAre()
    {
        var path = Repository.File("docs/imports.md");
        if (Environment.GetEnvironmentVariable(Write) == "1")
            File.WriteAllText(path, ImportGuide.Render());

        File.ReadAllText(path).ReplaceLineEndings("\n").ShouldBe(ImportGuide.Render(), $"run the tests with {Write}=1 to write the page again");
    }
}
