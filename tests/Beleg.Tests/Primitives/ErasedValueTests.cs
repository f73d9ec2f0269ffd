using Beleg.Primitives;

namespace Beleg.Tests.Primitives;

public sealed class ErasedValueTests
{
    private static readonly KeyedHash Hash = new(new byte[32]);
    private static readonly Key Phone = Hash.Of("phone", "+4915112345678");
    private static readonly Key Customer = Hash.Of("customer_id", "shop", "4915112345678");
    private static readonly string Token = ErasedValue.Write(Hash, [("phone", "", Phone), ("customer_id", "shop", Customer)], "49");

    [Fact]
    public void AnErasedValueKeepsEachKeyItHad()
    {
        Hash.Of("phone", Token).ShouldBe(Phone);
        Hash.Of("customer_id", "shop", Token).ShouldBe(Customer);
        ErasedValue.TryRead(Hash, "phone", "", "+" + Token, out var key, out var callingCode).ShouldBeTrue();
        (key, callingCode).ShouldBe((Phone, "49"));
    }

    [Fact]
    public void AnErasedValueSaysNothingElsewhere()
    {
        Hash.Of("email", Token).ShouldBe(Hash.Compute("email", "", Token));
        Hash.Of("customer_id", "another", Token).ShouldBe(Hash.Compute("customer_id", "another", Token));
    }

    [Fact]
    public void AForgedOneIsAnOrdinaryValue()
    {
        var other = Hash.Of("phone", "+4915100000000");
        foreach (var forged in new[]
        {
            Token.Replace(Phone.ToString(), other.ToString(), StringComparison.Ordinal),
            Token.Replace(":49:", ":1:", StringComparison.Ordinal),
            Token[..^1] + (Token[^1] == '0' ? '1' : '0'),
            Token[..^16] + new string('+', 16),
            Token[..40],
            "erased:",
        })
        {
            ErasedValue.TryRead(Hash, "phone", "", forged, out _, out _).ShouldBeFalse();
            Hash.Of("phone", forged).ShouldBe(Hash.Compute("phone", "", forged));
        }
    }

    [Fact]
    public void AnotherWorkspacesIsAnOrdinaryValue()
    {
        var elsewhere = new KeyedHash([.. Enumerable.Repeat((byte)7, 32)]);
        elsewhere.Of("phone", Token).ShouldNotBe(Phone);
    }
}
