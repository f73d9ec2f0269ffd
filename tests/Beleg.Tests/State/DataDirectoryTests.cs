using Beleg.Primitives;
using Beleg.State;
using Beleg.Tests.Support;

namespace Beleg.Tests.State;

public sealed class DataDirectoryTests : IDisposable
{
    private readonly TemporaryDirectory directory = new();

    private string Data => directory["data"];

    public void Dispose() => directory.Dispose();

    [Fact]
    public void OneProcessAtATimeOwnsIt()
    {
        using (var owned = DataDirectory.Own(Data))
        {
            DataDirectory.TryOwn(Data).ShouldBeNull();
            owned.Announce(new DirectoryOwner(7, "http://127.0.0.1:5080", "secret"));
            Should.Throw<UserErrorException>(() => DataDirectory.Own(Data)).Message.ShouldContain("http://127.0.0.1:5080");
            DataDirectory.OwnerOf(Data).ShouldBe(new DirectoryOwner(7, "http://127.0.0.1:5080", "secret"));
        }

        DataDirectory.OwnerOf(Data).ShouldBeNull();
        using var again = DataDirectory.TryOwn(Data);
        again.ShouldNotBeNull();
    }

    [Fact]
    public void OnlyItsOwnerMayLookInside()
    {
        using var owned = DataDirectory.Own(Data);
        owned.Announce(new DirectoryOwner(7, "x", "secret"));
        if (OperatingSystem.IsWindows())
            return;
        File.GetUnixFileMode(Data).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        File.GetUnixFileMode(Path.Combine(Data, "owner.json")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public void ItIsNewUntilSomethingIsKept()
    {
        using var owned = DataDirectory.Own(Data);
        owned.IsNew.ShouldBeTrue();
        File.WriteAllText(owned.JournalFile, "");
        owned.IsNew.ShouldBeFalse();
    }

    [Fact]
    public void EachWorkspaceHasAWarehouseFileInADirectoryThatExists()
    {
        using var owned = DataDirectory.Own(Data);
        Directory.Exists(owned.WarehouseDirectory).ShouldBeTrue();
        owned.WarehouseFile("florist").ShouldBe(Path.Combine(Data, "warehouse", "florist.duckdb"));
    }

    [Fact]
    public void APlaceThatCannotBeUsedIsAUsersMistake()
    {
        File.WriteAllText(Data, "a file, not a directory");
        Should.Throw<UserErrorException>(() => DataDirectory.Own(Data));
    }
}
