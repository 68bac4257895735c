using Graph.Oracle.Graphs;

namespace Graph.Oracle.Generation;

/// <summary>Random expressions of a wanted kind, mostly of the right types; properties of mixed types bring in the others.</summary>
internal sealed partial class ExpressionWriter(Chance chance)
{
    private static readonly string[] Numeric =
        ["abs", "ceil", "floor", "round", "sign", "exp", "log", "log10", "sqrt", "acos", "asin", "atan", "cos", "cot", "degrees",
            "haversin", "radians", "sin", "tan"];

    /// <summary>Patterns in expressions are written by the pattern writer, which needs expressions itself.</summary>
    public PatternWriter Patterns { get; set; } = null!;

    public string Write(Scope scope, Kind kind, int depth) => kind switch
    {
        Kind.Number => Number(scope, depth),
        Kind.Text => Text(scope, depth),
        Kind.Truth => Truth(scope, depth),
        Kind.Date => Date(scope, depth),
        Kind.Duration => Duration(scope, depth),
        Kind.Moment => Moment(scope, depth),
        Kind.List => List(scope, depth),
        Kind.Map => Map(scope, depth),
        Kind.Node or Kind.Edge or Kind.Path => Element(scope, kind),
        _ => Any(scope, depth),
    };

    public string Any(Scope scope, int depth)
    {
        if (scope.Variables.Count > 0 && chance.OneIn(3))
            return chance.Pick(scope.Variables).Name;
        if (chance.OneIn(6) && Property(scope, "m", "m") is { } mixed)
            return mixed;
        if (chance.OneIn(30))
            return Point(scope, Math.Max(0, depth - 1));
        var kind = chance.Below(14) switch
        {
            < 4 => Kind.Number,
            < 7 => Kind.Text,
            7 => Kind.Truth,
            8 => Kind.Date,
            9 => Kind.List,
            10 => Kind.Map,
            11 => Kind.Duration,
            12 => Kind.Moment,
            _ => Kind.Node,
        };
        return Write(scope, kind, depth);
    }

    private string Number(Scope scope, int depth)
    {
        if (depth <= 0 || chance.OneIn(3))
            return NumberLeaf(scope);
        var less = depth - 1;
        return chance.Below(23) switch
        {
            19 => $"{chance.Pick(["levenshtein", "similarity"])}({Text(scope, less)}, {Text(scope, less)})",
            20 => $"{chance.Pick(["point.distance", "distance"])}({Point(scope, less)}, {Point(scope, less)})",
            21 => $"{Point(scope, less)}.{chance.Pick(["x", "y", "latitude", "longitude", "srid", "z"])}",
            18 =>
                $"round({Number(scope, less)}, {chance.Below(4)}{chance.Pick(["", "", ", 'UP'", ", 'DOWN'", ", 'CEILING'", ", 'FLOOR'", ", 'HALF_DOWN'", ", 'HALF_EVEN'"])})",
            < 4 => $"({Number(scope, less)} {chance.Pick(["+", "-", "*"])} {Number(scope, less)})",
            4 => $"({Number(scope, less)} {chance.Pick(["/", "%", "^"])} {chance.Pick(["2", "3", "-1", "1.5", "7"])})",
            5 => $"({Number(scope, less)} {chance.Pick(["/", "%", "^"])} {Number(scope, less)})",
            6 => $"size({(chance.OneIn(2) ? List(scope, less) : Text(scope, less))})",
            7 => $"{chance.Pick(Numeric)}({Number(scope, less)})",
            8 => $"{chance.Pick(["toInteger", "toIntegerOrNull"])}({Scalar(scope, less)})",
            9 => $"{chance.Pick(["toFloat", "toFloatOrNull"])}({Scalar(scope, less)})",
            10 => $"{chance.Pick(["coalesce", "nullIf", "pow"])}({Number(scope, less)}, {Number(scope, less)})",
            11 => Case(scope, less, Kind.Number),
            12 => Reduce(scope, less),
            13 => $"{Date(scope, less)}.{chance.Pick(["year", "month", "day"])}",
            14 when scope.Of(Kind.Path) is { IsEmpty: false } => $"length({Element(scope, Kind.Path)})",
            16 => Component(scope, less),
            17 => Patterns.WriteCount(scope, less),
            14 or 15 => $"(- {Number(scope, less)})",
            _ => $"id({Element(scope, scope.Of(Kind.Edge).IsEmpty ? Kind.Node : chance.Pick([Kind.Node, Kind.Edge]))})",
        };
    }

    private string NumberLeaf(Scope scope)
    {
        if (!chance.OneIn(4) && Property(scope, chance.Pick(["i", "f", "id", "i"]), "w") is { } property)
            return property;
        if (scope.Of(Kind.Number) is { IsEmpty: false } numbers && chance.OneIn(2))
            return chance.Pick(numbers).Name;
        return chance.Pick(["0", "1", "2", "3", "-1", "1.5", "1.0", "0.5", "$i", "9007199254740993", "(0.0 / 0.0)", "null"]);
    }

