using Graph.Query.Parsing;

namespace Graph.Query.Syntax;

/// <summary>
/// Forms of other query languages that no single word tells apart: calls, brackets and literals that Graph writes in another way.
/// </summary>
internal static partial class ForeignShapes
{
    private const string Cypher = "Cypher";
    private const string Gql = "GQL";
    private const string Memgraph = "Memgraph";

    private static readonly HashSet<string> Clauses = new(StringComparer.OrdinalIgnoreCase)
    {
        "MATCH", "OPTIONAL", "RETURN", "WITH", "UNWIND", "CALL", "FOR", "LET", "FILTER",
    };

    // What stands before a string, or behind the AS of CAST, and the function that makes such a value.
    private static readonly Dictionary<string, string> Constructors = new(StringComparer.OrdinalIgnoreCase)
    {
        ["DATE"] = "date", ["DATETIME"] = "datetime", ["TIMESTAMP"] = "datetime", ["TIME"] = "time", ["DURATION"] = "duration",
        ["INTERVAL"] = "duration",
    };

    private static readonly Dictionary<string, string> Conversions = new(StringComparer.OrdinalIgnoreCase)
    {
        ["INTEGER"] = "toInteger", ["INT"] = "toInteger", ["BIGINT"] = "toInteger", ["SMALLINT"] = "toInteger", ["SIGNED"] = "toInteger",
        ["FLOAT"] = "toFloat", ["DOUBLE"] = "toFloat", ["REAL"] = "toFloat", ["DECIMAL"] = "toFloat", ["NUMERIC"] = "toFloat",
        ["STRING"] = "toString", ["VARCHAR"] = "toString", ["CHAR"] = "toString", ["TEXT"] = "toString",
        ["BOOLEAN"] = "toBoolean", ["BOOL"] = "toBoolean",
    };

    // Calls whose brackets hold more than values.
    private static readonly Dictionary<string, string> Calls = new(StringComparer.OrdinalIgnoreCase)
    {
        ["ALLREDUCE"] = "write all(i IN range(1, size(list)) WHERE reduce(sum = 0, x IN list[..i] | sum + x) < 5)",
        ["EXTRACT"] = "write [x IN list | x.key]",
        ["FILTER"] = "write [x IN list WHERE x.key = 1]",
    };

    private static readonly Dictionary<string, string> Subqueries = new(StringComparer.OrdinalIgnoreCase)
    {
        ["VALUE"] = "write COLLECT { MATCH (m) RETURN m.key }[0]",
        ["LIST"] = "write COLLECT { MATCH (m) RETURN m.key }",
        ["ARRAY"] = "write COLLECT { MATCH (m) RETURN m.key }",
        ["ALL"] = "write all(y IN COLLECT { MATCH (m) RETURN m.key } WHERE x >= y)",
        ["ANY"] = "write any(y IN COLLECT { MATCH (m) RETURN m.key } WHERE x >= y)",
        ["SOME"] = "write any(y IN COLLECT { MATCH (m) RETURN m.key } WHERE x >= y)",
    };

    /// <summary>A message of its own for a place inside such a form.</summary>
    public static Diagnostic? Explain(ParseFailure failure, string found) =>
        ExplainInBrackets(failure, found)
        ?? ExplainLiteral(failure, found)
        ?? ExplainLabels(failure, found)
        ?? ExplainNot(failure, found)
        ?? ExplainOrder(failure, found)
        ?? ExplainLet(failure, found)
        ?? ExplainTransactions(failure, found)
        ?? ExplainPattern(failure, found)
        ?? ExplainWhere(failure, found)
        ?? ExplainPage(failure, found)
        ?? ExplainArrow(failure, found)
        ?? ExplainStar(failure, found)
        ?? ExplainClause(failure, found)
        ?? ExplainValue(failure, found);

    private static Diagnostic? ExplainInBrackets(ParseFailure failure, string found)
    {
        if (failure.Context.Brackets.EnclosingOpen(failure.Span.Start) is not { } open)
            return null;
        return failure.Source.Text[open] switch
        {
            '(' => ExplainCall(failure, found, open),
            '[' => ExplainRelation(failure, found) ?? ExplainIndex(failure, found, open),
            _ => ExplainSubquery(failure, open) ?? ExplainParameter(failure, found, open) ?? ExplainLength(failure, found, open),
        };
    }

