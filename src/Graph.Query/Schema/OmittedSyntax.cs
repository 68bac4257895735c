using Graph.Query.Parsing;

namespace Graph.Query.Schema;

/// <summary>
/// GQL's schema syntax that Graph leaves out and that does not parse: what to write instead, by the token that stands in the way.
/// </summary>
internal static class OmittedSyntax
{
    public static Diagnostic? Explain(ParseFailure failure)
    {
        var (found, hint) = failure.Found switch
        {
            null => (null, ""),
            "~" => ("~[ ]~", "give the relation a direction: '-[ ]->'"),
            var word when Is(word, "COPY") => ("COPY OF", "write the types out"),
            var word when Is(word, "LIKE") => ("LIKE", "write the types out"),
            var word when Is(word, "CONNECTING") => ("CONNECTING", "write the edge type as a pattern: '(:A)-[:R]->(:B)'"),
            var word when Is(word, "UNDIRECTED") => ("UNDIRECTED", "give the relation a direction: '-[ ]->'"),
            "{" when FollowsWord(failure, "RECORD") => ("RECORD", "declare a property for each field"),
            var sign when ExpectsNamedPattern(failure) =>
                (sign, "write the type as a pattern behind its name: 'NODE TYPE Person (:Person => {})'"),
            _ => (null, ""),
        };
        return found is null ? null : SchemaDiagnostics.LeftOut(failure.Source, failure.Span, found, hint);
    }

    private static bool Is(string? word, string keyword) => string.Equals(word, keyword, StringComparison.OrdinalIgnoreCase);

    private static bool ExpectsNamedPattern(ParseFailure failure) =>
        failure.Expected.Any(expected => ReferenceEquals(expected, SchemaGrammar.OpenOfNamedPattern));

    private static bool FollowsWord(ParseFailure failure, string word) =>
        failure.Source.Text.AsSpan(0, failure.Span.Start).TrimEnd().EndsWith(word, StringComparison.OrdinalIgnoreCase);
}
