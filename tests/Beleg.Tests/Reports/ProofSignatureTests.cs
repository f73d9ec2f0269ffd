using System.Text.Json.Nodes;
using Beleg.Reports;
using Beleg.Reports.ProofPacks;
using Beleg.State;
using Beleg.Tests.Support;

namespace Beleg.Tests.Reports;

/// <summary>Whoever has a proof can tell whose it is, and whether anybody touched it.</summary>
public sealed class ProofSignatureTests : IDisposable
{
    private readonly TemporaryState state = new();

    public void Dispose() => state.Dispose();

    [Fact]
    public void APublishedProofIsSignedWithItsWorkspacesOwnKey()
    {
        var (first, second, other) = (Publish("florist"), Publish("florist", 10), Publish("baker"));

        first.PublicKey.ShouldBe(second.PublicKey);
        first.PublicKey.ShouldNotBe(other.PublicKey);
        foreach (var proof in new[] { first, second, other })
            ProofHash.Verify(proof.ToJson()).ShouldBeTrue();
        ResultSignature.Fingerprint(first.PublicKey!).Length.ShouldBe(16);
        state.FilesContain("PRIVATE KEY").ShouldBeFalse();
    }

    [Theory]
    [InlineData("hash")]
    [InlineData("previous_hash")]
    [InlineData("signature")]
    [InlineData("public_key")]
    [InlineData("proof")]
    public void WhateverIsTouchedTheFileDoesNotVerify(string member)
    {
        Publish("florist");
        var json = JsonNode.Parse(Publish("florist", 10).ToJson())!;
        var foreign = JsonNode.Parse(Publish("baker").ToJson())!;

        json[member] = member == "proof" ? json["proof"]!.DeepClone() : foreign[member]?.DeepClone();
        if (member == "proof")
            json["proof"]!["brand"] = "Somebody else";

        ProofHash.Verify(json.ToJsonString()).ShouldBeFalse();
    }

    [Fact]
    public void AForgerWithAKeyOfTheirOwnHasAnotherFingerprint()
    {
        var published = Publish("florist");
        var forged = SomeProof.Sealed(published.Proof with { Brand = "Forged" }, published.PreviousHash);

        // The file hangs together, since its key is in it; what it cannot have is the workspace's key, nor a place in its chain.
        ProofHash.Verify(forged.ToJson()).ShouldBeTrue();
        ResultSignature.Fingerprint(forged.PublicKey!).ShouldNotBe(ResultSignature.Fingerprint(published.PublicKey!));
        ProofCheck.Of(state.Store.Snapshots, forged.Hash!).ShouldBeNull();
    }

    [Fact]
    public void AHashOrItsBeginningTellsWhetherTheProofStands()
    {
        var first = Publish("florist");
        var check = ProofCheck.Of(state.Store.Snapshots, first.Hash![..16].ToUpperInvariant())!;
        (check.Hash, check.IsIntact, check.RestatedBy, check.Revision).ShouldBe((first.Hash, true, null, 1));
        ProofCheck.Of(state.Store.Snapshots, first.Hash[..15]).ShouldBeNull("too short to be told apart");
        ProofCheck.Of(state.Store.Snapshots, "%' OR 1=1 --").ShouldBeNull();

        var second = Shelf("florist").Publish(SomeProof.Florist() with { Revision = 2, Channels = ["telegram"] });

        ProofCheck.Of(state.Store.Snapshots, first.Hash)!.RestatedBy.ShouldBe(second.Hash);
    }

    [Fact]
    public void AProofOfAnEarlierVersionIsShownAsItWasHashed()
    {
        var published = Publish("florist");
        // What a later version adds to the record must not get into what was hashed.
        var json = JsonNode.Parse(published.Frozen!)!;
        ((JsonObject)json).Remove("experiments");
        var old = published with { Frozen = json.ToJsonString(), Hash = ProofHash.Of(published.PreviousHash, System.Text.Encoding.UTF8.GetString(CanonicalJson.Write(System.Text.Json.JsonDocument.Parse(json.ToJsonString()).RootElement))), Signature = null, PublicKey = null };

        ProofHash.Verify(old.ToJson()).ShouldBeTrue();
        JsonNode.Parse(old.ToJson())!["proof"]!["experiments"].ShouldBeNull();
    }

    private ProofShelf Shelf(string workspace) => new(state.Store.Snapshots, workspace);

    private ProofDocument Publish(string workspace, int month = 9) => Shelf(workspace).Publish(SomeProof.Florist() with { Month = new NodaTime.YearMonth(2026, month) });
}
