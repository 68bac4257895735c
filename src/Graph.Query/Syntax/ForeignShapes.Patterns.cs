using Graph.Query.Parsing;

namespace Graph.Query.Syntax;

/// <summary>What patterns of other languages have between their nodes.</summary>
internal static partial class ForeignShapes
{
    private const string Kuzu = "Kùzu";

    // What stands behind the star of a length.
    private static readonly Dictionary<string, (string Language, string Hint)> Searches = new(StringComparer.OrdinalIgnoreCase)
    {
        ["BFS"] = (Memgraph, "write ANY SHORTEST (a)-[]->+(b)"),
        ["DFS"] = (Memgraph, "write ACYCLIC (a)-[]->+(b)"),
        ["WSHORTEST"] = (Memgraph, "write CALL graph.kShortest(a, b, 1, {weight: 'key'}) YIELD path, cost"),
        ["ALLSHORTEST"] = (Memgraph,
            "write ALL SHORTEST (a)-[]->+(b), or CALL graph.kShortest(a, b, 3, {weight: 'key'}) YIELD path, cost"),
        ["KSHORTEST"] = (Memgraph, "write CALL graph.kShortest(a, b, 3) YIELD path, cost"),
        ["SHORTEST"] = (Kuzu, "write ANY SHORTEST (a)-[]->+(b)"),
        ["ALL"] = (Kuzu, "write ALL SHORTEST (a)-[]->+(b)"),
        ["TRAIL"] = (Kuzu, "write TRAIL (a)-[]->+(b)"),
        ["ACYCLIC"] = (Kuzu, "write ACYCLIC (a)-[]->+(b)"),
    };

    private const string Repeated = "write a condition into the repeated part: ((x)-[r]->(y) WHERE r.key > 1){1,2}";

    // [*BFS], [r *1..2 (r, n | condition)], [r *1..2 WHERE condition], [r:$(name)]
    private static Diagnostic? ExplainRelation(ParseFailure failure, string found)
    {
        if (Searches.TryGetValue(found, out var search) && SignBefore(failure, failure.Span.Start) == '*')
            return Foreign(failure, failure.Span, $"*{found}", search.Language, search.Hint);
        if (found == "("
            && failure.Expected.Any(expected => expected.Text == "]")
            && failure.Expected.All(expected => expected.Kind != ExpectationKind.Operator))
            return Foreign(failure, failure.Span, "(", Memgraph, Repeated);
        if (Is(found, "WHERE") && Expects(failure, "]") && failure.Expected.All(expected => expected.Kind != ExpectationKind.Operator))
            return Foreign(failure, failure.Span, found, null, Repeated);
        return ExplainDynamic(failure, found, "write $name = type(r), or type(r) IN $names");
    }

    // [:R{1,3}]
    private static Diagnostic? ExplainLength(ParseFailure failure, string found, int open) =>
        found.All(char.IsAsciiDigit) && failure.Context.Brackets.EnclosingOpen(open) is { } outer && failure.Source.Text[outer] == '['
            ? Foreign(
                failure, failure.Span, $"{{{found}", null, "write (a)-[]->{1,3}(b), with the quantifier behind the arrow, or *1..3 inside")
            : null;

    private static Diagnostic? ExplainPattern(ParseFailure failure, string found) => found switch
    {
        // (a)-/:R*/->(b)
        "/" when SignBefore(failure, failure.Span.Start) == '-' && Expects(failure, "[") =>
            Foreign(failure, failure.Span, "-/", Gql, "write -[:A|B]->, and a quantifier such as {1,3} or + behind it"),

        // (a)<~[r]~(b)
        "<" when Expects(failure, "WHERE") && failure.Context.CharacterAt(failure.Span.End) == '~' =>
            Foreign(failure, failure.Span, "<~", Gql, "write '<--' or '--'"),

        // (a)-->(b) | (a)-->(c)
        "|" when Expects(failure, "-") && Expects(failure, "WHERE") =>
            Foreign(failure, failure.Span, "|", Gql, "write two queries with UNION between, or -[:A|B]-> for either of two types"),

        // (a)[()-[r]->()]{1,3}(b)
        "[" when Expects(failure, "-") && Expects(failure, "WHERE") =>
            Foreign(failure, failure.Span, "[", "PGQL", "write ((x)-[r]->(y)){1,3} with round brackets"),

        // (a)=[r]=>(b), (a)==>(b)
        "=" when Expects(failure, "-") => Foreign(failure, failure.Span, "=", null, "write '-->', or an arrow with a type: -[:R]->"),

        // (n:A,B), -[:A,B]->
        "," or "/" when Expects(failure, "&") && failure.Context.Brackets.EnclosingOpen(failure.Span.Start) is not null =>
            Foreign(failure, failure.Span, found, null, "write ':A|B' for either of two, and ':A&B' for both"),
        _ => ExplainMode(failure, found),
    };

    // SHORTEST 2 GROUPS TRAIL, SHORTEST (a)-->(b), ANY CHEAPEST
    private static Diagnostic? ExplainMode(ParseFailure failure, string found)
    {
        var before = WordBefore(failure, failure.Span.Start);
        if (found == "(" && Expects(failure, "GROUPS"))
            return Foreign(
                failure, before, Text(failure, before), null, "write ANY SHORTEST, ALL SHORTEST or SHORTEST 3 before such a pattern");
        if (Is(found, "CHEAPEST"))
            return Foreign(
                failure, failure.Span, found, "PGQL", "write CALL graph.kShortest(a, b, 1, {weight: 'key'}) YIELD path, cost");
        return Is(found, "WALK", "TRAIL", "ACYCLIC", "SIMPLE") && Is(Text(failure, before), "GROUP", "GROUPS", "PATH", "PATHS")
            ? Foreign(
                failure,
                TextSpan.FromBounds(before.Start, failure.Span.End),
                $"{Text(failure, before)} {found}",
                null,
                "write the path mode first, as in SHORTEST 2 TRAIL GROUPS")
            : null;
    }

    private static bool Expects(ParseFailure failure, string text) => failure.Expected.Any(expected => expected.Text == text);
}
