using Graph.Testing;

namespace Graph.Annotations.Tests;

public sealed class TableTests
{
    [Fact]
    public void RowsBecomeNodesAndEdgesAndBadRowsAreReported()
    {
        using var folder = new TemporaryFolder(
            ("articles.tsv", "id\ttitle\tpublished\ttext\na1\tFirst\t2022-01\tAnn knows Bob\n"),
            ("people.csv",
                "id,name,kind,age\n1,\"Lee, Ann\",Person,007\n2,Bob,Person,41\n2,Twice,Person,1\n,None,Person,1\n3,Talk,Event,\n4,short\n"),
            ("facts.csv",
                "from,to,what,article,begin,stop,weight\n1,2,KNOWS,a1,0,3,0.5\n1,9,KNOWS,a1,0,3,1\n1,2,,a1,0,3,1\n3,1,AGENT,a1,x,3,1\n1,2,KNOWS,a9,0,3,1\n"),
            ("corpus.yaml", """
                format: tables
                tables:
                  nodes:
                    - {file: articles.tsv, label: Article}
                    - {file: people.csv, labelColumn: kind, columns: {age: years}}
                    - {file: missing.csv, label: X}
                  relations:
                    - {file: facts.csv, typeColumn: what, source: from, target: to, article: article, start: begin, end: stop}
                """));

        var result = folder.Load();

        Assert.Equal((1, 2, 1, 3), (result.Summary.Articles, result.Summary.Entities, result.Summary.Events, result.Summary.Relations));
        Verifier.Verify(GraphDescription.Describe(result).Replace($"{folder.FullPath}/", ""));
    }

    [Fact]
    public void OffsetsWithoutATextStayProperties()
    {
        using var folder = new TemporaryFolder(
            ("a.csv", "id,title\n0,First\n"),
            ("p.csv", "id,name\n0,Ann\n"),
            ("m.csv", "article,entity,start,end\n0,0,3,6\n"),
            ("corpus.yaml", """
                tables:
                  nodes: [{file: a.csv, label: Article}, {file: p.csv, label: [Person, Entity]}]
                  relations: {file: m.csv, type: MENTIONS, source: article, target: entity, start: start, end: end}
                """));

        Verifier.Verify(folder.Describe());
    }
}
