using Graph.Query.Parsing;

namespace Graph.Query.Schema;

/// <summary>What can be wrong with a graph type: one factory per id.</summary>
internal static class SchemaDiagnostics
{
    public static Diagnostic DuplicateKeyLabel(SourceText source, TextSpan span, string label, TextSpan other) =>
        Error("GR6001", source, span, $"Two node types have the key label '{label}'; the other is at {At(source, other)}.");

    public static Diagnostic DuplicateLabel(SourceText source, TextSpan span, string label) =>
        Error("GR6002", source, span, $"Label '{label}' is listed twice.");

    public static Diagnostic DuplicateProperty(SourceText source, TextSpan span, string property) =>
        Error("GR6003", source, span, $"Property '{property}' is declared twice.");

    public static Diagnostic UnknownEndpoint(SourceText source, TextSpan span, string label, string? nearest) =>
        Error("GR6004", source, span, $"Endpoint '{label}' is not a node type.{DidYouMean(nearest)}");

    public static Diagnostic UnknownImpliedLabel(SourceText source, TextSpan span, string label, string? nearest) =>
        Warning("GR6005", source, span, $"Implied label '{label}' is not a node type.{DidYouMean(nearest)}");

    public static Diagnostic ImpliesItself(SourceText source, TextSpan span, string label, string through) =>
        Error("GR6006", source, span, $"'{label}' implies itself through '{through}'.");

    public static Diagnostic TypeConflict(
        SourceText source,
        TextSpan span,
        string property,
        (PropertyType Type, string Owner) first,
        (PropertyType Type, string Owner) second,
        string label) =>
        Error(
            "GR6007",
            source,
            span,
            $"'{property}' is {first.Type.Name} in '{first.Owner}' but {second.Type.Name} in '{second.Owner}', "
                + $"which share label '{label}'.");

    public static Diagnostic NullableConflict(SourceText source, TextSpan span, string property, string type, string other) =>
        Error("GR6008", source, span, $"'{property}' cannot be nullable in '{type}': '{other}' says NOT NULL.");

    public static Diagnostic UnknownAlias(SourceText source, TextSpan span, string alias) =>
        Error("GR6009", source, span, $"Alias '{alias}' is not defined in this graph type.");

    public static Diagnostic SameIdentifier(SourceText source, TextSpan span, string first, string second, string identifier) =>
        Error("GR6010", source, span, $"'{first}' and '{second}' would have the same C# name '{identifier}'.");

    public static Diagnostic DuplicateEdgeType(SourceText source, TextSpan span, string? from, string? to, TextSpan other) =>
        Error("GR6011", source, span, $"The same edge type from {EndpointName(from)} to {EndpointName(to)} stands at {At(source, other)}.");

    public static Diagnostic UnknownType(SourceText source, TextSpan span, string type, string? nearest) =>
        Error(
            "GR6012",
            source,
            span,
            $"No type '{type}'; Graph knows STRING, BOOLEAN, INTEGER, FLOAT, DATE and LIST<>.{DidYouMean(nearest)}");

    public static Diagnostic LeftOut(SourceText source, TextSpan span, string syntax, string hint) =>
        Error("GR6013", source, span, $"'{syntax}' is GQL that Graph's schema reader leaves out; {hint}.");

    public static Diagnostic KeyLabelCount(SourceText source, TextSpan span) =>
        Error("GR6014", source, span, "A node type needs exactly one key label before '=>'.");

    public static Diagnostic LabelAndRelation(SourceText source, TextSpan span, string label) =>
        Warning("GR6015", source, span, $"'{label}' is both a label of nodes and a relation type.");

    public static Diagnostic UnknownTag(SourceText source, TextSpan span, string tag, string? nearest) =>
        Warning("GR6016", source, span, $"No tag '@{tag}'.{DidYouMean(nearest)}");

    public static Diagnostic TagNamesNoProperty(
        SourceText source, TextSpan span, string tag, string property, string type, string? nearest) =>
        Error("GR6017", source, span, $"@{tag} names '{property}', which '{type}' does not have.{DidYouMean(nearest)}");

    public static Diagnostic NoConcreteType(SourceText source, TextSpan span, string label) =>
        Warning("GR6018", source, span, $"Every type that implies '{label}' is abstract, so it can have no nodes.");

    public static Diagnostic ReservedWord(SourceText source, TextSpan span, string name) =>
        Diagnostic.Create(
            "GR6020",
            DiagnosticSeverity.Note,
            source,
            span,
            $"'{name}' is a reserved word in GQL; quote it so that other tools can read this file.");

    /// <summary>An end of an edge type says more than which nodes it accepts.</summary>
    public static Diagnostic MoreThanAnEnd(SourceText source, TextSpan span) =>
        SyntaxDiagnostics.Unexpected(source, span, source.GetText(span), ["')'"], hint: "");

    public static Diagnostic EdgeWithoutLabel(SourceText source, TextSpan filler)
    {
        var span = filler with { Length = 1 };
        return SyntaxDiagnostics.Unexpected(source, span, source.GetText(span), ["':'"], hint: "");
    }

    private static string EndpointName(string? label) => label is null ? "any node" : $"'{label}'";

    private static string At(SourceText source, TextSpan span)
    {
        var (line, column) = source.GetPosition(span.Start);
        return $"{line}:{column}";
    }

    private static string DidYouMean(string? nearest) => nearest is null ? "" : $" Did you mean '{nearest}'?";

    private static Diagnostic Error(string id, SourceText source, TextSpan span, string message) =>
        Diagnostic.Create(id, DiagnosticSeverity.Error, source, span, message);

    private static Diagnostic Warning(string id, SourceText source, TextSpan span, string message) =>
        Diagnostic.Create(id, DiagnosticSeverity.Warning, source, span, message);
}