    // extract(x IN list | x.key), CAST(x AS INTEGER), x = ANY(list)
    private static Diagnostic? ExplainCall(ParseFailure failure, string found, int open)
    {
        var name = WordBefore(failure, open);
        var word = Text(failure, name);
        if (Calls.TryGetValue(word, out var hint))
            return Foreign(failure, name, $"{word}(", Is(word, "ALLREDUCE") ? Cypher : "old Cypher", hint);
        if (Is(word, "CAST", "TRY_CAST") && Is(found, "AS"))
            return Foreign(failure, name, $"{word}(", "SQL", $"write {Conversion(Text(failure, WordAfter(failure, failure.Span.End)))}(x)");
        if (Is(word, "ANY", "SOME") && SignBefore(failure, name.Start) is '=')
            return Foreign(failure, name, $"{word}(", "SQL", "write x IN list");
        if (Is(word, "SOME") && Is(found, "WHERE"))
            return Foreign(failure, name, $"{word}(", null, "write any(x IN list WHERE x > 1)");
        if (Is(word, "EXISTS", "COUNT", "COLLECT") && Clauses.Contains(found))
            return Foreign(failure, name, $"{word}(", "SQL", $"write {word.ToUpperInvariant()} {{ MATCH (m) RETURN m.key }}");
        if (Is(found, "ORDER") && name.Length > 0)
            return Foreign(failure, failure.Span, found.ToUpperInvariant(), "SQL", "write WITH x ORDER BY x.key before the aggregate");
        return null;
    }

    // VALUE { MATCH ... }, x >= ALL { RETURN ... }
    private static Diagnostic? ExplainSubquery(ParseFailure failure, int open)
    {
        var name = WordBefore(failure, open);
        var word = Text(failure, name);
        return Subqueries.TryGetValue(word, out var hint) && Clauses.Contains(Text(failure, WordAfter(failure, open + 1)))
            ? Foreign(failure, name, $"{word} {{", Gql, hint)
            : null;
    }

    // n.name = {name}
    private static Diagnostic? ExplainParameter(ParseFailure failure, string found, int open)
    {
        if (found == "}" ? failure.Context.Brackets.CloseOf(open) != failure.Span.Start : !found.All(char.IsAsciiDigit))
            return null;
        var name = WordAfter(failure, open + 1);
        var close = failure.Context.Brackets.CloseOf(open);
        if (name.Length == 0 || close is null || failure.Context.SkipBlanks(name.End) != close)
            return null;
        var span = TextSpan.FromBounds(open, close.Value + 1);
        return Foreign(failure, span, $"{{{Text(failure, name)}}}", "old Cypher", $"write ${Text(failure, name)}");
    }

    // DATE '2024-01-01'
    private static Diagnostic? ExplainLiteral(ParseFailure failure, string found)
    {
        // LOCAL and ZONED stop the parser before the word that they belong to.
        var text = Constructors.ContainsKey(found) ? failure.Context.SkipBlanks(failure.Span.End) : failure.Span.Start;
        if (failure.Context.CharacterAt(text) is not ('\'' or '"'))
            return null;
        var word = WordBefore(failure, text);
        if (!Constructors.TryGetValue(Text(failure, word), out var function))
            return null;
        var before = WordBefore(failure, word.Start);
        var isLocal = Is(Text(failure, before), "LOCAL") && function is "time" or "datetime";
        var first = isLocal || Is(Text(failure, before), "ZONED") ? before : word;
        var literal = TextSpan.FromBounds(text, QuotedText.End(failure.Source.Text, text, failure.Context.End));
        var form = Text(failure, TextSpan.FromBounds(first.Start, word.End));
        // SQL writes INTERVAL '1' DAY.
        var value = function == "duration" && !Text(failure, literal).Contains('P') ? "'P1D'" : Text(failure, literal);
        return Foreign(
            failure, TextSpan.FromBounds(first.Start, literal.End), form, Gql, $"write {(isLocal ? "local" : "")}{function}({value})");
    }

