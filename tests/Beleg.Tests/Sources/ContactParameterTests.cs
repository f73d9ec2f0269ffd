using Beleg.Primitives;
using Beleg.Sources;
using Beleg.Sources.Web;
using NodaTime;

namespace Beleg.Tests.Sources;

public sealed class ContactParameterTests
{
    private const string Code = "abcdefghijklmnopqrstuvwxyz";
    private static readonly KeyedHash hash = new(new byte[32]);
    private static readonly Instant now = Instant.FromUtc(2026, 9, 1, 12, 0);
    private static readonly Instant until = now + Duration.FromDays(1);

    [Theory]
    [InlineData(IdentifierType.Phone, "", "+49 151 12345678")]
    [InlineData(IdentifierType.Email, "", "Ada@Example.org")]
    [InlineData(IdentifierType.ScopedId, "17841400000", "24601")]
    [InlineData(IdentifierType.CustomerId, "büro.shop", "c-1")]
    public void ItNamesTheContactThatEveryOtherSourceNames(IdentifierType type, string scope, string value)
    {
        var text = ContactParameter.Sign(hash, Code, type, scope, value, until)!;
        var read = ContactParameter.Read(hash, Code, [text], now);
        read.Claim.ShouldBe(ContactClaim.Valid);
        var expected = Beleg.Sources.Normalising.Normalise.Identifier(hash, type, scope, value, null, withValue: false)!.Value;
        (read.Type, read.Scope, read.Key).ShouldBe((type, expected.Scope, expected.Key));
        Beleg.Sources.Normalising.Normalise.Identifier(hash, type, read.Scope, read.Written(hash), null, withValue: false)!.Value.Key.ShouldBe(expected.Key);
    }

    [Fact]
    public void ItHoldsNoNameAndNoNumber()
    {
        var text = ContactParameter.Sign(hash, Code, IdentifierType.Phone, "", "+4915112345678", until)!;
        text.Length.ShouldBe(40);
        text.ShouldBe(Uri.EscapeDataString(text));
        System.Text.Encoding.Latin1.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(text)).ShouldNotContain("4915112345678");
    }

    [Fact]
    public void NoBitCanBeChanged()
    {
        var bytes = System.Buffers.Text.Base64Url.DecodeFromChars(ContactParameter.Sign(hash, Code, IdentifierType.ScopedId, "page", "24601", until)!);
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            ContactParameter.Read(hash, Code, [System.Buffers.Text.Base64Url.EncodeToString(bytes)], now).Claim.ShouldBe(ContactClaim.Tampered, $"bit {bit}");
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    [Fact]
    public void ItIsGoodForItsLinkItsWorkspaceAndItsTimeOnly()
    {
        var text = ContactParameter.Sign(hash, Code, IdentifierType.Phone, "", "+4915112345678", until)!;
        using var another = new KeyedHash([.. Enumerable.Repeat((byte)7, 32)]);
        ContactParameter.Read(hash, "zbcdefghijklmnopqrstuvwxyz", [text], now).Claim.ShouldBe(ContactClaim.Tampered);
        ContactParameter.Read(another, Code, [text], now).Claim.ShouldBe(ContactClaim.Tampered);
        ContactParameter.Read(hash, Code, [text], until - Duration.FromSeconds(1)).Claim.ShouldBe(ContactClaim.Valid);
        var late = ContactParameter.Read(hash, Code, [text], until);
        (late.Claim, late.Key).ShouldBe((ContactClaim.Expired, Key.None));
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("not base64 at all!")]
    [InlineData("AQ")]
    public void WhatIsNoParameterNamesNobody(string text) =>
        ContactParameter.Read(hash, Code, [text], now).ShouldBe(new SignedContact(text.Length == 0 ? ContactClaim.Missing : ContactClaim.Tampered));

    [Fact]
    public void NoneIsMissingAndTwoAreTampered()
    {
        var text = ContactParameter.Sign(hash, Code, IdentifierType.Phone, "", "+4915112345678", until)!;
        ContactParameter.Read(hash, Code, [], now).Claim.ShouldBe(ContactClaim.Missing);
        ContactParameter.Read(hash, Code, [text, text], now).Claim.ShouldBe(ContactClaim.Tampered);
        ContactParameter.Read(hash, Code, [new string('A', 100_000)], now).Claim.ShouldBe(ContactClaim.Tampered);
    }

    [Fact]
    public void WhatIsNoIdentifierIsNotSigned()
    {
        ContactParameter.Sign(hash, Code, IdentifierType.Phone, "", "0151 12345678", until).ShouldBeNull();
        ContactParameter.Sign(hash, Code, IdentifierType.Email, "", "nobody", until).ShouldBeNull();
        ContactParameter.Sign(hash, Code, IdentifierType.ScopedId, new string('x', 200), "1", until).ShouldBeNull();
    }
}
