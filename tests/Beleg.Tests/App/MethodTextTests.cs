using Beleg.App.Dashboard.Methods;
using Beleg.Tests.Support;

namespace Beleg.Tests.App;

/// <summary>The methods as a page.</summary>
public sealed class MethodTextTests
{
    [Fact]
    public void HeadingsItemsTablesAndParagraphsBecomeWhatTheyAre() =>
        MethodText.Render(["# Title", "before", "", "## A & B", "", "Text of", "two *lines*.", "", "- **one** `x < y`", "  goes on", "- two", "", "| a | b |", "|---|---|", "| 1 | 2 |", ""])
            .ReplaceLineEndings("\n").ShouldBe(
                "<h2 id=\"a-b\">A &amp; B</h2>\n<p>Text of two <em>lines</em>.</p>\n<ul><li><strong>one</strong> <code>x &lt; y</code> goes on</li><li>two</li></ul>\n"
                + "<div class=\"scroll\" tabindex=\"0\"><table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table></div>\n");

    [Fact]
    public void ATableBelowAnItemIsATable() =>
        MethodText.Render(["## A", "", "- **one** of:", "", "  | a | b |", "  |---|---|", "  | `1` | 2 |", "- two"]).ReplaceLineEndings("\n").ShouldBe(
            "<h2 id=\"a\">A</h2>\n<ul><li><strong>one</strong> of:</li></ul>\n"
            + "<div class=\"scroll\" tabindex=\"0\"><table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td><code>1</code></td><td>2</td></tr></tbody></table></div>\n<ul><li>two</li></ul>\n");

    [Fact]
    public void EveryMethodSaysWhenNotToUseItAndNoMarkIsLeftOver()
    {
        var text = File.ReadAllText(Repository.File("docs/methods.md")).ReplaceLineEndings("\n");
        var sections = text.Split("\n## ").Skip(1).ToArray();
        sections.Length.ShouldBe(MethodText.Sections.Count);
        foreach (var section in sections.Where(s => !s.StartsWith("Where they are", StringComparison.Ordinal)))
            section.ShouldContain("**Not", Case.Sensitive, section.Split('\n')[0]);
        MethodText.Html.ShouldNotContain("**");
        MethodText.Html.ShouldNotContain("\n#");
        MethodText.Html.ShouldNotContain("|--");
    }
}
