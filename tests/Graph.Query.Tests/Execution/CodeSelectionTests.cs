using CsCheck;
using Graph.Query.Execution;

namespace Graph.Query.Tests.Execution;

/// <summary>The code at a place is the one that sorting puts there, also where most codes are the same.</summary>
public sealed class CodeSelectionTests
{
    private static readonly Gen<ulong[]> Codes = Gen.OneOf(Gen.ULong, Gen.ULong[0, 5], Gen.Const(ulong.MaxValue)).Array[1, 300];

    [Fact]
    public void ItIsWhereSortingPutsIt() => Gen.Select(Codes, Gen.Int[0, 299]).Sample((codes, drawn) =>
    {
        var place = drawn % codes.Length;
        Assert.Equal(codes.Order().ElementAt(place), CodeSelection.Find([.. codes], place, () => { }));
    });
}
