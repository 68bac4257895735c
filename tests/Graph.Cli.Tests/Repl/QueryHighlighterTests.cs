using Graph.Cli.Repl;

namespace Graph.Cli.Tests.Repl;

public sealed class QueryHighlighterTests
{
    [Theory]
    [InlineData("MATCH (n:Country)", "Keyword MATCH, Type Country")]
    [InlineData("match (n:A&!B|`C D`)", "Keyword match, Type A, Type B, Type `C D`")]
    [InlineData("()-[r:SENT|GOT*1..3]->(x:P)", "Member SENT, Member GOT, Number 1, Number 3, Type P")]
    [InlineData("RETURN 'it\\'s', \"x\" // done", "Keyword RETURN, String 'it\\'s', String \"x\", Comment // done")]
    [InlineData("n.match = 1.5e3", "Number 1.5e3")]
    [InlineData("$who /* open", "Parameter $who, Comment /* open")]
    [InlineData("'never closed", "String 'never closed")]
    [InlineData("{name: 'x'}", "String 'x'")]
    [InlineData(":schema Country", "Keyword :schema")]
    [InlineData("/", "")]
    [InlineData("\\", "Keyword \\")]
    [InlineData("'\\", "String '\\")]
    public void ColoursWhatIsRecognised(string text, string spans) =>
        Assert.Equal(
            spans,
            string.Join(", ", QueryHighlighter.Highlight(text).Select(styled => $"{styled.Style} {text[styled.Start..styled.End]}")));
}
