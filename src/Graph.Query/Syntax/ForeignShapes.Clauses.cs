using Graph.Query.Parsing;

namespace Graph.Query.Syntax;

/// <summary>What other languages write between queries, behind an aggregate and around a value.</summary>
internal static partial class ForeignShapes
{
    private static Diagnostic? ExplainClause(ParseFailure failure, string found)
    {
        var before = WordBefore(failure, failure.Span.Start);
        var next = WordAfter(failure, failure.Span.End);
        var isSet = Clauses.Contains(Text(failure, next)) || Is(Text(failure, next), "ALL", "DISTINCT");
        return found.ToUpperInvariant() switch
        {
            // count(*) FILTER (WHERE condition)
            "FILTER" when SignBefore(failure, failure.Span.Start) == ')' =>
                Foreign(failure, failure.Span, found, "SQL", "write count(CASE WHEN x > 1 THEN x END)"),

            // RETURN n.x EXCEPT MATCH .., RETURN * EXCEPT n
            "EXCEPT" when isSet =>
                Foreign(failure, failure.Span, found, Gql, "write WHERE NOT EXISTS { } with the other query in this one"),
            "EXCEPT" or "EXCLUDE" when Expects(failure, "UNION") =>
                Foreign(failure, failure.Span, found, "SQL", "write the columns that stay"),
            "INTERSECT" when isSet =>
                Foreign(failure, failure.Span, found, Gql, "write WHERE EXISTS { } with the other query in this one"),

            // UNWIND list WITH ORDINALITY AS x
            "WITH" when Expects(failure, "AS") && Is(Text(failure, next), "ORDINALITY", "OFFSET") =>
                Foreign(
                    failure,
                    TextSpan.FromBounds(failure.Span.Start, next.End),
                    $"{found} {Text(failure, next)}",
                    Gql,
                    $"write FOR x IN list WITH {Text(failure, next).ToUpperInvariant()} i"),

            // (n:A AND B)
            "AND" when Expects(failure, "&") => Foreign(failure, failure.Span, found, null, "write n:A&B"),
            "OR" when Expects(failure, "|") => Foreign(failure, failure.Span, found, null, "write n:A|B"),

            // RETURN TOP 3 n.x
            _ when Is(Text(failure, before), "TOP") && found.All(char.IsAsciiDigit) =>
                Foreign(failure, before, Text(failure, before), "SQL", "write LIMIT 3 at the end"),
            _ => null,
        };
    }

    private static Diagnostic? ExplainValue(ParseFailure failure, string found)
    {
        // n.name ~ 'A.*'
        if (found == "~"
            && failure.Expected.Any(expected => expected.Kind == ExpectationKind.Operator)
            && failure.Context.CharacterAt(failure.Context.SkipBlanks(failure.Span.End)) is not ('[' or '('))
            return Foreign(failure, failure.Span, found, "PostgreSQL", "write '=~' and a regular expression");

        // n.name = @name, n.name = :name
        var name = WordAfter(failure, failure.Span.End);
        return found is "@" or ":"
            && name.Length > 0
            && failure.Expected.Any(expected => expected.Kind == ExpectationKind.Parameter)
                ? Foreign(
                    failure,
                    TextSpan.FromBounds(failure.Span.Start, name.End),
                    $"{found}{Text(failure, name)}",
                    "SQL",
                    $"write ${Text(failure, name)}")
                : null;
    }

    // list[0:2], [x + 1 for x in list]
    private static Diagnostic? ExplainIndex(ParseFailure failure, string found, int open)
    {
        if (Is(found, "FOR"))
            return Foreign(failure, failure.Span, found, "Python", "write [x IN list | x + 1]");
        var isIndex = failure.Source.Text.AsSpan(failure.Context.Start, open - failure.Context.Start).TrimEnd() is [.., var before]
            && (char.IsAsciiLetterOrDigit(before) || before is ')' or ']' or '`' or '_');
        var isSlice = found == ":" || SignBefore(failure, failure.Span.Start) == ':';
        return isIndex && isSlice ? Foreign(failure, failure.Span, found, "Python", "write list[0..2]") : null;
    }
}
