using System.Text.Json;
using Beleg.Reports;
using Beleg.Reports.ProofPacks;
using Beleg.Reports.Receipts;
using Beleg.Tests.Support;
using NodaTime;

namespace Beleg.Tests.Reports;

/// <summary>What is published of the reports' shapes is what the program writes. Set BELEG_WRITE_DOCS=1 to write the files anew.</summary>
public sealed class ReportSchemaTests
{
    [Fact]
    public void TheReceiptsSchemaIsItsRecord() => Holds("docs/receipt.schema.json", ReportSchema.Of<Receipt>("receipt.schema.json", "The receipt of an order"));

    [Fact]
    public void TheProofsSchemaIsItsRecord() => Holds("docs/proof.schema.json", ReportSchema.Of<ProofDocument>("proof.schema.json", "The proof of a month, with its seal"));

    [Fact]
    public void AReceiptHasTheMembersTheSchemaNames() => SameMembers("docs/receipt.schema.json",
        JsonSerializer.Serialize(new ReceiptCase().Touch(1, Duration.FromDays(3)).Refund(9, 100, Duration.FromDays(1)).Read()!, ReportJson.Compact));

    [Fact]
    public void AProofHasTheMembersTheSchemaNames() => SameMembers("docs/proof.schema.json", JsonSerializer.Serialize(SomeProof.Sealed(SomeProof.Florist()), ReportJson.Compact));

    private static void SameMembers(string schema, string json)
    {
        using var shape = JsonDocument.Parse(File.ReadAllText(Repository.File(schema)));
        using var value = JsonDocument.Parse(json);
        Same(shape.RootElement.GetProperty("properties"), value.RootElement, schema);
    }

    private static void Same(JsonElement shape, JsonElement value, string at)
    {
        shape.EnumerateObject().Select(p => p.Name).ShouldBe(value.EnumerateObject().Select(p => p.Name), ignoreOrder: true, at);
        foreach (var property in value.EnumerateObject().Where(p => p.Value.ValueKind == JsonValueKind.Object))
        {
            if (shape.GetProperty(property.Name).TryGetProperty("properties", out var inner))
                Same(inner, property.Value, $"{at}/{property.Name}");
        }
    }

    private static void Holds(string path, string written)
    {
        var file = Repository.File(path);
        if (Environment.GetEnvironmentVariable("BELEG_WRITE_DOCS") == "1")
            File.WriteAllText(file, written);
        File.ReadAllText(file).ReplaceLineEndings("\n").ShouldBe(written, $"{path} differs from the record; BELEG_WRITE_DOCS=1 writes it anew");
    }
}
