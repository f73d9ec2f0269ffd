using Beleg.Keys;
using Beleg.Primitives;
using Beleg.Tests.Support;

namespace Beleg.Tests.Keys;

public sealed class MasterKeyTests : IDisposable
{
    private readonly TemporaryDirectory directory = new();

    public void Dispose() => directory.Dispose();

    [Fact]
    public void TheEnvironmentsKeyComesBeforeAnyFile()
    {
        var inline = Convert.ToBase64String(Enumerable.Range(0, 32).Select(n => (byte)n).ToArray());
        var key = MasterKey.Find(Variables((MasterKey.KeyVariable, inline), (MasterKey.FileVariable, directory["k"])), dataIsNew: true);
        key.File.ShouldBeNull();
        key.Bytes.ToArray().ShouldBe(Enumerable.Range(0, 32).Select(n => (byte)n));
        File.Exists(directory["k"]).ShouldBeFalse();
        key.Id.ShouldBe(MasterKey.Find(Variables((MasterKey.KeyVariable, inline)), dataIsNew: false).Id);
    }

    [Fact]
    public void ANewOneIsMadeInTheConfigurationAndFoundAgain()
    {
        var first = MasterKey.Find(Variables(("XDG_CONFIG_HOME", directory.Path)), dataIsNew: true);
        first.File.ShouldBe(Path.Combine(directory.Path, "beleg", "master.key"));
        MasterKey.Find(Variables(("XDG_CONFIG_HOME", directory.Path)), dataIsNew: false).Id.ShouldBe(first.Id);
        MasterKey.Find(Variables(("HOME", directory.Path)), dataIsNew: true).File
            .ShouldBe(Path.Combine(directory.Path, ".config", "beleg", "master.key"));
    }

    [Fact]
    public void WhereDataExistsAMissingKeyIsNeverReplacedByANewOne()
    {
        var message = Should.Throw<UserErrorException>(
            () => MasterKey.Find(Variables((MasterKey.FileVariable, directory["gone.key"])), dataIsNew: false)).Message;
        message.ShouldContain(directory["gone.key"]);
        File.Exists(directory["gone.key"]).ShouldBeFalse();
    }

    [Theory]
    [InlineData("short")]
    [InlineData("AAAA")]
    [InlineData("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8g")] // 33 bytes
    public void AMalformedKeyIsSaidToBe(string key) =>
        Should.Throw<UserErrorException>(() => MasterKey.Find(Variables((MasterKey.KeyVariable, key)), dataIsNew: true))
            .Message.ShouldContain("32 bytes");

    [Fact]
    public void AKeyBesideTheDataOrOpenToOthersIsWarnedOf()
    {
        var outside = MasterKey.Find(Variables((MasterKey.FileVariable, directory["outside.key"])), dataIsNew: true);
        outside.Warnings(directory["data"]).ShouldBeEmpty();
        outside.Warnings(directory.Path).ShouldHaveSingleItem().ShouldContain("inside the data directory");
        if (OperatingSystem.IsWindows())
            return;
        File.SetUnixFileMode(directory["outside.key"], UnixFileMode.UserRead | UnixFileMode.OtherRead);
        outside.Warnings(directory["data"]).ShouldHaveSingleItem().ShouldContain("chmod 600");
    }

    private static Func<string, string?> Variables(params (string Name, string Value)[] set) =>
        name => set.FirstOrDefault(pair => pair.Name == name).Value;
}
