using System.Reflection;
using PublicApiGenerator;

namespace Graph.Cli.Tests.Packages;

/// <summary>What users of each package may call. A change of it shows here.</summary>
public sealed class PublicApiTests
{
    [Theory]
    [InlineData("Graph.Core")]
    [InlineData("Graph.Query")]
    [InlineData("Graph.Annotations")]
    [InlineData("Graph.Results")]
    [InlineData("Graph.Snapshots")]
    [InlineData("Graph.Snapshots.Xunit")]
    [InlineData("Graph.Terminal")]
    public void IsAsAgreed(string package) => Verifier.Verify(
        Assembly.Load(package).GeneratePublicApi(new ApiGeneratorOptions { IncludeAssemblyAttributes = false }).ReplaceLineEndings("\n"),
        package);
}
