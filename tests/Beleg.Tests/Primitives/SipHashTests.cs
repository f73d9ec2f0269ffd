using Beleg.Primitives;

namespace Beleg.Tests.Primitives;

public sealed class SipHashTests
{
    [Theory]
    [InlineData(0, 0x726fdb47dd0e0e31)]
    [InlineData(1, 0x74f839c593dc67fd)]
    [InlineData(2, 0x0d6c8009d9a94f5a)]
    [InlineData(8, 0x93f5f5799a932462)]
    [InlineData(15, 0xa129ca6149be45e5)]
    public void TheVectorsOfItsAuthorsComeOut(int length, ulong expected)
    {
        var key = Enumerable.Range(0, 16).Select(i => (byte)i).ToArray();
        var input = Enumerable.Range(0, length).Select(i => (byte)i).ToArray();
        SipHash.Under(key).Of(input).ShouldBe(expected);
    }

    [Fact]
    public void APersonsNameIsKeyedByHmacAndEveryKeyDependsOnTheSecret()
    {
        using var one = new KeyedHash(new byte[32]);
        using var other = new KeyedHash([.. Enumerable.Repeat((byte)1, 32)]);
        foreach (var domain in new[] { "email", "message" })
        {
            one.Of(domain, "scope", "value").ShouldNotBe(other.Of(domain, "scope", "value"));
            one.Of(domain, "sco", "pevalue").ShouldNotBe(one.Of(domain, "scope", "value"));
            one.OfUtf8(domain, "scope", "value"u8).ShouldBe(one.Of(domain, "scope", "value"));
            one.OfUtf8(domain, "scope", default).ShouldBe(Key.None);
        }
    }

    [Fact]
    public void ALongValueHasAKeyToo()
    {
        using var hash = new KeyedHash(new byte[32]);
        var text = new string('ä', 5000);
        hash.Of("message", "s", text).ShouldBe(hash.OfUtf8("message", "s", System.Text.Encoding.UTF8.GetBytes(text)));
    }
}
