using Graph.Query.Algorithms;
using Graph.Query.Functions;
using Graph.Query.Types;

namespace Graph.Query.Binding;

internal sealed partial class BindingDiagnostics
{
    public void UndefinedVariable(TextSpan span, string name, IEnumerable<string> candidates) => SyntaxError(
        MistakeClass.Scope,
        "GR2001",
        span,
        ForeignNames.FindValueHint(name) is { } hint
            ? $"Variable '{name}' is not defined; {hint}."
            : $"Variable '{name}' is not defined.{Near(name, candidates)}",
        "UndefinedVariable");

    /// <summary>A pattern without a label, whose variable is called like one.</summary>
    /// <param name="kind">What has such names: <c>label</c>.</param>
    public void NamedLikeALabel(TextSpan span, string name, string kind) => Warning(
        "GR2022",
        span,
        $"'{name}' is a variable here, for any {(kind == "label" ? "node" : "relation")}; the {kind} is written ':{name}'.");

    /// <summary>A new name in a path that is a condition.</summary>
    public void NotIntroduced(TextSpan span, string name, IEnumerable<string> candidates)
    {
        var near = Near(name, candidates);
        var hint = near.Length > 0 ? $".{near}" : "; a path as a condition introduces none, so leave the name out, or write EXISTS { }.";
        SyntaxError(MistakeClass.Scope, "GR2001", span, $"Variable '{name}' is not defined{hint}", "UndefinedVariable");
    }

    /// <param name="clause">The clause that defines the name only for what follows it: <c>LET</c>.</param>
    public void DefinedBeside(TextSpan span, string name, string clause) => SyntaxError(
        MistakeClass.Scope,
        "GR2001",
        span,
        $"Variable '{name}' is not defined yet, as this {clause} only defines it; write "
            + $"{(clause == "LET" ? "a second LET" : "a WITH before")}.",
        "UndefinedVariable");

    public void HiddenVariable(TextSpan span, string name, HiddenName hidden) => SyntaxError(
        MistakeClass.Scope,
        "GR2002",
        span,
        $"Variable '{name}' is not visible after '{hidden.Clause}' at {Position(hidden.ClauseSpan)}; add it there.",
        "UndefinedVariable");

    public void UnknownColumn(TextSpan span, string name, string procedure, IReadOnlyList<string> columns) => SyntaxError(
        MistakeClass.Scope,
        "GR2001",
        span,
        $"'{name}' is no column of {procedure}; it gives {string.Join(", ", columns)}.{Near(name, columns)}",
        "UndefinedVariable");

    public void AlreadyBound(TextSpan span, string name) =>
        SyntaxError(MistakeClass.VariableKind, "GR2003", span, $"'{name}' is already bound.", "VariableAlreadyBound");

    public void VariableKindConflict(TextSpan span, string name, string kind, string wanted) => SyntaxError(
        MistakeClass.VariableKind, "GR2004", span, $"'{name}' is {kind} and cannot be used as {wanted}.", "VariableTypeConflict");

    public void RepeatedRelation(TextSpan span, string name) => SyntaxError(
        MistakeClass.VariableKind, "GR2005", span, $"Relation '{name}' occurs twice in one MATCH.", "RelationshipUniquenessViolation");

    public void UnknownLabel(TextSpan span, string label, GraphCatalog catalog) =>
        UnknownName("GR2006", span, "label", label, catalog, catalog.Labels);

    public void UnknownRelationType(TextSpan span, string type, GraphCatalog catalog) =>
        UnknownName("GR2007", span, "relation type", type, catalog, catalog.RelationTypes);

    /// <summary>A label as a text, which may also be a value from elsewhere: no mistake for certain.</summary>
    public void UnknownLabelText(TextSpan span, string label, GraphCatalog catalog) =>
        Warning("GR2006", span, DescribeUnknown("label", label, catalog, catalog.Labels));

    public void UnknownTypeText(TextSpan span, string type, GraphCatalog catalog) =>
        Warning("GR2007", span, DescribeUnknown("relation type", type, catalog, catalog.RelationTypes));

    public void UnknownLabelOrType(TextSpan span, string name, GraphCatalog catalog) =>
        UnknownName("GR2006", span, "label", name, catalog, catalog.Labels.Concat(catalog.RelationTypes));

    /// <param name="labels">What is known of the element; null for nothing.</param>
    public void UnknownProperty(
        TextSpan span, LabelExpression? labels, string property, GraphCatalog catalog, IEnumerable<string> candidates)
    {
        var owner = labels is null ? DescribeGraph(catalog) : $"'{LabelExpressions.Format(labels)}'";
        var message = $"{owner} has no property '{property}'.{Near(property, candidates)}";
        ErrorOrWarning(catalog.IsClosed, MistakeClass.Scope, "GR2008", span, message);
    }

