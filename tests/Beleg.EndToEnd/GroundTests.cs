namespace Beleg.EndToEnd;

public sealed class GroundTests
{
    [Fact]
    public void TheNativeLibraryLiesBesideTheTests() =>
        Directory.EnumerateFiles(AppContext.BaseDirectory, "*duckdb*").ShouldNotBeEmpty();
}
