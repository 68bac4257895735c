using Graph.Query.Parsing;
using Graph.Query.Syntax;

namespace Graph.Query.Schema;

/// <summary>Which structured comment belongs to which element or property.</summary>
internal sealed class DocComments
{
    private readonly Dictionary<int, DocComment> byStart = [];

    /// <summary>The comment of the schema that was read, or of an element or property of it.</summary>
    public DocComment this[SyntaxNode node] => byStart.GetValueOrDefault(node.Span.Start, DocComment.None);

    public static DocComments Attach(SchemaSyntax schema, ParseContext context)
    {
        var comments = new DocComments();
        var places = new SchemaPlaces(schema);
        foreach (var span in context.Comments)
        {
            if (DocComment.Read(context.Source, span) is { } comment && FindOwner(places, context, span) is { } owner)
                comments.byStart[owner.Span.Start] = comments[owner].Add(comment);
        }

        return comments;
    }

    /// <summary>The element before the comment on the same line, if nothing follows there; else what the comment stands before.</summary>
    private static SyntaxNode? FindOwner(SchemaPlaces places, ParseContext context, TextSpan comment)
    {
        if (EndsLine(context.Text, comment.End))
        {
            var before = places.FindElementBefore(comment.Start);
            if (before is not null && IsSameLine(context.Text.AsSpan(before.Span.End, comment.Start - before.Span.End)))
                return before;
        }

        return places.FindAt(context.SkipBlanks(comment.End));
    }

    private static bool EndsLine(string text, int position)
    {
        while (position < text.Length && text[position] is ' ' or '\t')
            position++;
        return position == text.Length || text[position] is '\n' or '\r';
    }

    private static bool IsSameLine(ReadOnlySpan<char> between) => between.IndexOfAnyExcept(" \t,") < 0;
}