    public void UnknownComponent(TextSpan span, StaticType type, string component)
    {
        var known = type.Kind == TypeKind.Point ? PointFunctions.Components : TemporalComponents.NamesOf(type.Kind);
        var message = $"'{type}' has no property '{component}'.{Near(component, known)}";
        Error(MistakeClass.Scope, "GR2008", span, message, errorClass: null);
    }

    public void OutsideElement(TextSpan span, string name) => SyntaxError(
        MistakeClass.Scope,
        "GR2009",
        span,
        $"A condition inside a pattern part cannot see '{name}', which is outside; move it to WHERE.",
        "UndefinedVariable");

    /// <param name="single">What it is used as: <c>node</c>, <c>relation</c>.</param>
    public void GroupVariableAsSingle(TextSpan span, string name, string single) => SyntaxError(
        MistakeClass.VariableKind,
        "GR2010",
        span,
        $"'{name}' is a list here, one element per repetition; it cannot be used as a single {single}.",
        "VariableTypeConflict");

    public void UnknownFunction(TextSpan span, string name) => SyntaxError(
        MistakeClass.Scope,
        "GR2011",
        span,
        ForeignNames.FindHint(name) is { } hint
            ? $"No function '{name}'; {hint}."
            : $"No function '{name}'.{Near(name, FunctionRegistry.Names.Concat(AggregateFunctions.Names))}",
        "UnknownFunction");

    public void UnknownProcedure(TextSpan span, string name, IEnumerable<string> known) => Error(
        MistakeClass.Scope,
        "GR2012",
        span,
        ForeignNames.FindHint(name) is { } hint ? $"No procedure '{name}'; {hint}." : $"No procedure '{name}'.{Near(name, known)}",
        new ErrorClass("ProcedureError", "ProcedureNotFound"));

    public void ImpossibleRelation(TextSpan span, LabelExpression? types, LabelExpression? source, LabelExpression? target)
    {
        var relation = types is null ? "relation" : $"'{LabelExpressions.Format(types)}'";
        Warning("GR2014", span, $"No {relation} goes from {DescribeNode(source)} to {DescribeNode(target)}, so this matches nothing.");
    }

    public void ImpossibleNode(TextSpan span, LabelExpression labels) =>
        Warning("GR2014", span, $"No node is '{LabelExpressions.Format(labels)}', so this matches nothing.");

    public void NotImported(TextSpan span, string name) => SyntaxError(
        MistakeClass.Scope,
        "GR2001",
        span,
        $"Variable '{name}' is not seen inside CALL; write CALL ({name}) {{ ... }}.",
        "UndefinedVariable");

    public void ShadowsOuter(TextSpan span, string name) => Warning(
        "GR2020", span, $"'{name}' is a new variable here, not the one outside; write CALL ({name}) {{ ... }} if that is meant.");

    public void SelectiveNotAlone(TextSpan span, string selector) => SyntaxError(
        MistakeClass.Scope,
        "GR2015",
        span,
        $"A pattern with {selector} must be the only one with relations in its MATCH; write a second MATCH.",
        "UnexpectedSyntax");

    public void UnboundPathEnd(TextSpan span, string function) => SyntaxError(
        MistakeClass.Scope,
        "GR2016",
        span,
        $"Both ends of {function} must be bound here; name them in a MATCH before.",
        "UndefinedVariable");

    private void UnknownName(string id, TextSpan span, string what, string name, GraphCatalog catalog, IEnumerable<string> candidates) =>
        ErrorOrWarning(catalog.IsClosed, MistakeClass.Scope, id, span, DescribeUnknown(what, name, catalog, candidates));

    private string DescribeUnknown(string what, string name, GraphCatalog catalog, IEnumerable<string> candidates)
    {
        var place = catalog.Type is { } type ? $"graph type '{type.Name}'" : "the graph";
        return $"No {what} '{name}' in {place}.{Near(name, candidates)}";
    }

    // Where nearly everything is wrong, nothing is a slip of the pen, and to compare all names would take long.
    private string Near(string name, IEnumerable<string> candidates) =>
        reported.Count < MaximumShown ? NearestName.DidYouMean(NearestName.Find(name, candidates)) : "";

    private static string DescribeGraph(GraphCatalog catalog) => catalog.Type is { } type ? $"Graph type '{type.Name}'" : "The graph";

    private static string DescribeNode(LabelExpression? labels) => labels is null ? "any node" : LabelExpressions.Format(labels);
}
