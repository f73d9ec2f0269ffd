using Beleg.State;
using Beleg.Tests.Support;

namespace Beleg.Tests.State;

public sealed class StateConcurrencyTests : IDisposable
{
    private readonly TemporaryState state = new();

    public void Dispose() => state.Dispose();

    [Fact]
    public async Task WritersAndReadersDoNotDisturbEachOther()
    {
        var anna = state.Store.Users.Add("anna@example.org", "Anna");
        await Task.WhenAll(Enumerable.Range(0, 8).Select(worker => Task.Run(() =>
        {
            for (var n = 0; n < 25; n++)
            {
                var (_, secret) = state.Store.ApiKeys.Create(worker % 2 == 0 ? "florist" : "baker", KeyScope.Write);
                state.Store.ApiKeys.Check(secret).ShouldNotBeNull();
                var session = state.Store.Sessions.Create(anna.Id);
                state.Store.Sessions.Find(session).ShouldBe(anna);
            }
        })));
        state.Store.ApiKeys.List("florist").Count.ShouldBe(100);
        state.Reopen().ApiKeys.List("baker").Count.ShouldBe(100);
    }

    [Fact]
    public async Task AWorkspaceIsMadeByOneOfManyWhoTry()
    {
        var made = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
        {
            try
            {
                state.Store.Workspaces.Create("saas");
                return true;
            }
            catch (Beleg.Primitives.UserErrorException)
            {
                return false;
            }
        })));
        made.Count(won => won).ShouldBe(1);
    }
}
