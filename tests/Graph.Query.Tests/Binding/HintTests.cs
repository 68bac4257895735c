using Graph.Query.Binding;
using Graph.Query.Functions;
using Graph.Query.Tests.Syntax;

namespace Graph.Query.Tests.Binding;

/// <summary>What a message tells to write instead is itself a query, or a part of one, that is accepted.</summary>
public sealed class HintTests
{
    public static IEnumerable<object[]> Names => CaseFile.ReadPairs("hints.cases");

    [Theory]
    [MemberData(nameof(Names))]
    public void NameOfAnotherEngineHasAHintThatIsAccepted(string name, string hint)
    {
        Assert.Equal(MarkedHints.Unmark(hint), ForeignNames.FindHint(name));
        MarkedHints.AssertAccepted(hint);
    }

    [Fact]
    public void HintsForArgumentsAndValuesAreAccepted()
    {
        foreach (var piece in ArgumentHints.All.Concat(ForeignNames.ValueHints).SelectMany(hint => hint["write ".Length..].Split(", or ")))
            MarkedHints.AssertAccepted($"‹{piece}›");
    }

    [Fact]
    public void EveryHintIsListed() =>
        Assert.Equal(
            ForeignNames.Fronts, CaseFile.ReadPairs("hints.cases").Select(pair => (string)pair[0]).Take(ForeignNames.Fronts.Count()));
}
