using Beleg.Primitives;
using Beleg.State;
using Beleg.Tests.Support;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace Beleg.Tests.State;

public sealed class SharesTests : IDisposable
{
    private readonly TemporaryState state = new();

    private Shares Shares => state.Store.Shares;

    public void Dispose() => state.Dispose();

    [Fact]
    public void ATokenOpensItsLinkAlsoAfterARestart()
    {
        var share = Make();
        var token = Shares.TokenOf(share);
        state.Reopen();

        Shares.Find(token).ShouldBe(share);
        Shares.TokenOf(Shares.FindById("florist", share.Id)!).ShouldBe(token);
    }

    [Fact]
    public void ATokenThatIsNotOursOpensNothing()
    {
        var token = Shares.TokenOf(Make());

        for (var i = 0; i < token.Length; i++)
        {
            var other = token[..i] + (token[i] == 'A' ? 'B' : 'A') + token[(i + 1)..];
            Shares.Find(other).ShouldBeNull(other);
        }

        Shares.Find("").ShouldBeNull();
        Shares.Find(token + "A").ShouldBeNull();
        Shares.Find(token[..12]).ShouldBeNull();
    }

    [Fact]
    public void TheScopeNeverChanges()
    {
        var share = Make();
        foreach (var column in new[] { "from_month = '2020-01'", "to_month = '2030-01'", "drill_down = 1", "expires_at = 9999999999999999", "channel = NULL", "workspace = 'baker'" })
            Should.Throw<SqliteException>(() => Run($"UPDATE share SET {column}")).Message.ShouldContain("never changes");

        // Whoever drops the guard, too, breaks the signature.
        var token = Shares.TokenOf(share);
        Run("DROP TRIGGER share_scope_is_fixed; UPDATE share SET from_month = '2020-01'");
        Shares.Find(token).ShouldBeNull();
    }

    [Fact]
    public void ALinkEndsWhenItExpiresOrIsRevoked()
    {
        var (short30, ended) = (Make(), Make());
        Shares.Revoke("baker", ended.Id).ShouldBeFalse("another workspace's link");
        Shares.Revoke("florist", ended.Id).ShouldBeTrue();
        Shares.Revoke("florist", ended.Id).ShouldBeFalse("it has ended");

        Shares.FindById("florist", ended.Id)!.IsOpen(state.Clock.GetCurrentInstant()).ShouldBeFalse();
        short30.IsOpen(short30.ExpiresAt - Duration.Epsilon).ShouldBeTrue();
        short30.IsOpen(short30.ExpiresAt).ShouldBeFalse();
        (short30.ExpiresAt - short30.CreatedAt).ShouldBe(Duration.FromDays(30));
    }

    [Fact]
    public void LooksAreCountedByWhoLooked()
    {
        var share = Make();
        Shares.Note(share, "overview", "shown", "person");
        Shares.Note(share, "overview", "shown", "preview");
        Shares.Note(share, "overview", "expired", "person");

        var (_, views, last) = Shares.List("florist").ShouldHaveSingleItem();

        views.ShouldBe(1);
        last.ShouldNotBeNull();
        Shares.Views(share, 10).Select(v => (v.Outcome, v.Reader)).ShouldBe([("expired", "person"), ("shown", "preview"), ("shown", "person")]);
    }

    [Theory]
    [InlineData("2026-10", "2026-09", 30)]
    [InlineData("2026-1", "2026-09", 30)]
    [InlineData("2026-09", "2026-09", 0)]
    [InlineData("2026-09", "2026-09", 731)]
    public void WhatMakesNoSenseIsRefused(string from, string to, int days) => Should.Throw<UserErrorException>(() => Shares.Create("florist", Wanted() with { FromMonth = from, ToMonth = to, Days = days }));

    private Share Make() => Shares.Create("florist", Wanted());

    private static NewShare Wanted() => new() { Label = "Board", FromMonth = "2026-05", ToMonth = "2026-09", Channel = "whatsapp", Days = 30, CreatedBy = "ada@agency.example" };

    private void Run(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={state.File};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // A test's own text.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
