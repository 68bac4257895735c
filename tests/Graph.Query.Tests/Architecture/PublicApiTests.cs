using PublicApiGenerator;

namespace Graph.Query.Tests.Architecture;

/// <summary>What callers of the engine may use. A change of it shows here.</summary>
public sealed class PublicApiTests
{
    [Fact]
    public void IsAsAgreed() => Verifier.Verify(
        typeof(QueryEngine).Assembly.GeneratePublicApi(new ApiGeneratorOptions { IncludeAssemblyAttributes = false }).ReplaceLineEndings("\n"));

    [Fact]
    public void IsSmall() => Assert.InRange(typeof(QueryEngine).Assembly.GetExportedTypes().Length, 1, 59);
}
