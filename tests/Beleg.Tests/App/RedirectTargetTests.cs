using Beleg.App.Links;

namespace Beleg.Tests.App;

public sealed class RedirectTargetTests
{
    private static string Compose(string target, string? branch = null) =>
        RedirectTarget.Compose(new Uri(target), RedirectTarget.Tags("whatsapp", "welcome", branch, null), "b1");

    [Fact]
    public void TagsAndClickIdAreAdded() =>
        Compose("https://shop.example/p/1", "yes & no").ShouldBe("https://shop.example/p/1?utm_source=whatsapp&utm_medium=chat&utm_campaign=welcome&utm_content=yes%20%26%20no&bid=b1");

    [Fact]
    public void ItsOwnQueryAndFragmentStay() =>
        Compose("https://shop.example/p?size=m&size=l#reviews").ShouldBe("https://shop.example/p?size=m&size=l&utm_source=whatsapp&utm_medium=chat&utm_campaign=welcome&bid=b1#reviews");

    [Fact]
    public void ATagThatTheTargetSetsItselfStaysAsItIs() =>
        Compose("https://shop.example/?utm_source=poster").ShouldBe("https://shop.example/?utm_source=poster&utm_medium=chat&utm_campaign=welcome&bid=b1");

    [Fact]
    public void AClickIdInTheTargetIsReplaced() =>
        Compose("https://shop.example/?bid=old&a=1").ShouldBe("https://shop.example/?a=1&utm_source=whatsapp&utm_medium=chat&utm_campaign=welcome&bid=b1");

    [Theory]
    [InlineData("https://shop.example/x", true)]
    [InlineData("https://www.shop.example/x", true)]
    [InlineData("http://shop.example:8080/x", true)]
    [InlineData("https://notshop.example/x", false)]
    [InlineData("https://shop.example.evil.test/x", false)]
    [InlineData("https://shop.example@evil.test/x", false)]
    [InlineData("javascript:alert(1)//shop.example", false)]
    [InlineData("ftp://shop.example/x", false)]
    public void OnlyTheWorkspacesDomainsAreTargets(string target, bool allowed) =>
        RedirectTarget.IsAllowed(new Uri(target), ["shop.example"]).ShouldBe(allowed);
}
