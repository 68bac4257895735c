using System.Text.RegularExpressions;
using Graph.Query.Binding;

namespace Graph.Query.Tests.Binding;

/// <summary>Queries without mistakes, and what they mean: the bound tree, the types of the columns, the types of the parameters.</summary>
public sealed class BoundTreeTests
{
    public static TheoryData<string> ClosedCases => new(BindingFixture.ReadCases("BoundTrees.closed.txt"));

    public static TheoryData<string> OpenCases => new(BindingFixture.ReadCases("BoundTrees.open.txt"));

    [Theory]
    [MemberData(nameof(ClosedCases))]
    public void AQueryOnAClosedGraphIsBoundAndTyped(string expected) => AssertTree(expected, BindingFixture.Both);

    [Theory]
    [MemberData(nameof(OpenCases))]
    public void AQueryOnAnOpenGraphIsBoundAndTyped(string expected) => AssertTree(expected, BindingFixture.Open);

    // The query ends where the first indented line of the tree begins.
    private static void AssertTree(string expected, GraphCatalog catalog)
    {
        var query = Regex.Match(expected, "^.*(\n[^ ].*)*").Value;
        var result = BindingFixture.Bind(query, catalog);
        Assert.Empty(result.Diagnostics);
        Assert.Equal(expected, query + BoundTreeText.Print(result.Statement!));
    }
}
