using Beleg.Primitives;
using Beleg.State;
using Beleg.Tests.Support;
using NodaTime;

namespace Beleg.Tests.State;

public sealed class ApiKeysTests : IDisposable
{
    private readonly TemporaryState state = new();

    public void Dispose() => state.Dispose();

    [Fact]
    public void AKeyIsShownOnceAndKeptAsAHash()
    {
        var (key, secret) = state.Store.ApiKeys.Create("florist", KeyScope.Write, label: "shop server");
        secret.ShouldStartWith("beleg_write_");
        secret.Length.ShouldBe("beleg_write_".Length + 43);
        secret.ShouldStartWith(key.Prefix);
        key.Prefix.Length.ShouldBeLessThan(20);
        state.FilesContain(secret[key.Prefix.Length..]).ShouldBeFalse();
        state.FilesContain(key.Prefix).ShouldBeTrue();
        state.Reopen().ApiKeys.Check(secret)!.Id.ShouldBe(key.Id);
        state.Store.ApiKeys.Check(secret + "x").ShouldBeNull();
        state.Store.ApiKeys.Check("").ShouldBeNull();
    }

    [Fact]
    public void AScopeAllowsWhatItSays()
    {
        var (write, _) = state.Store.ApiKeys.Create("florist", KeyScope.Write);
        var (read, _) = state.Store.ApiKeys.Create("florist", KeyScope.Read);
        var (admin, _) = state.Store.ApiKeys.Create("florist", KeyScope.Admin);
        KeyScope[] scopes = [KeyScope.Write, KeyScope.Read, KeyScope.Admin];
        scopes.Select(write.Allows).ShouldBe([true, false, false]);
        scopes.Select(read.Allows).ShouldBe([false, true, false]);
        scopes.Select(admin.Allows).ShouldBe([true, true, true]);
    }

    [Fact]
    public void ABrowserKeyCanOnlyWrite()
    {
        state.Store.ApiKeys.Create("florist", KeyScope.Write, isBrowser: true).Key.IsBrowser.ShouldBeTrue();
        Should.Throw<UserErrorException>(() => state.Store.ApiKeys.Create("florist", KeyScope.Read, isBrowser: true));
    }

    [Fact]
    public void ARevokedKeyOpensNothingFromThatMomentOn()
    {
        var (key, secret) = state.Store.ApiKeys.Create("florist", KeyScope.Read);
        state.Store.ApiKeys.Revoke("baker", key.Id).ShouldBeFalse();
        state.Store.ApiKeys.Check(secret).ShouldNotBeNull();
        state.Store.ApiKeys.Revoke("florist", key.Id).ShouldBeTrue();
        state.Store.ApiKeys.Check(secret).ShouldBeNull();
        state.Store.ApiKeys.Revoke("florist", key.Id).ShouldBeFalse();
        state.Reopen().ApiKeys.Check(secret).ShouldBeNull();
        state.Store.ApiKeys.List("florist").ShouldHaveSingleItem().RevokedAt.ShouldBe(state.Clock.Now);
    }

    [Fact]
    public void ItsLastUseIsNotedToTheMinute()
    {
        var (_, secret) = state.Store.ApiKeys.Create("florist", KeyScope.Read);
        var first = state.Clock.Now;
        state.Store.ApiKeys.Check(secret);
        state.Clock.Advance(Duration.FromSeconds(59));
        state.Store.ApiKeys.Check(secret);
        state.Reopen().ApiKeys.List("florist").ShouldHaveSingleItem().LastUsedAt.ShouldBe(first);
        state.Clock.Advance(Duration.FromSeconds(1));
        state.Store.ApiKeys.Check(secret);
        state.Reopen().ApiKeys.List("florist").ShouldHaveSingleItem().LastUsedAt.ShouldBe(state.Clock.Now);
    }
}