    // n IS :Person, n:$(name), r IS SOURCE OF
    private static Diagnostic? ExplainLabels(ParseFailure failure, string found)
    {
        var before = WordBefore(failure, failure.Span.Start);
        if (found == ":" && Is(Text(failure, before), "IS"))
            return Foreign(failure, TextSpan.FromBounds(before.Start, failure.Span.End), "IS :", null, "write n IS Label or n:Label");
        if (Is(found, "OF") && Is(Text(failure, before), "SOURCE", "DESTINATION"))
        {
            var end = Is(Text(failure, before), "SOURCE") ? "startNode" : "endNode";
            return Foreign(
                failure, TextSpan.FromBounds(before.Start, failure.Span.End), $"{Text(failure, before)} OF", Gql, $"write {end}(r) = n");
        }

        return ExplainDynamic(failure, found, "write $name IN labels(n), or any(x IN $names WHERE x IN labels(n))");
    }

    private static Diagnostic? ExplainDynamic(ParseFailure failure, string found, string hint) =>
        found == "$" && failure.Expected.Any(expected => expected.Kind is ExpectationKind.Label or ExpectationKind.RelationType)
            ? Foreign(failure, failure.Span, "$", Cypher, hint)
            : null;

    // WHERE !(condition), n.x NOT NULL
    private static Diagnostic? ExplainNot(ParseFailure failure, string found)
    {
        var next = WordAfter(failure, failure.Span.End);
        return Is(found, "NOT") && Is(Text(failure, next), "NULL") && SignBefore(failure, failure.Span.Start) is not '('
            ? Foreign(failure, TextSpan.FromBounds(failure.Span.Start, next.End), "NOT NULL", "SQL", "write IS NOT NULL")
            : found == "!" && failure.Context.CharacterAt(failure.Span.End) != '=' ? Foreign(failure, failure.Span, "!", "C", "write NOT")
            : null;
    }

    // ORDER BY x NULLS FIRST
    private static Diagnostic? ExplainOrder(ParseFailure failure, string found)
    {
        var next = WordAfter(failure, failure.Span.End);
        return Is(found, "NULLS") && Is(Text(failure, next), "FIRST", "LAST")
            ? Foreign(
                failure,
                TextSpan.FromBounds(failure.Span.Start, next.End),
                $"{found} {Text(failure, next)}",
                Gql,
                $"write ORDER BY x IS {(Is(Text(failure, next), "FIRST") ? "NOT " : "")}NULL, x")
            : null;
    }

    // LET x = 1 IN x + 1 END as a value
    private static Diagnostic? ExplainLet(ParseFailure failure, string found)
    {
        var before = WordBefore(failure, failure.Span.Start);
        return Is(Text(failure, before), "LET") && failure.Expected.Any(expected => expected.Kind == ExpectationKind.Operator)
            ? Foreign(failure, before, "LET", Gql, "write the clause LET x = 1 before this one")
            : null;
    }

    // CALL (n) { ... } IN TRANSACTIONS
    private static Diagnostic? ExplainTransactions(ParseFailure failure, string found)
    {
        if (!Is(found, "IN") || SignBefore(failure, failure.Span.Start) != '}')
            return null;
        var next = WordAfter(failure, failure.Span.End);
        var last = Text(failure, next).All(char.IsAsciiDigit) ? WordAfter(failure, next.End) : next;
        return Is(Text(failure, last), "TRANSACTIONS", "CONCURRENT")
            ? Foreign(
                failure,
                TextSpan.FromBounds(failure.Span.Start, last.End),
                failure.Source.GetText(TextSpan.FromBounds(failure.Span.Start, last.End)),
                Cypher,
                "a query only reads, so leave it out")
            : null;
    }

    // RETURN n WHERE condition, MATCH (n) WHERE condition WHERE other
    private static Diagnostic? ExplainWhere(ParseFailure failure, string found)
    {
        if (!Is(found, "WHERE") || !Expects(failure, "UNION"))
            return null;
        return Expects(failure, "RETURN")
            ? Foreign(failure, failure.Span, found, null, "write AND for one more condition, or FILTER condition behind another clause")
            : Foreign(failure, failure.Span, found, "SQL", "write FILTER condition before RETURN, or WITH columns WHERE condition");
    }

