namespace Graph.Query.Parsing;

/// <summary>The part of the text that a rule has read, as the function that builds its node gets it; it may find a mistake in it.</summary>
internal readonly record struct Extent(ParseInput Start, ParseInput End)
{
    public TextSpan Span => Start.SpanTo(End);

    public ParseContext Context => Start.Context;

    public SourceText Source => Context.Source;

    public string Text => Source.GetText(Span);

    public static implicit operator TextSpan(Extent extent) => extent.Span;
}
