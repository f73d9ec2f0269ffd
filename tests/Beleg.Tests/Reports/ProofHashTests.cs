using System.Text;
using System.Text.Json;
using Beleg.Reports;
using Beleg.Reports.ProofPacks;
using Beleg.State;

namespace Beleg.Tests.Reports;

public sealed class ProofHashTests
{
    [Theory]
    [InlineData("""{ "b": 1.50, "a": [true, null, "é\u0001\"\\\n€"] }""", "{\"a\":[true,null,\"é\\u0001\\\"\\\\\\n€\"],\"b\":1.5}")]
    [InlineData("""{"z":-0.0,"a":1e3,"A":0.000001}""", "{\"A\":0.000001,\"a\":1000,\"z\":0}")]
    public void EqualValuesHaveOneSpelling(string json, string canonical)
    {
        using var document = JsonDocument.Parse(json);

        Encoding.UTF8.GetString(CanonicalJson.Write(document.RootElement)).ShouldBe(canonical);
    }

    [Fact]
    public void TheSameProofHasTheSameHashAndAnotherHasAnother()
    {
        var hash = SomeProof.Sealed(SomeProof.Florist()).Hash;

        SomeProof.Sealed(SomeProof.Florist()).Hash.ShouldBe(hash);
        SomeProof.Sealed(SomeProof.Florist() with { Revision = 2 }).Hash.ShouldNotBe(hash);
        SomeProof.Sealed(SomeProof.Florist(), previous: "ab").Hash.ShouldNotBe(hash);
    }

    [Fact]
    public void ItIsTheHashUnderWhichTheStoreKeepsIt()
    {
        var canonical = ProofHash.Canonical(SomeProof.Florist());

        ProofHash.Of("ab", canonical).ShouldBe(Snapshots.HashOf("ab", canonical));
        ProofHash.Of(null, canonical).ShouldBe(Snapshots.HashOf(null, canonical));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void AFileIsVerifiedWhateverItsLayout(bool indented)
    {
        var document = SomeProof.Sealed(SomeProof.Worst(), previous: "ab");

        ProofHash.Verify(JsonSerializer.Serialize(document, indented ? ReportJson.Indented : ReportJson.Compact)).ShouldBeTrue();
    }

    [Fact]
    public void ATouchedFileIsFoundOut()
    {
        var json = JsonSerializer.Serialize(SomeProof.Sealed(SomeProof.Florist()), ReportJson.Indented);

        ProofHash.Verify(json.Replace("6128.40", "9128.40", StringComparison.Ordinal)).ShouldBeFalse();
        ProofHash.Verify(json.Replace("\"previous_hash\": null", "\"previous_hash\": \"ab\"", StringComparison.Ordinal)).ShouldBeFalse();
        ProofHash.Verify(JsonSerializer.Serialize(ProofDocument.Draft(SomeProof.Florist()), ReportJson.Indented)).ShouldBeFalse();
        ProofHash.Verify("{}").ShouldBeFalse();
        ProofHash.Verify("not json").ShouldBeFalse();
    }

    [Fact]
    public void WhatWasKeptIsReadBackWithoutLoss()
    {
        var canonical = ProofHash.Canonical(SomeProof.Worst());

        ProofHash.Canonical(JsonSerializer.Deserialize<ProofSnapshot>(canonical, ReportJson.Compact)!).ShouldBe(canonical);
    }
}
