namespace Graph.Annotations.Tests;

public sealed class NafTests
{
    /// <summary>What a pipeline adds beyond names and facts is not read, and never lost without a word.</summary>
    [Fact]
    public void LayersThatAreNotReadAreCounted()
    {
        using var folder = new TemporaryFolder(("a.naf", """
            <NAF version="v3.1" xml:lang="en"><nafHeader/><raw>Ann ran.</raw>
              <text><wf id="w1" sent="1" offset="0" length="3">Ann</wf></text>
              <deps><dep from="t1" to="t2" rfunc="x"/><dep from="t2" to="t1" rfunc="y"/></deps>
              <attribution><statement id="s1"/></attribution>
              <factualitylayer><factvalue id="w1" prediction="CT+"/></factualitylayer>
              <temporalRelations><predicateAnchor id="an1" anchorTime="t1"/></temporalRelations>
            </NAF>
            """));

        var others = folder.Load().Summary.Others;

        Assert.Equal(
            [
                "attribution/statement elements not read 1", "deps/dep elements not read 2",
                "factualitylayer/factvalue elements not read 1", "temporalRelations/predicateAnchor elements not read 1",
            ],
            others.Select(pair => $"{pair.Key} {pair.Value}"));
    }
}
