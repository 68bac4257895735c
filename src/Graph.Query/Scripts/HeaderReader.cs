using Graph.Query.Parsing;
using Graph.Query.Types;

namespace Graph.Query.Scripts;

/// <summary>Reads the comments above a statement, line by line.</summary>
internal sealed class HeaderReader(SourceText source)
{
    private const string NameMark = "name:";
    private const string ParameterMark = "param:";

    private readonly List<Diagnostic> diagnostics = [];
    private readonly List<DeclaredParameter> parameters = [];
    private readonly List<string> description = [];
    private (TextSpan Span, QueryCardinality? Cardinality)? name;

    /// <param name="comments">Each with its signs.</param>
    public static StatementHeader Read(SourceText source, ImmutableArray<TextSpan> comments) =>
        comments.IsEmpty ? StatementHeader.None : new HeaderReader(source).Read(comments);

    /// <summary>The lines that give names.</summary>
    public static IEnumerable<TextSpan> FindNames(SourceText source, ImmutableArray<TextSpan> comments) =>
        comments.SelectMany(comment => ReadLines(source.Text, comment)).Where(line => HasMark(source, line, NameMark));

    private StatementHeader Read(ImmutableArray<TextSpan> comments)
    {
        var names = FindNames(source, comments).ToList();
        diagnostics.AddRange(names.SkipLast(1).Select(line => HeaderDiagnostics.NoStatement(source, line)));

        // A text above the name is about the file.
        var start = names.Count == 0 ? 0 : names[^1].Start;
        foreach (var line in comments.SelectMany(comment => ReadLines(source.Text, comment)))
            ReadLine(line, isBelowName: line.Start >= start);

        return new StatementHeader(
            name is { Span: var span } ? source.GetText(span) : null,
            name?.Span ?? default,
            name?.Cardinality,
            description.Count == 0 ? null : string.Join(' ', description),
            [.. parameters],
            [.. diagnostics.OrderBy(diagnostic => diagnostic.Span.Start)]);
    }

    private void ReadLine(TextSpan line, bool isBelowName)
    {
        if (HasMark(source, line, ParameterMark))
            ReadParameter(line, ReadWords(line, ParameterMark.Length));
        else if (isBelowName && HasMark(source, line, NameMark))
            ReadName(line, ReadWords(line, NameMark.Length));
        else
            ReadDescription(line, isBelowName);
    }

    private void ReadDescription(TextSpan line, bool isBelowName)
    {
        var words = ReadWords(line, markLength: 0);
        if (FindMisspelled([.. words.Select(source.GetText)]) is { } mark)
            diagnostics.Add(HeaderDiagnostics.MisspelledMark(source, words[0], mark));
        if (isBelowName)
            description.Add(source.GetText(line));
    }

    // What a line that names or declares looks like, but for its first word; a text seldom does.
    private static string? FindMisspelled(IReadOnlyList<string> words)
    {
        var mark = words switch
        {
            [_, var parameter, _, ..] when parameter.StartsWith('$') => ParameterMark,
            [_, _, var kind] when ReadCardinality(kind) is not null => NameMark,
            [[.., ':'], var name] when char.IsLetter(name[0]) && Characters.WordEnd(name, 0, name.Length) == name.Length => NameMark,
            _ => null,
        };
        return mark is null ? null : NearestName.Find(words[0], [mark]);
    }

    private void ReadName(TextSpan line, IReadOnlyList<TextSpan> words)
    {
        var cardinality = words is [_, var kind] ? ReadCardinality(source.GetText(kind)) : null;
        if (words.Count is 0 or > 2 || (words.Count == 2 && cardinality is null))
        {
            diagnostics.Add(HeaderDiagnostics.NameLine(source, line));
            return;
        }

        var text = source.GetText(words[0]);
        if (Characters.WordEnd(text, 0, text.Length) != text.Length || !char.IsLetter(text[0]))
            diagnostics.Add(HeaderDiagnostics.NoIdentifier(source, words[0], text));
        else
            name = (words[0], cardinality);
    }

    private static QueryCardinality? ReadCardinality(string word) => word switch
    {
        ":many" => QueryCardinality.Many,
        ":one" => QueryCardinality.One,
        ":one?" => QueryCardinality.OneOrNone,
        ":stream" => QueryCardinality.Stream,
        ":exists" => QueryCardinality.Exists,
        ":scalar" => QueryCardinality.Scalar,
        _ => null,
    };

    private void ReadParameter(TextSpan line, IReadOnlyList<TextSpan> words)
    {
        var nullability = words.Select(source.GetText).Skip(2).ToList() switch
        {
            [.., var not, var last] when Is(not, "NOT") && Is(last, "NULL") => (Words: 2, IsNullable: false),
            [.., var last] when Is(last, "NULL") => (Words: 1, IsNullable: true),
            _ => (Words: 0, IsNullable: false),
        };
        var typeWords = words.Skip(1).SkipLast(nullability.Words).ToList();
        var parameter = words.Count > 0 ? source.GetText(words[0]).TrimStart('$').Trim('`') : "";
        if (typeWords.Count == 0 || parameter.Length == 0)
        {
            diagnostics.Add(HeaderDiagnostics.ParameterLine(source, line));
            return;
        }

        var typeSpan = TextSpan.FromBounds(typeWords[0].Start, typeWords[^1].End);
        if (DeclaredType.Read(source.GetText(typeSpan)) is not { } type)
            diagnostics.Add(HeaderDiagnostics.UnknownType(source, typeSpan, source.GetText(typeSpan)));
        else if (parameters.Exists(other => other.Name == parameter))
            diagnostics.Add(HeaderDiagnostics.DuplicateParameter(source, line, parameter));
        else
            parameters.Add(new DeclaredParameter(parameter, type, nullability.IsNullable, line));
    }

    private static bool Is(string word, string other) => word.Equals(other, StringComparison.OrdinalIgnoreCase);

    private static bool HasMark(SourceText source, TextSpan line, string mark) =>
        source.Text.AsSpan(line.Start, line.Length).StartsWith(mark, StringComparison.OrdinalIgnoreCase);

    private List<TextSpan> ReadWords(TextSpan line, int markLength)
    {
        var words = new List<TextSpan>();
        for (var i = line.Start + markLength; i < line.End; i++)
        {
            if (char.IsWhiteSpace(source.Text[i]))
                continue;
            var start = i;
            while (i < line.End && !char.IsWhiteSpace(source.Text[i]))
                i = source.Text[i] == '`' ? QuotedText.End(source.Text, i, line.End) : i + 1;
            words.Add(TextSpan.FromBounds(start, i));
        }

        return words;
    }

    /// <summary>The lines of a comment without its signs and the blanks around them; empty ones are left out.</summary>
    private static IEnumerable<TextSpan> ReadLines(string text, TextSpan comment)
    {
        var isBlock = text[comment.Start + 1] == '*';
        var start = comment.Start;
        var end = isBlock ? comment.End - 2 : comment.End;
        while (start < end)
        {
            var length = text.AsSpan(start, end - start).IndexOfAny('\n', '\r');
            var lineEnd = length < 0 ? end : start + length;
            while (start < lineEnd && (Characters.IsBlank(text[start]) || text[start] == '/' || (isBlock && text[start] == '*')))
                start++;
            var contentEnd = lineEnd;
            while (contentEnd > start && Characters.IsBlank(text[contentEnd - 1]))
                contentEnd--;
            if (contentEnd > start)
                yield return TextSpan.FromBounds(start, contentEnd);
            start = lineEnd + 1;
        }
    }
}
