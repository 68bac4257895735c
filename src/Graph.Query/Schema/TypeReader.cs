using System.Collections.Frozen;

namespace Graph.Query.Schema;

/// <summary>From a type as written to a type of properties.</summary>
internal static class TypeReader
{
    private static readonly FrozenDictionary<string, ScalarType> Scalars = new Dictionary<string, ScalarType>
    {
        ["STRING"] = ScalarType.String,
        ["BOOLEAN"] = ScalarType.Boolean,
        ["BOOL"] = ScalarType.Boolean,
        ["INTEGER"] = ScalarType.Integer,
        ["INT"] = ScalarType.Integer,
        ["INT64"] = ScalarType.Integer,
        ["INTEGER64"] = ScalarType.Integer,
        ["FLOAT"] = ScalarType.Float,
        ["FLOAT64"] = ScalarType.Float,
        ["DOUBLE"] = ScalarType.Float,
        ["DATE"] = ScalarType.Date,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly string[] TypeNames =
    [
        "STRING", "BOOLEAN", "INTEGER", "FLOAT", "DATE", "LIST", "BOOL", "INT", "DOUBLE", "ARRAY"
    ];

    /// <summary>The first word of every other value type of GQL, and what to write for it.</summary>
    private static readonly FrozenDictionary<string, string> LeftOut = new (string Words, string Hint)[]
    {
        ("INT8 INT16 INT32 INT128 INT256 SMALLINT BIGINT SMALL BIG SIGNED", "write INTEGER, which has 64 bits"),
        ("INTEGER8 INTEGER16 INTEGER32 INTEGER128 INTEGER256", "write INTEGER, which has 64 bits"),
        ("UINT8 UINT16 UINT32 UINT64 UINT128 UINT256 UINT USMALLINT UBIGINT UNSIGNED", "write INTEGER, which has 64 bits"),
        ("FLOAT16 FLOAT32 FLOAT128 FLOAT256 REAL DEC DECIMAL", "write FLOAT, which has 64 bits"),
        ("CHAR VARCHAR BYTES BINARY VARBINARY", "write STRING"),
        ("DATETIME TIME TIMESTAMP ZONED LOCAL", "write DATE, which holds a day, a month, a year or an interval"),
        ("DURATION", "write INTEGER or STRING"),
        ("RECORD", "declare a property for each field"),
        ("PATH NOTHING NULL ANY PROPERTY VALUE NODE VERTEX EDGE RELATIONSHIP GRAPH BINDING TABLE", "a property is a scalar or a list of "
            + "scalars"),
    }
    .SelectMany(row => row.Words.Split(' ').Select(word => KeyValuePair.Create(word, row.Hint)))
    .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Every word that makes a type.</summary>
    public static IEnumerable<string> Words => [.. Scalars.Keys, "LIST", "ARRAY"];

    /// <summary>The type, or null where a diagnostic says why there is none.</summary>
    public static PropertyType? Read(TypeSyntax syntax, SourceText source, List<Diagnostic> diagnostics)
    {
        var type = ReadScalar(syntax) ?? ReadList(syntax);
        if (type is null || syntax.IsUnion || syntax.HasPrecision)
            diagnostics.Add(Explain(syntax, source));
        return type;
    }

    private static PropertyType? ReadScalar(TypeSyntax syntax) =>
        syntax.Element is null && Scalars.TryGetValue(syntax.Word, out var scalar)
            ? new PropertyType(scalar, IsList: false, syntax.IsNotNull)
            : null;

    private static PropertyType? ReadList(TypeSyntax syntax) =>
        IsList(syntax.Word) && syntax.Element is not null && !syntax.Element.HasPrecision && !syntax.Element.IsUnion
        && ReadScalar(syntax.Element) is { } element
            ? new PropertyType(element.Scalar, IsList: true, syntax.IsNotNull)
            : null;

    private static bool IsList(string word) => word.ToUpperInvariant() is "LIST" or "ARRAY";

    private static Diagnostic Explain(TypeSyntax syntax, SourceText source)
    {
        var words = syntax.Word.Split(' ');
        if (syntax.Element is { } element && IsList(syntax.Word) && !IsList(element.Word))
            return Explain(element, source);
        var hint = syntax switch
        {
            { IsUnion: true } => "choose one type",
            { Element: not null } when IsList(syntax.Word) => "a property is a scalar or a list of scalars",
            _ when LeftOut.TryGetValue(words[0], out var instead) => instead,
            _ when words is [var scalar, var list] && IsList(list) && Scalars.ContainsKey(scalar) =>
                $"write LIST<{scalar.ToUpperInvariant()}>",
            _ when words is [var scalar, "PRECISION"] && Scalars.ContainsKey(scalar) => "write FLOAT, which has 64 bits",
            { HasPrecision: true } when Scalars.ContainsKey(syntax.Word) => $"write {syntax.Word.ToUpperInvariant()} without a length",
            _ => null,
        };
        var text = source.GetText(syntax.Span);
        return hint is null
            ? SchemaDiagnostics.UnknownType(source, syntax.Span, text, Core.NearestName.Find(syntax.Word, TypeNames))
            : SchemaDiagnostics.LeftOut(source, syntax.Span, text, hint);
    }
}
