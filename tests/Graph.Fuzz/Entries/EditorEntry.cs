using Graph.Cli.Repl;
using Graph.Fuzz.Inputs;
using Graph.Query.Syntax;

namespace Graph.Fuzz.Entries;

/// <summary>What the prompt does with a text that is still being written: colours, and what may follow.</summary>
internal sealed class EditorEntry(QueryEntry queries) : FuzzEntry("editor", queries.Corpus)
{
    public override ImmutableArray<string> Words => queries.Words;

    public override void Read(FuzzInput input)
    {
        var text = input.Text;
        var end = 0;
        foreach (var span in QueryHighlighter.Highlight(text))
        {
            FindingException.Require(
                span.Start >= end && span.End > span.Start && span.End <= text.Length,
                () => $"is coloured from {span.Start} to {span.End}, after {end}");
            end = span.End;
        }

        CompletionContext.At(new SourceText(text), text.Length / 2);
        CompletionContext.At(new SourceText(text), text.Length);
    }
}
