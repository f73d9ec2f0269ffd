using System.Text.Json;
using Beleg.Statistics.Experiments;
using Beleg.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace Beleg.Tests.Statistics.Experiments;

/// <summary>Who is in which arm, against the vectors that GrowthBook publishes for its clients.</summary>
public sealed class BucketingTests
{
    [Fact]
    public void EveryPublishedPlaceIsFoundExactly()
    {
        foreach (var row in Vectors("hash"))
            Bucketing.Place(row[0].GetString()!, row[1].GetString()!, row[2].GetInt32()).ShouldBe(row[3].ValueKind == JsonValueKind.Null ? null : row[3].GetDouble());
    }

    [Fact]
    public void EveryPublishedRangeIsFound()
    {
        foreach (var row in Vectors("getBucketRange"))
        {
            var input = row[1];
            var weights = input[2].ValueKind == JsonValueKind.Null ? null : input[2].EnumerateArray().Select(w => w.GetDouble()).ToList();
            var ranges = Bucketing.Ranges(input[0].GetInt32(), input[1].GetDouble(), weights);
            ranges.Count.ShouldBe(row[2].GetArrayLength());
            for (var arm = 0; arm < ranges.Count; arm++)
            {
                ranges[arm].From.ShouldBe(row[2][arm][0].GetDouble(), 1e-9, row[0].GetString());
                ranges[arm].To.ShouldBe(row[2][arm][1].GetDouble(), 1e-9, row[0].GetString());
            }
        }
    }

    [Fact]
    public void EveryPublishedPlaceChoosesItsArm()
    {
        foreach (var row in Vectors("chooseVariation"))
            (Bucketing.Arm(row[1].GetDouble(), [.. row[2].EnumerateArray().Select(r => (r[0].GetDouble(), r[1].GetDouble()))]) ?? -1).ShouldBe(row[3].GetInt32(), row[0].GetString());
    }

    [Fact]
    public void EveryPublishedNamespaceHoldsItsUsers()
    {
        foreach (var row in Vectors("inNamespace"))
            Bucketing.InNamespace(row[2][0].GetString()!, row[2][1].GetDouble(), row[2][2].GetDouble(), row[1].GetString()!).ShouldBe(row[3].GetBoolean(), row[0].GetString());
    }

    [Fact]
    public void EqualWeightsAreEqual()
    {
        foreach (var row in Vectors("getEqualWeights"))
        {
            var weights = Bucketing.EqualWeights(row[0].GetInt32());
            weights.Select(w => Math.Round(w, 8)).ShouldBe(row[1].EnumerateArray().Select(w => w.GetDouble()));
        }
    }

    [Fact]
    public void AContactStaysInItsArmAndTheArmsGetTheirParts()
    {
        var experiment = new Experiment("opener", "A name in the first line keeps people.", "dm_to_sale", ["as before", "with name"]) { Weights = [.2, .8] };
        var arms = Enumerable.Range(0, 20_000).Select(i => experiment.ArmOf($"contact-{i}")).ToList();
        arms.ShouldBe(Enumerable.Range(0, 20_000).Select(i => experiment.ArmOf($"contact-{i}")));
        SampleRatio.PValue([arms.Count(a => a == 0), arms.Count(a => a == 1)], [.2, .8]).ShouldBeGreaterThan(SampleRatio.Alarm);
    }

    [Fact]
    public void AHoldOutKeepsWhomItHoldsWhenItGrows() =>
        Prop.ForAll<int>(number =>
        {
            var contact = $"c{number}";
            return !new HoldOut("newsletter", .05).Holds(contact) || new HoldOut("newsletter", .1).Holds(contact);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void HoldOutsOfTwoCampaignsAreNotTheSamePeople()
    {
        var (a, b) = (new HoldOut("spring", .1), new HoldOut("summer", .1));
        var both = Enumerable.Range(0, 20_000).Count(i => a.Holds($"c{i}") && b.Holds($"c{i}"));
        both.ShouldBeInRange(140, 260);
        Enumerable.Range(0, 20_000).Count(i => a.Holds($"c{i}")).ShouldBeInRange(1_850, 2_150);
    }

    private static JsonElement.ArrayEnumerator Vectors(string kind) =>
        JsonDocument.Parse(File.ReadAllBytes(SharedFiles.Find("data/abtest/growthbook_bucketing_vectors.json"))).RootElement.GetProperty(kind).EnumerateArray();
}
