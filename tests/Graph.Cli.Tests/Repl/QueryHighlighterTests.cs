using Graph.Cli.Repl;

namespace Graph.Cli.Tests.Repl;

public sealed class QueryHighlighterTests
{
    [Theory]
    [InlineData("MATCH (n:Country)", "Keyword MATCH, Label Country")]
    [InlineData("match (n:A&!B|`C D`)", "Keyword match, Label A, Label B, Label `C D`")]
    [InlineData("()-[r:SENT|GOT*1..3]->(x:P)", "RelationType SENT, RelationType GOT, Number 1, Number 3, Label P")]
    [InlineData("RETURN 'it\\'s', \"x\" // done", "Keyword RETURN, String 'it\\'s', String \"x\", Comment // done")]
    [InlineData("n.match = 1.5e3", "Number 1.5e3")]
    [InlineData("$who /* open", "Parameter $who, Comment /* open")]
    [InlineData("'never closed", "String 'never closed")]
    [InlineData("{name: 'x'}", "String 'x'")]
    [InlineData(":schema Country", "Keyword :schema")]
    [InlineData("/", "")]
    [InlineData("\\", "")]
    [InlineData("'\\", "String '\\")]
    public void ColoursWhatIsRecognised(string text, string spans) =>
        Assert.Equal(spans, string.Join(", ", QueryHighlighter.Highlight(text).Select(styled => $"{styled.Style} {text.Substring(styled.Span.Start, styled.Span.Length)}")));
}