    // LIMIT 2, 3; LIMIT 3 OFFSET 2
    private static Diagnostic? ExplainPage(ParseFailure failure, string found)
    {
        var first = WordBefore(failure, failure.Span.Start);
        var limit = WordBefore(failure, first.Start);
        if (Is(found, "SKIP", "OFFSET") && Is(Text(failure, limit), "LIMIT"))
            return Foreign(
                failure,
                TextSpan.FromBounds(limit.Start, failure.Span.End),
                $"LIMIT {Text(failure, first)} {found.ToUpperInvariant()}",
                "SQL",
                $"write {found.ToUpperInvariant()} 2 LIMIT {Text(failure, first)}");
        return found == "," && first.Length > 0 && Text(failure, first).All(char.IsAsciiDigit) && Is(Text(failure, limit), "LIMIT")
            ? Foreign(failure, TextSpan.FromBounds(limit.Start, failure.Span.End), "LIMIT 1, 2", "SQL", "write SKIP 1 LIMIT 2")
            : null;
    }

    // list_transform(list, x -> x + 1), n->name, n.x => 1
    private static Diagnostic? ExplainArrow(ParseFailure failure, string found)
    {
        if (found is not (">" or "<") || failure.Span.Start == failure.Context.Start
            || failure.Expected.All(expected => expected.Kind != ExpectationKind.Function))
            return null;
        var sign = new TextSpan(failure.Span.Start - 1, 2);
        var isCall = failure.Context.Brackets.EnclosingOpen(failure.Span.Start) is { } open && failure.Source.Text[open] == '('
            && WordBefore(failure, open) is { Length: > 0 } name && !Is(Text(failure, name), "WHERE", "AND", "OR", "NOT", "XOR");
        return Text(failure, sign) switch
        {
            "->" => Foreign(failure, sign, "->", null, "write [x IN list | x + 1] for each of a list, and n.key for a property"),
            "=>" when isCall => Foreign(failure, sign, "=>", null, "write [x IN list | x + 1] for each of a list"),
            "=>" => Foreign(failure, sign, "=>", null, "write '>='"),
            "=<" => Foreign(failure, sign, "=<", null, "write '<='"),
            "><" => Foreign(failure, sign, "><", null, "write '<>'"),
            _ => null,
        };
    }

    // n.*, n {*}
    private static Diagnostic? ExplainStar(ParseFailure failure, string found) =>
        found == "*" && SignBefore(failure, failure.Span.Start) is '.' or '{'
            ? Foreign(failure, failure.Span, "*", "SQL", "write properties(n) or n {.*}")
            : null;

    private static string Conversion(string type) =>
        Conversions.TryGetValue(type, out var function) || Constructors.TryGetValue(type, out function) ? function : "toString";

    private static Diagnostic Foreign(ParseFailure failure, TextSpan span, string form, string? language, string hint) =>
        SyntaxDiagnostics.ForeignForm(failure.Source, span, form, language, hint);

    private static bool Is(string text, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (text.Equals(word, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static string Text(ParseFailure failure, TextSpan span) => failure.Source.GetText(span);

    // The character before a place, blanks left out.
    private static char? SignBefore(ParseFailure failure, int position)
    {
        var before = failure.Source.Text.AsSpan(failure.Context.Start, position - failure.Context.Start).TrimEnd();
        return before.IsEmpty ? null : before[^1];
    }

    // The word that ends before a place, blanks left out; empty where another sign stands there.
    private static TextSpan WordBefore(ParseFailure failure, int position)
    {
        var text = failure.Source.Text;
        var end = position;
        while (end > failure.Context.Start && char.IsWhiteSpace(text[end - 1]))
            end--;
        var start = end;
        while (start > failure.Context.Start && (char.IsAsciiLetterOrDigit(text[start - 1]) || text[start - 1] == '_'))
            start--;
        return TextSpan.FromBounds(start, end);
    }

    private static TextSpan WordAfter(ParseFailure failure, int position)
    {
        var text = failure.Source.Text;
        var start = failure.Context.SkipBlanks(position);
        var end = start;
        while (end < failure.Context.End && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '_'))
            end++;
        return TextSpan.FromBounds(start, end);
    }
}
