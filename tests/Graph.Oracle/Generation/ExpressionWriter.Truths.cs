using Graph.Query.Functions;

namespace Graph.Oracle.Generation;

internal sealed partial class ExpressionWriter
{
    private static readonly string[] Comparisons = ["=", "<>", "<", "<=", ">", ">="];
    private static readonly string[] RegularExpressions = ["'a.*'", "'.*b.*'", "'[ab]+'", "'(?i)b'", "''"];
    private static readonly string[] Types =
    [
        "INTEGER", "INTEGER NOT NULL", "FLOAT", "STRING", "BOOLEAN", "DATE", "DURATION", "LOCAL TIME", "LIST<ANY>", "LIST<INTEGER | FLOAT>", "LIST<STRING NOT NULL> NOT NULL",
        "MAP", "NODE", "RELATIONSHIP", "PROPERTY VALUE", "ANY", "ANY NOT NULL", "NOTHING", "NULL", "ANY<STRING | NODE>",
    ];
    private static readonly string[] LabelTests = ["A", "B", "C", "A&!B", "(A|C)", "!D", "%", "A:B"];

    public string Truth(Scope scope, int depth)
    {
        if (depth <= 0)
            return TruthLeaf(scope);
        var less = depth - 1;
        return chance.Below(24) switch
        {
            < 4 => $"({Truth(scope, less)} {chance.Pick(["AND", "OR", "XOR", "AND"])} {Truth(scope, less)})",
            4 => $"(NOT {Truth(scope, less)})",
            5 or 6 => Comparison(scope, less),
            7 => $"({Any(scope, less)} {chance.Pick(Comparisons)} {Any(scope, less)})",
            8 => $"({Number(scope, less)} <= {Number(scope, less)} {chance.Pick(["<", ">="])} {Number(scope, less)})",
            9 => $"({Any(scope, less)} IS {chance.Pick(["", "NOT "])}NULL)",
            10 => $"({Any(scope, less)} IN {List(scope, less)})",
            11 => Quantified(scope, less),
            12 => $"coalesce({Truth(scope, less)}, {Truth(scope, less)})",
            13 => Case(scope, less, Kind.Truth),
            14 => $"{chance.Pick(["overlaps", "within"])}({Date(scope, less)}, {Date(scope, less)})",
            15 => $"({Text(scope, less)} {chance.Pick(["STARTS WITH", "ENDS WITH", "CONTAINS"])} {Text(scope, less)})",
            16 or 17 => Patterns.WriteExists(scope, less),
            18 when scope.Of(Kind.Node) is { IsEmpty: false } => Patterns.WritePredicate(scope),
            19 => $"({Any(scope, less)} IS {chance.Pick(["", "NOT "])}:: {chance.Pick(Types)})",
            21 => $"point.withinBBox({Point(scope, less)}, {Point(scope, 0)}, {Point(scope, 0)})",
            20 => $"({Text(scope, less)} IS {chance.Pick(["", "NOT "])}{chance.Pick(["", "NFD ", "NFKC "])}NORMALIZED)",
            _ => TruthLeaf(scope),
        };
    }

    private string TruthLeaf(Scope scope) => chance.Below(10) switch
    {
        0 => chance.Pick(["true", "false", "null"]),
        1 when Property(scope, "b", null) is { } property => property,
        2 or 3 when scope.Of(Kind.Node) is { IsEmpty: false } => $"({Element(scope, Kind.Node)}:{chance.Pick(LabelTests)})",
        4 => $"({TextLeaf(scope)} {chance.Pick(["STARTS WITH", "ENDS WITH", "CONTAINS"])} {TextLeaf(scope)})",
        5 => chance.OneIn(2) ? $"({TextLeaf(scope)} =~ {chance.Pick(RegularExpressions)})" : $"({TextLeaf(scope)} ~= {TextLeaf(scope)})",
        6 when Property(scope, "m", "m") is { } mixed => $"({mixed} {chance.Pick(Comparisons)} {Any(scope, 0)})",
        7 when scope.Of(Kind.Node) is { Count: > 1 } =>
            $"({Element(scope, Kind.Node)} {chance.Pick(["=", "<>"])} {Element(scope, Kind.Node)})",
        _ => Comparison(scope, 0),
    };

    private string Comparison(Scope scope, int depth)
    {
        var kind = chance.Pick([Kind.Number, Kind.Number, Kind.Text, Kind.Date, Kind.Moment, Kind.Duration]);
        return $"({Write(scope, kind, depth)} {chance.Pick(Comparisons)} {Write(scope, kind, depth)})";
    }
}
