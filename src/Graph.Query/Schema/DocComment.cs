using Graph.Query.Parsing;

namespace Graph.Query.Schema;

/// <summary>A structured comment: <c>/** Sends soldiers to a place. @inverse "gets troops from" */</c></summary>
/// <param name="Description">The first sentence before the tags, or null.</param>
internal sealed record DocComment(string? Description, ImmutableArray<TagSyntax> Tags)
{
    public static readonly DocComment None = new(null, []);

    /// <summary>The tags that there are, in the order in which a list of them is shown.</summary>
    public static readonly ImmutableArray<string> KnownTags =
        ["abstract", "key", "caption", "plural", "color", "icon", "inverse", "role", "deprecated", "provenance"];

    public bool Has(string tag) => Tags.Any(candidate => candidate.Name == tag);

    public DocComment Add(DocComment other) => new(Description ?? other.Description, [.. Tags, .. other.Tags]);

    public SchemaHints ToHints() => Description is null && Tags.IsEmpty
        ? SchemaHints.None
        : new SchemaHints(Description, [.. Tags.Select(tag => new SchemaTag(tag.Name, tag.Value))]);

    /// <summary>Reads the comment that stands at a span, or gives null for one that is not structured.</summary>
    public static DocComment? Read(SourceText source, TextSpan comment)
    {
        var text = source.Text.AsSpan(comment.Start, comment.Length);
        if (comment.Length < 5 || !text.StartsWith("/**"))
            return null;

        var (start, end) = (comment.Start + 3, comment.End - 2);
        var marks = FindTags(source.Text, start, end);
        var description = Clean(source.Text[start..(marks.Count > 0 ? marks[0] : end)]);
        var tags = marks.Select((mark, i) => ReadTag(source.Text, mark, i + 1 < marks.Count ? marks[i + 1] : end));
        return new DocComment(FirstSentence(description), [.. tags]);
    }

    // A tag is a whole word after a blank, so that an address such as desk@example.org is none.
    private static List<int> FindTags(string text, int start, int end)
    {
        var marks = new List<int>();
        for (var i = start; i < end - 1; i++)
        {
            var opens = i == start || char.IsWhiteSpace(text[i - 1]) || text[i - 1] == '*';
            if (text[i] == '@' && opens && Characters.WordEnd(text, i + 1, end) > i + 1)
                marks.Add(i);
        }

        return marks;
    }

    private static TagSyntax ReadTag(string text, int mark, int end)
    {
        var nameEnd = Characters.WordEnd(text, mark + 1, end);
        var value = Clean(text[nameEnd..end]);
        if (value is ['"', .. var inner, '"'])
            value = inner;
        var valueStart = text.IndexOf(value, nameEnd, StringComparison.Ordinal);
        var valueSpan = value.Length > 0 && valueStart >= 0 ? new TextSpan(valueStart, value.Length) : TextSpan.FromBounds(mark, nameEnd);
        return new TagSyntax(text[(mark + 1)..nameEnd], value, TextSpan.FromBounds(mark, nameEnd), valueSpan);
    }

    /// <summary>The text on one line, without the stars that lines of a block comment begin with.</summary>
    private static string Clean(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n').Select((line, i) => i == 0 ? line : line.TrimStart().TrimStart('*'));
        return string.Join(' ', string.Join(' ', lines).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static string? FirstSentence(string description)
    {
        for (var i = 0; i + 2 < description.Length; i++)
        {
            if (description[i] is '.' or '!' or '?' && description[i + 1] == ' ' && char.IsUpper(description[i + 2]))
                return description[..(i + 1)];
        }

        return description.Length == 0 ? null : description;
    }
}

/// <summary><c>@caption name</c></summary>
/// <param name="Value">Without the quotes around it; empty for a tag that has none.</param>
/// <param name="ValueSpan">Where the value stands; the tag itself where there is none.</param>
internal sealed record TagSyntax(string Name, string Value, TextSpan Span, TextSpan ValueSpan);
