using Beleg.Keys;
using Beleg.State;

namespace Beleg.Tests.Support;

/// <summary>A state store in a directory of its own, with the workspaces florist and baker; reopened on demand.</summary>
internal sealed class TemporaryState : IDisposable
{
    public const string Florist = "florist";
    public const string Baker = "baker";

    public TemporaryState()
    {
        Store = StateStore.Open(File, Keys, Clock);
        Store.Workspaces.Create(Florist);
        Store.Workspaces.Create(Baker);
    }

    public TemporaryDirectory Directory { get; } = new();

    public ManualClock Clock { get; } = new();

    public KeyRing Keys { get; } = KeyRing.InMemory();

    public StateStore Store { get; private set; }

    public string File => Directory["state.db"];

    public StateStore Reopen()
    {
        Store.Dispose();
        return Store = StateStore.Open(File, Keys, Clock);
    }

    public bool FilesContain(string text) => Directory.AllBytes().AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(text)) >= 0;

    public void Dispose()
    {
        Store.Dispose();
        Keys.Dispose();
        Directory.Dispose();
    }
}
