using System.Security.Cryptography;
using Beleg.Keys;
using Beleg.Primitives;
using Beleg.Tests.Support;

namespace Beleg.Tests.Keys;

public sealed class KeyRingTests : IDisposable
{
    private readonly TemporaryDirectory directory = new();

    private string File => directory["keys.json"];

    public void Dispose() => directory.Dispose();

    [Fact]
    public void KeysOpenAgainUnderTheSameMasterKey()
    {
        var master = MasterKey.Random();
        byte[] secret;
        Key pseudonym;
        using (var ring = KeyRing.Open(File, master, dataIsNew: true))
        {
            ring.Create("florist");
            secret = ring.Of("florist").SealText("Rosengasse 1", "address");
            pseudonym = ring.Of("florist").Hash.Of("email", "anna@example.org");
        }

        using var again = KeyRing.Open(File, master, dataIsNew: false);
        again.Of("florist").OpenText(secret, "address").ShouldBe("Rosengasse 1");
        again.Of("florist").Hash.Of("email", "anna@example.org").ShouldBe(pseudonym);
        again.Workspaces.ShouldBe(["florist"]);
    }

    [Fact]
    public void AnotherMasterKeyIsNamedAsTheMistakeItIs()
    {
        using (var ring = KeyRing.Open(File, MasterKey.Random(), dataIsNew: true))
            ring.Create("florist");
        var other = MasterKey.Find(Variables((MasterKey.FileVariable, directory["other.key"])), dataIsNew: true);
        var message = Should.Throw<UserErrorException>(() => KeyRing.Open(File, other, dataIsNew: false)).Message;
        message.ShouldContain(other.Id);
        message.ShouldContain(directory["other.key"]);
    }

    [Fact]
    public void WorkspacesShareNoKey()
    {
        using var ring = KeyRing.InMemory();
        ring.Create("florist");
        ring.Create("baker");
        var secret = ring.Of("florist").SealText("x", "address");
        Should.Throw<CryptographicException>(() => ring.Of("baker").OpenText(secret, "address"));
        ring.Of("baker").Hash.Of("email", "a").ShouldNotBe(ring.Of("florist").Hash.Of("email", "a"));
    }

    [Fact]
    public void ASealedTextOpensOnlyWhereItBelongs()
    {
        using var ring = KeyRing.InMemory();
        ring.Create("florist");
        var keys = ring.Of("florist");
        var secret = keys.SealText("x", "address");
        Should.Throw<CryptographicException>(() => keys.OpenText(secret, "name"));
        secret[^1] ^= 1;
        Should.Throw<CryptographicException>(() => keys.OpenText(secret, "address"));
        Should.Throw<CryptographicException>(() => keys.OpenText([], "address"));
        keys.SealText("x", "address").ShouldNotBe(keys.SealText("x", "address"), "each seal has its own nonce");
    }

    [Fact]
    public void CreatingTwiceKeepsTheFirstKeys()
    {
        using var ring = KeyRing.Open(File, MasterKey.Random(), dataIsNew: true);
        ring.Create("florist");
        var secret = ring.Of("florist").SealText("x", "address");
        ring.Create("florist");
        ring.Of("florist").OpenText(secret, "address").ShouldBe("x");
    }

    [Fact]
    public void DestroyedKeysAreGoneForGood()
    {
        var master = MasterKey.Random();
        using var ring = KeyRing.Open(File, master, dataIsNew: true);
        ring.Create("florist");
        var secret = ring.Of("florist").SealText("x", "address");
        ring.Destroy("florist");
        Should.Throw<KeyNotFoundException>(() => ring.Of("florist"));
        ring.Create("florist");
        Should.Throw<CryptographicException>(() => ring.Of("florist").OpenText(secret, "address"));
    }

    [Fact]
    public void NeitherFileHoldsAKeyInTheClearAndOthersCannotReadThem()
    {
        var master = MasterKey.Find(Variables((MasterKey.FileVariable, directory["m/master.key"])), dataIsNew: true);
        using (var ring = KeyRing.Open(File, master, dataIsNew: true))
            ring.Create("florist");
        var bytes = System.IO.File.ReadAllText(File);
        bytes.ShouldNotContain(Convert.ToBase64String(master.Bytes));
        if (OperatingSystem.IsWindows())
            return;
        const UnixFileMode mine = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        System.IO.File.GetUnixFileMode(File).ShouldBe(mine);
        System.IO.File.GetUnixFileMode(directory["m/master.key"]).ShouldBe(mine);
        System.IO.File.GetUnixFileMode(directory["m"]).ShouldBe(mine | UnixFileMode.UserExecute);
    }

    [Fact]
    public void WhereDataExistsAMissingKeyFileIsNeverReplacedByAnEmptyOne()
    {
        Should.Throw<UserErrorException>(() => KeyRing.Open(File, MasterKey.Random(), dataIsNew: false)).Message.ShouldContain(File);
        System.IO.File.Exists(File).ShouldBeFalse();
        var master = MasterKey.Random();
        KeyRing.Open(File, master, dataIsNew: true).Dispose();
        using var again = KeyRing.Open(File, master, dataIsNew: false);
        again.Workspaces.ShouldBeEmpty("the file is there from the first moment");
    }

    [Fact]
    public void AKeyFileThatIsBrokenOrNewerIsNotOverwritten()
    {
        var master = MasterKey.Random();
        System.IO.File.WriteAllText(File, "{\"version\":1,");
        Should.Throw<UserErrorException>(() => KeyRing.Open(File, master, dataIsNew: true)).Message.ShouldContain("damaged");
        System.IO.File.WriteAllText(File, "{\"version\":99,\"master\":\"x\",\"workspaces\":{}}");
        Should.Throw<UserErrorException>(() => KeyRing.Open(File, master, dataIsNew: true)).Message.ShouldContain("newer");
    }

    [Fact]
    public async Task ManyThreadsSealAndOpenAtOnce()
    {
        using var ring = KeyRing.InMemory();
        ring.Create("florist");
        await Task.WhenAll(Enumerable.Range(0, 16).Select(thread => Task.Run(() =>
        {
            for (var n = 0; n < 2000; n++)
            {
                var text = $"{thread}.{n}";
                var keys = ring.Of("florist");
                keys.OpenText(keys.SealText(text, "c"), "c").ShouldBe(text);
            }
        })));
    }

    private static Func<string, string?> Variables(params (string Name, string Value)[] set) =>
        name => set.FirstOrDefault(pair => pair.Name == name).Value;
}
