using Beleg.Primitives;
using Beleg.Sources;
using Beleg.State;
using Beleg.State.Settings;
using Beleg.Tests.Support;

namespace Beleg.Tests.State;

public sealed class LinksTests : IDisposable
{
    private static readonly NewLink Some = new()
    {
        Target = "https://www.shop.example/roses?size=12#top",
        Channel = "instagram",
        Flow = "welcome",
        Branch = "b",
        Campaign = "spring",
        Step = "offer",
        AccountId = "17841400000",
        MessageId = "wamid.HBgNNDkxNTExMjM0NTY3OA",
        ContactParameter = "c",
        Recipient = new LinkRecipient(IdentifierType.Email, "", "anna.muster@example.org"),
    };

    private readonly TemporaryState state = new();

    public LinksTests() => state.Store.Workspaces.Save("florist", new WorkspaceSettings { LinkDomains = ["shop.example"] });

    public void Dispose() => state.Dispose();

    [Fact]
    public void ALinkIsFoundByItsCode()
    {
        var made = state.Store.Links.Create("florist", Some);
        made.Code.Length.ShouldBe(26);
        state.Reopen().Links.Find(made.Code).ShouldBe(made);
        state.Store.Links.Find(made.Code[..25] + "!").ShouldBeNull();
        state.Store.Links.Find("").ShouldBeNull();
    }

    [Fact]
    public void EachRecipientHasACodeOfItsOwn()
    {
        var made = state.Store.Links.Create("florist", [.. Enumerable.Repeat(Some, 500)]);
        made.Select(link => link.Code).Distinct().Count().ShouldBe(500);
        state.Store.Links.List("florist", 10).Select(link => link.Code).ShouldBe(made.Reverse().Take(10).Select(link => link.Code));
        state.Store.Links.List("baker", 10).ShouldBeEmpty();
    }

    [Fact]
    public void WhomItWasMadeForIsInNoFile()
    {
        state.Store.Links.Create("florist", Some);
        state.FilesContain("shop.example/roses").ShouldBeTrue();
        state.FilesContain("anna.muster@example.org").ShouldBeFalse();
        state.FilesContain("wamid.HBgNNDkxNTExMjM0NTY3OA").ShouldBeFalse("an id of a message can hold a phone number");
    }

    [Fact]
    public void AMessageIdThatAnOlderVersionKeptInClearIsSealedWhenTheFileIsOpened()
    {
        var made = state.Store.Links.Create("florist", Some with { MessageId = null });
        state.Store.Dispose();
        using (var older = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={state.File};Pooling=False"))
        {
            older.Open();
            using var command = older.CreateCommand();
            command.CommandText = "UPDATE link SET message_id = 'wamid.IN.CLEAR'";
            command.ExecuteNonQuery();
        }

        state.FilesContain("wamid.IN.CLEAR").ShouldBeTrue();
        state.Reopen().Links.Find(made.Code)!.Made.MessageId.ShouldBe("wamid.IN.CLEAR");
        state.FilesContain("wamid.IN.CLEAR").ShouldBeFalse();
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("https://shop.example.evil.example/")]
    [InlineData("https://notshop.example/")]
    [InlineData("https://shop.example@evil.example/")]
    [InlineData("https://user:pw@shop.example/")]
    [InlineData("javascript:alert(1)//shop.example")]
    [InlineData("//shop.example/")]
    [InlineData("/roses")]
    [InlineData("ftp://shop.example/")]
    public void ALinkLeadsNowhereElse(string target)
    {
        Should.Throw<UserErrorException>(() => state.Store.Links.Create("florist", [Some, Some with { Target = target }]));
        state.Store.Links.List("florist", 10).ShouldBeEmpty("all or none");
    }

    [Theory]
    [InlineData("https://shop.example")]
    [InlineData("http://SHOP.example:8080/a")]
    [InlineData("https://a.b.shop.example/?next=https://evil.example")]
    public void ADomainAdmitsItselfAndItsSubdomains(string target) =>
        state.Store.Links.Create("florist", Some with { Target = target }).Made.Target.ShouldBe(target);

    [Fact]
    public void WhereNoDomainIsAllowedNoLinkIsMade() =>
        Should.Throw<UserErrorException>(() => state.Store.Links.Create("baker", Some)).Message.ShouldContain("link_domains");

    [Fact]
    public void AnErasedRecipientIsForgottenAndTheLinkWorksOn()
    {
        var anna = state.Store.Links.Create("florist", Some);
        var bob = state.Store.Links.Create("florist", Some with { Recipient = new LinkRecipient(IdentifierType.Email, "", "bob@example.org") });
        state.Store.Links.Forget("florist", link => link.Recipient!.Value.StartsWith("anna", StringComparison.Ordinal)).ShouldBe(1);
        state.Store.Links.Find(anna.Code)!.Made.ShouldBe(Some with { Recipient = null, MessageId = null });
        state.Store.Links.Find(bob.Code)!.Made.Recipient!.Value.ShouldBe("bob@example.org");
    }
}
