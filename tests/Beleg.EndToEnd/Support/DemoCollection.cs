namespace Beleg.EndToEnd.Support;

/// <summary>The tests that share one demonstration; they run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class DemoCollection : ICollectionFixture<DemoBeleg>
{
    public const string Name = "demo";
}
