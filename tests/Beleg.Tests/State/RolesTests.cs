using Beleg.Primitives;
using Beleg.State;
using Beleg.Tests.Support;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace Beleg.Tests.State;

public sealed class RolesTests : IDisposable
{
    private const string Owner = "owner@example.org";
    private readonly TemporaryState state = new();
    private readonly User owner;
    private readonly User anna;

    public RolesTests()
    {
        owner = state.Store.Users.Add(Owner, "Owner");
        anna = state.Store.Users.Add("anna@example.org", "Anna");
        state.Store.Roles.Give(owner.Id, null, Role.Admin, "command line");
    }

    public void Dispose() => state.Dispose();

    [Fact]
    public void ARoleInOneWorkspaceSaysNothingOfTheOthers()
    {
        state.Store.Roles.Give(anna.Id, TemporaryState.Florist, Role.Editor, Owner);

        var rights = state.Reopen().Roles.Of(anna.Id);

        (rights.In(TemporaryState.Florist), rights.In(TemporaryState.Baker), rights.IsAdminOfAll).ShouldBe((Role.Editor, null, false));
    }

    [Fact]
    public void TheHigherOfTwoRolesHolds()
    {
        state.Store.Roles.Give(anna.Id, null, Role.Viewer, Owner);
        state.Store.Roles.Give(anna.Id, TemporaryState.Florist, Role.Admin, Owner);

        var rights = state.Store.Roles.Of(anna.Id);

        (rights.In(TemporaryState.Florist), rights.In(TemporaryState.Baker), rights.IsAdminOfAll).ShouldBe((Role.Admin, Role.Viewer, false), "who administers one workspace administers no people");
    }

    [Fact]
    public void WhoeverWasGivenNothingMayNothing() =>
        (state.Store.Roles.Of(anna.Id).Grants.Count, state.Store.Roles.Of(anna.Id).In(TemporaryState.Florist), Rights.None.In(TemporaryState.Florist)).ShouldBe((0, null, null));

    [Fact]
    public void EveryChangeIsKeptWithAuthorAndTimeAndNothingIsNotedTwice()
    {
        state.Store.Roles.Give(anna.Id, TemporaryState.Florist, Role.Viewer, Owner);
        state.Store.Roles.Give(anna.Id, TemporaryState.Florist, Role.Viewer, Owner);
        state.Clock.Advance(Duration.FromHours(1));
        state.Store.Roles.Remove(anna.Id, Owner);

        var now = state.Clock.GetCurrentInstant();
        state.Reopen().Roles.Changes(10).ShouldBe(
        [
            new RoleChange("anna@example.org", TemporaryState.Florist, null, Owner, now),
            new RoleChange("anna@example.org", TemporaryState.Florist, Role.Viewer, Owner, now - Duration.FromHours(1)),
            new RoleChange(Owner, null, Role.Admin, "command line", now - Duration.FromHours(1)),
        ]);
    }

    [Fact]
    public void WhatWasNotedCannotBeChangedInTheFileEither()
    {
        using var connection = new SqliteConnection($"Data Source={state.File};Pooling=False");
        connection.Open();
        foreach (var sql in new[] { "UPDATE role_change SET author = 'nobody'", "DELETE FROM role_change" })
        {
            using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constants of this test.
            command.CommandText = sql;
#pragma warning restore CA2100
            Should.Throw<SqliteException>(() => command.ExecuteNonQuery(), sql).Message.ShouldContain("never changes");
        }
    }

    [Fact]
    public void SomebodyMustStayAdminOfAllWorkspaces()
    {
        Should.Throw<UserErrorException>(() => state.Store.Roles.Give(owner.Id, null, Role.Editor, Owner)).Message.ShouldContain("admin of all workspaces");
        Should.Throw<UserErrorException>(() => state.Store.Roles.Give(owner.Id, null, null, Owner));
        Should.Throw<UserErrorException>(() => state.Store.Roles.Remove(owner.Id, Owner));
        state.Store.Roles.Of(owner.Id).IsAdminOfAll.ShouldBeTrue("what was refused changed nothing");

        state.Store.Roles.Give(anna.Id, null, Role.Admin, Owner);
        state.Store.Roles.Remove(owner.Id, "anna@example.org");
        state.Store.Users.List().ShouldHaveSingleItem().Email.ShouldBe("anna@example.org");
    }

    [Fact]
    public void WhoeverIsLeftWithoutARoleIsSignedOutAndWhoeverKeepsOneIsNot()
    {
        state.Store.Roles.Give(anna.Id, TemporaryState.Florist, Role.Editor, Owner);
        state.Store.Roles.Give(anna.Id, TemporaryState.Baker, Role.Viewer, Owner);
        var session = state.Store.Sessions.Create(anna.Id);

        state.Store.Roles.Give(anna.Id, TemporaryState.Florist, null, Owner);
        state.Store.Sessions.Find(session).ShouldNotBeNull();
        state.Store.Roles.Give(anna.Id, TemporaryState.Baker, null, Owner);
        state.Store.Sessions.Find(session).ShouldBeNull();
    }

    [Fact]
    public void ARoleNeedsAPersonAndAWorkspaceThatExist()
    {
        Should.Throw<UserErrorException>(() => state.Store.Roles.Give(anna.Id, "nowhere", Role.Viewer, Owner)).Message.ShouldContain("nowhere");
        Should.Throw<UserErrorException>(() => state.Store.Roles.Give(999, null, Role.Viewer, Owner));
    }

    [Fact]
    public void AnInvitationWaitsThreeDaysAndASignInLinkAQuarterOfAnHour()
    {
        var (invitation, late, link) = (state.Store.SignInLinks.Invite(anna.Id), state.Store.SignInLinks.Invite(anna.Id), state.Store.SignInLinks.Create(anna.Id));
        state.Clock.Advance(Duration.FromMinutes(15));
        state.Store.SignInLinks.Redeem(link).ShouldBeNull();
        state.Clock.Advance(Duration.FromDays(3) - Duration.FromMinutes(16));
        state.Store.SignInLinks.Redeem(invitation).ShouldNotBeNull();
        state.Clock.Advance(Duration.FromMinutes(1));
        state.Store.SignInLinks.Redeem(late).ShouldBeNull();
    }

    /// <summary>An installation from before there were roles: its file as it was, opened by this version.</summary>
    [Fact]
    public void WhoeverCouldSignInBeforeThereWereRolesStaysAdmin()
    {
        state.Store.Dispose();
        File.Delete(state.File);
        using (var connection = new SqliteConnection($"Data Source={state.File};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The product's own scripts.
            command.CommandText = string.Concat(ScriptsBeforeRoles()) + "INSERT INTO user (email, name, created_at) VALUES ('owner@example.org', 'Owner', 0), ('anna@example.org', 'Anna', 0); PRAGMA user_version = 5;";
#pragma warning restore CA2100
            command.ExecuteNonQuery();
        }

        var store = state.Reopen();
        (store.Roles.Of(owner.Id).IsAdminOfAll, store.Roles.Of(anna.Id).IsAdminOfAll).ShouldBe((true, true));
        store.Roles.Changes(10).Select(change => (change.Author, change.Role)).ShouldBe([("upgrade", Role.Admin), ("upgrade", Role.Admin)]);
    }

    private static IEnumerable<string> ScriptsBeforeRoles()
    {
        const string folder = "Beleg.State.Migrations.";
        var assembly = typeof(StateStore).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal).TakeWhile(name => !name.Contains("0006_roles", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return reader.ReadToEnd() + "\n";
        }
    }
}
