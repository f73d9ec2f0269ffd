using System.Text.Json;
using Beleg.Primitives;
using Beleg.Sources;
using Beleg.Tests.Support;

namespace Beleg.Tests.State;

public sealed class WorkspaceSourcesTests : IDisposable
{
    private readonly TemporaryState state = new();

    private static SourceSettings Some => new()
    {
        Name = "whatsapp-1",
        Provider = "whatsapp",
        AccountIds = ["1122334455667"],
        Shop = "blumen",
        DefaultActor = Actor.Bot,
        DefaultRegion = "DE",
        StopWords = ["halt"],
        Secrets = ["app-secret-one"],
        VerifyToken = "verify-me",
    };

    public void Dispose() => state.Dispose();

    [Fact]
    public void ASourceOutlivesTheProcessWithItsSecrets()
    {
        state.Store.Sources.Save("florist", Some);
        var read = state.Reopen().Sources.Find("florist", "whatsapp-1").ShouldNotBeNull();
        JsonSerializer.Serialize(read).ShouldBe(JsonSerializer.Serialize(Some));
        state.Store.Sources.Find("baker", "whatsapp-1").ShouldBeNull();
        state.Store.Sources.List("florist").ShouldHaveSingleItem().Name.ShouldBe("whatsapp-1");
    }

    [Fact]
    public void SecretsAreInNoFile()
    {
        state.Store.Sources.Save("florist", Some);
        state.FilesContain("whatsapp-1").ShouldBeTrue("the name is no secret, so the search finds what is there");
        state.FilesContain("app-secret-one").ShouldBeFalse();
        state.FilesContain("verify-me").ShouldBeFalse();
        state.Reopen();
        state.FilesContain("app-secret-one").ShouldBeFalse();
    }

    [Fact]
    public void DuringARotationTheNewAndTheLastSecretAreValid()
    {
        var sources = state.Store.Sources;
        sources.Save("florist", Some);
        sources.Rotate("florist", "whatsapp-1", "two");
        sources.Find("florist", "whatsapp-1")!.Secrets.ShouldBe(["two", "app-secret-one"]);
        sources.Rotate("florist", "whatsapp-1", "three");
        sources.Find("florist", "whatsapp-1")!.Secrets.ShouldBe(["three", "two"]);
        sources.Rotate("florist", "whatsapp-1", "three");
        sources.Find("florist", "whatsapp-1")!.Secrets.ShouldBe(["three", "two"]);
        sources.EndRotation("florist", "whatsapp-1");
        state.Reopen().Sources.Find("florist", "whatsapp-1")!.Secrets.ShouldBe(["three"]);
        Should.Throw<UserErrorException>(() => state.Store.Sources.Rotate("florist", "nothing", "x"));
    }

    [Fact]
    public void EverythingWrongWithASourceIsSaidAtOnce()
    {
        var wrong = Some with { Name = "a b", Provider = "What?", Secrets = ["a", "b", ""], AccountIds = [" "], DefaultRegion = "Germany" };
        var message = Should.Throw<UserErrorException>(() => state.Store.Sources.Save("florist", wrong)).Message;
        foreach (var clause in new[] { "'a b'", "'What?'", "at most 2", "secret is not empty", "account id", "'Germany'" })
            message.ShouldContain(clause);
        state.Store.Sources.List("florist").ShouldBeEmpty();
    }

    [Fact]
    public void ARemovedSourceIsGone()
    {
        state.Store.Sources.Save("florist", Some);
        state.Store.Sources.Remove("florist", "whatsapp-1").ShouldBeTrue();
        state.Store.Sources.Remove("florist", "whatsapp-1").ShouldBeFalse();
        state.Store.Sources.Find("florist", "whatsapp-1").ShouldBeNull();
        state.Reopen().Sources.List("florist").ShouldBeEmpty();
    }
}
