using System.Buffers.Binary;
using System.Security.Cryptography;
using Beleg.Primitives;
using FsCheck;
using FsCheck.Fluent;

namespace Beleg.Tests.Primitives;

public sealed class KeyedHashTests : IDisposable
{
    private static readonly byte[] Secret = [.. Enumerable.Range(1, 32).Select(n => (byte)n)];
    private readonly KeyedHash hash = new(Secret);

    public void Dispose() => hash.Dispose();

    [Fact]
    public void AKeyOfAPersonsNameIsTheFirstEightBytesOfTheHmac()
    {
        var input = "scoped_id\u001fwhatsapp|11wamid.x"u8.ToArray().Concat(new byte[] { 11, 0, 0, 0 }).ToArray();
        var expected = BinaryPrimitives.ReadInt64LittleEndian(HMACSHA256.HashData(Secret, input));
        hash.Of("scoped_id", "whatsapp|11", "wamid.x").ShouldBe(new Key(expected));
    }

    [Fact]
    public void NothingHasNoKey() => hash.Of("email", "").ShouldBe(Key.None);

    [Fact]
    public void WhatStandsWhereMatters()
    {
        Key[] keys =
        [
            hash.Of("message", "a", "bc"), hash.Of("message", "ab", "c"), hash.Of("message", "", "abc"),
            hash.Of("order", "a", "bc"), hash.Of("message", "a\u001fb", "c"), hash.Of("message", "a", "\u001fbc"), hash.Of("message", "a", "b\u001fc"),
        ];
        keys.Distinct().Count().ShouldBe(keys.Length);
    }

    [Fact]
    public void ATextCutElsewhereHasAnotherKey() =>
        Prop.ForAll<NonEmptyString, byte, byte>((text, cut, otherCut) =>
        {
            var wire = string.Concat(text.Get.Where(letter => !char.IsSurrogate(letter))) + "x";
            var (one, other) = (cut % wire.Length, otherCut % wire.Length);
            return (hash.Of("d", wire.AsSpan(0, one), wire.AsSpan(one)) == hash.Of("d", wire.AsSpan(0, other), wire.AsSpan(other))) == (one == other);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void ALongValueIsHashedAsAWhole()
    {
        var value = new string('ü', 5000);
        hash.Of("text", value + "a").ShouldNotBe(hash.Of("text", value + "b"));
    }

    [Fact]
    public async Task ManyThreadsHashAtOnce()
    {
        var expected = Enumerable.Range(0, 100).Select(n => hash.Of("n", $"{n}")).ToArray();
        await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() =>
        {
            for (var n = 0; n < 5000; n++)
                hash.Of("n", $"{n % 100}").ShouldBe(expected[n % 100]);
        })));
    }
}
