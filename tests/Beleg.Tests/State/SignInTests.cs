using Beleg.Primitives;
using Beleg.State;
using Beleg.Tests.Support;
using NodaTime;

namespace Beleg.Tests.State;

public sealed class SignInTests : IDisposable
{
    private const string Password = "correct horse battery";
    private readonly TemporaryState state = new();
    private readonly User anna;

    public SignInTests() => anna = state.Store.Users.Add(" Anna@Example.org ", "Anna");

    public void Dispose() => state.Dispose();

    [Fact]
    public void AnEmailIsOneWhateverItsCase()
    {
        anna.Email.ShouldBe("anna@example.org");
        state.Store.Users.Find("ANNA@example.org").ShouldBe(anna);
        Should.Throw<UserErrorException>(() => state.Store.Users.Add("anna@EXAMPLE.org", "Anna")).Message.ShouldContain("already");
        foreach (var wrong in new[] { "", "anna", "@", "a@", "@a", "a b@c" })
            Should.Throw<UserErrorException>(() => state.Store.Users.Add(wrong, "x"), wrong);
    }

    [Fact]
    public void OnlyTheRightPasswordOfThatPersonOpensTheDoor()
    {
        state.Store.Users.Check("anna@example.org", "").ShouldBeNull("no password is set yet");
        state.Store.Users.SetPassword(anna.Id, Password);
        state.Store.Users.Check("Anna@example.org", Password)!.Id.ShouldBe(anna.Id);
        state.Store.Users.Check("anna@example.org", Password + "!").ShouldBeNull();
        state.Store.Users.Check("bob@example.org", Password).ShouldBeNull();
        state.Store.Users.Find(anna.Id)!.HasPassword.ShouldBeTrue();
        state.FilesContain(Password).ShouldBeFalse();
    }

    [Fact]
    public void PasswordsAreHashedSlowlyAndEachWithItsOwnSalt()
    {
        var (one, other) = (Passwords.Hash(Password), Passwords.Hash(Password));
        one.ShouldNotBe(other);
        one.ShouldStartWith("pbkdf2-sha256$600000$");
        Passwords.Matches(Password, one).ShouldBeTrue();
        Passwords.Matches(Password, Passwords.OfNobody).ShouldBeFalse();
    }

    [Theory]
    [InlineData("short")]
    [InlineData("")]
    public void AShortPasswordIsNotSet(string password) =>
        Should.Throw<UserErrorException>(() => state.Store.Users.SetPassword(anna.Id, password)).Message.ShouldContain("10");

    [Fact]
    public void ASignInLinkWorksOnce()
    {
        var link = state.Store.SignInLinks.Create(anna.Id);
        state.FilesContain(link).ShouldBeFalse();
        state.Store.SignInLinks.Redeem("x").ShouldBeNull();
        state.Store.SignInLinks.Redeem(link).ShouldBe(anna);
        state.Store.SignInLinks.Redeem(link).ShouldBeNull();
    }

    [Fact]
    public void ASignInLinkEndsAfterAQuarterOfAnHour()
    {
        var link = state.Store.SignInLinks.Create(anna.Id);
        state.Clock.Advance(Duration.FromMinutes(15));
        state.Store.SignInLinks.Redeem(link).ShouldBeNull();
        var other = state.Store.SignInLinks.Create(anna.Id);
        state.Clock.Advance(Duration.FromMinutes(15) - Duration.FromSeconds(1));
        state.Store.SignInLinks.Redeem(other).ShouldNotBeNull();
    }

    [Fact]
    public async Task OfManyWhoUseALinkAtOnceOneIsLetIn()
    {
        var link = state.Store.SignInLinks.Create(anna.Id);
        var let = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => state.Store.SignInLinks.Redeem(link))));
        let.Count(user => user is not null).ShouldBe(1);
    }

    [Fact]
    public void ASessionLastsUntilItIsOverOrRevoked()
    {
        var session = state.Store.Sessions.Create(anna.Id);
        var other = state.Store.Sessions.Create(anna.Id);
        state.FilesContain(session).ShouldBeFalse();
        state.Reopen().Sessions.Find(session).ShouldBe(anna);
        state.Store.Sessions.Revoke(session);
        state.Store.Sessions.Find(session).ShouldBeNull();
        state.Store.Sessions.Find(other).ShouldBe(anna);
        state.Clock.Advance(Duration.FromDays(14));
        state.Store.Sessions.Find(other).ShouldBeNull();
    }

    [Fact]
    public void ANewPasswordEndsEverySessionAndLink()
    {
        var (session, link) = (state.Store.Sessions.Create(anna.Id), state.Store.SignInLinks.Create(anna.Id));
        state.Store.Users.SetPassword(anna.Id, Password);
        state.Store.Sessions.Find(session).ShouldBeNull();
        state.Store.SignInLinks.Redeem(link).ShouldBeNull();
    }

    [Fact]
    public void ARemovedPersonIsSignedOut()
    {
        var session = state.Store.Sessions.Create(anna.Id);
        state.Store.Roles.Remove(anna.Id, "ada@example.org");
        state.Store.Sessions.Find(session).ShouldBeNull();
        state.Store.Users.List().ShouldBeEmpty();
    }

    [Fact]
    public void AfterFiveFailuresASubjectWaits()
    {
        var throttle = state.Store.Throttle;
        for (var n = 0; n < SignInThrottle.MaxFailures; n++)
        {
            throttle.WaitOf("anna@example.org").ShouldBeNull();
            throttle.Fail(" Anna@example.org");
            state.Clock.Advance(Duration.FromMinutes(1));
        }

        throttle.WaitOf("anna@example.org").ShouldBe(Duration.FromMinutes(10));
        throttle.WaitOf("bob@example.org").ShouldBeNull();
        state.Clock.Advance(Duration.FromMinutes(10));
        throttle.WaitOf("anna@example.org").ShouldBeNull();
    }

    [Fact]
    public void WhoeverGetsInStartsAnew()
    {
        for (var n = 0; n < SignInThrottle.MaxFailures; n++)
            state.Store.Throttle.Fail("198.51.100.7");
        state.FilesContain("198.51.100.7").ShouldBeFalse();
        state.Store.Throttle.Succeed("198.51.100.7");
        state.Store.Throttle.WaitOf("198.51.100.7").ShouldBeNull();
    }
}