    private string Text(Scope scope, int depth)
    {
        if (depth <= 0 || chance.OneIn(2))
            return TextLeaf(scope);
        var less = depth - 1;
        return chance.Below(20) switch
        {
            18 => $"{chance.Pick(["lTrim", "rTrim", "btrim"])}({Text(scope, less)}, {TextLeaf(scope)})",
            17 => $"format({Date(scope, less)}, {chance.Pick(["'yyyy'", "'yyyy-MM'", "'dd/MM/yyyy'", "'MMM yy'"])})",
            13 => $"({Text(scope, less)} || {Text(scope, less)})",
            14 => $"normalize({Text(scope, less)}{chance.Pick(["", ", 'NFD'", ", 'NFKD'"])})",
            15 => $"valueType({Any(scope, less)})",
            16 => $"elementId({Element(scope, scope.Of(Kind.Edge).IsEmpty ? Kind.Node : chance.Pick([Kind.Node, Kind.Edge]))})",
            0 => $"({Text(scope, less)} + {Text(scope, less)})",
            1 => $"({Text(scope, less)} + {Number(scope, less)})",
            2 => $"toString({Scalar(scope, less)})",
            3 =>
                $"{chance.Pick(["toUpper", "toLower", "upper", "lower", "btrim", "trim", "lTrim", "rTrim", "reverse", "fold"])}({Text(scope, less)})",
            4 => $"{chance.Pick(["left", "right"])}({Text(scope, less)}, {chance.Below(4)})",
            5 => $"substring({Text(scope, less)}, {chance.Below(3)})",
            6 => $"substring({Text(scope, less)}, {chance.Below(3)}, {chance.Below(4)})",
            7 => $"replace({Text(scope, less)}, {Text(scope, 0)}, {Text(scope, 0)})",
            8 => $"head(split({Text(scope, less)}, {Text(scope, 0)}))",
            9 => $"coalesce({Text(scope, less)}, {Text(scope, less)})",
            10 => Case(scope, less, Kind.Text),
            11 when scope.Of(Kind.Edge) is { IsEmpty: false } => $"type({Element(scope, Kind.Edge)})",
            12 => $"{Text(scope, less)}[{chance.Below(5) - 2}..{chance.Below(5) - 1}]",
            _ => $"{Date(scope, less)}.precision",
        };
    }

    private string TextLeaf(Scope scope)
    {
        if (!chance.OneIn(3) && Property(scope, chance.Pick(["s", "name"]), "s") is { } property)
            return property;
        if (scope.Of(Kind.Text) is { IsEmpty: false } texts && chance.OneIn(2))
            return chance.Pick(texts).Name;
        return chance.OneIn(5) ? chance.Pick(["$s", "null"]) : Literal(chance.Pick(RandomGraph.Texts));
    }

    private string Date(Scope scope, int depth)
    {
        if (!chance.OneIn(3) && Property(scope, "d", null) is { } property)
            return property;
        if (scope.Of(Kind.Date) is { IsEmpty: false } dates && chance.OneIn(2))
            return chance.Pick(dates).Name;
        if (depth > 0 && chance.OneIn(6))
            return $"({Date(scope, depth - 1)} {chance.Pick(["+", "-"])} {Duration(scope, depth - 1)})";
        if (depth > 0 && chance.OneIn(8))
            return $"date.truncate({Literal(chance.Pick(["year", "month", "week", "day", "quarter"]))}, {Date(scope, depth - 1)})";
        return depth > 0 && chance.OneIn(4)
            ? $"{Date(scope, depth - 1)}.{chance.Pick(["start", "end"])}"
            : $"date({Literal(chance.Pick(RandomGraph.Dates))})";
    }

    private string Scalar(Scope scope, int depth) => chance.Below(8) switch
    {
        < 4 => Number(scope, depth),
        < 7 => Text(scope, depth),
        _ => Truth(scope, 0),
    };

    private string Case(Scope scope, int depth, Kind kind)
    {
        var otherwise = chance.OneIn(2) ? $" ELSE {Write(scope, kind, depth)}" : "";
        if (chance.OneIn(4))
            return $"CASE {Any(scope, depth)} WHEN {CaseTest(scope)}, {CaseTest(scope)} THEN {Write(scope, kind, depth)} WHEN {CaseTest(scope)} THEN {Write(scope, kind, 0)}{otherwise} END";
        return chance.OneIn(3)
            ? $"CASE {Scalar(scope, depth)} WHEN {Scalar(scope, depth)} THEN {Write(scope, kind, depth)} WHEN {Scalar(scope, 0)} THEN {Write(scope, kind, 0)}{otherwise} END"
            : $"CASE WHEN {Truth(scope, depth)} THEN {Write(scope, kind, depth)}{otherwise} END";
    }

    private string Point(Scope scope, int depth) => chance.Pick([
        $"point({{x: {Number(scope, depth)}, y: {NumberLeaf(scope)}}})",
        $"point({{latitude: {chance.Pick([$"{chance.Below(180) - 90}", "52.5", "null", "$i"])}, longitude: {chance.Below(600) - 300}}})"]);

    private string CaseTest(Scope scope) => chance.Below(6) switch
    {
        0 => $"{chance.Pick(Comparisons)} {Any(scope, 0)}",
        1 => $"IS {chance.Pick(["", "NOT "])}NULL",
        2 => $"IS :: {chance.Pick(Types)}",
        3 => $"STARTS WITH {TextLeaf(scope)}",
        4 => $"IN {ListLeaf(scope)}",
        _ => Any(scope, 0),
    };

    private string Reduce(Scope scope, int depth)
    {
        var (total, item) = (chance.NewName("t"), chance.NewName("x"));
        return $"reduce({total} = {NumberLeaf(scope)}, {item} IN {List(scope, depth)} | {total} + size(toString({item})))";
    }

    private string Element(Scope scope, Kind kind) => scope.Of(kind) is { IsEmpty: false } found ? chance.Pick(found).Name : "null";

    /// <summary>A property of a node or edge in scope, or null where there is none.</summary>
    private string? Property(Scope scope, string ofNode, string? ofEdge)
    {
        var elements = scope.Of(Kind.Node).Select(node => $"{node.Name}.{ofNode}").ToList();
        if (ofEdge is not null)
            elements.AddRange(scope.Of(Kind.Edge).Select(edge => $"{edge.Name}.{ofEdge}"));
        return elements.Count == 0 ? null : chance.Pick(elements);
    }

    private static string Literal(string text) => $"'{text}'";
}
